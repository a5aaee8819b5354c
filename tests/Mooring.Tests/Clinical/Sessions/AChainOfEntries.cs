using System.Text;
using Mooring.Clinical.Journals;

namespace Mooring.Tests.Clinical.Sessions;

public class AChainOfEntries
{
    [Fact]
    public void Holds_when_nothing_was_touched()
    {
        Assert.Null(JournalChain.FirstBreak(AChain(5)));
        Assert.Null(JournalChain.FirstBreak([]));
    }

    [Fact]
    public void Breaks_at_the_entry_in_which_one_bit_was_turned()
    {
        for (var at = 0; at < 5; at++)
        {
            var chain = AChain(5);
            var bytes = chain[at].Bytes.ToArray();
            bytes[3] ^= 1;
            chain[at] = chain[at] with { Bytes = bytes };

            Assert.Equal(at + 1, JournalChain.FirstBreak(chain)?.Seq);
        }
    }

    [Fact]
    public void Breaks_where_an_entry_was_taken_out()
    {
        var chain = AChain(5);
        chain.RemoveAt(2);

        Assert.Equal(3, JournalChain.FirstBreak(chain)?.Seq);
    }

    [Fact]
    public void Breaks_where_an_entry_was_taken_out_and_the_rest_renumbered()
    {
        var chain = AChain(5);
        chain.RemoveAt(2);
        List<ChainLink> renumbered = [.. chain.Select((link, at) => link with { Seq = at + 1 })];

        Assert.Equal(3, JournalChain.FirstBreak(renumbered)?.Seq);
    }

    [Fact]
    public void Breaks_where_two_entries_changed_places()
    {
        var chain = AChain(5);
        (chain[1], chain[2]) = (chain[2] with { Seq = 2 }, chain[1] with { Seq = 3 });

        Assert.Equal(2, JournalChain.FirstBreak(chain)?.Seq);
    }

    [Fact]
    public void Breaks_after_an_entry_that_was_slipped_in_with_a_hash_of_its_own()
    {
        var chain = AChain(5);
        var bytes = Encoding.UTF8.GetBytes("slipped in");
        chain.Insert(2, new(3, bytes, JournalChain.Hash(chain[1].Hash.Span, 3, bytes)));
        for (var at = 3; at < chain.Count; at++)
            chain[at] = chain[at] with { Seq = at + 1 };

        Assert.Equal(4, JournalChain.FirstBreak(chain)?.Seq);
    }

    [Fact]
    public void Names_the_first_of_several_breaks()
    {
        var chain = AChain(5);
        chain[3] = chain[3] with { Hash = new byte[32] };
        chain[1] = chain[1] with { Hash = new byte[32] };

        Assert.Equal(2, JournalChain.FirstBreak(chain)?.Seq);
    }

    private static List<ChainLink> AChain(int length)
    {
        var (chain, before) = (new List<ChainLink>(), JournalChain.Start);
        for (var seq = 1; seq <= length; seq++)
        {
            var bytes = Encoding.UTF8.GetBytes($"entry {seq}");
            before = JournalChain.Hash(before.Span, seq, bytes);
            chain.Add(new(seq, bytes, before));
        }

        return chain;
    }
}
