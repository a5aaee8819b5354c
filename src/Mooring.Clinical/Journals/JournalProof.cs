using System.Globalization;
using System.Security.Cryptography;

namespace Mooring.Clinical.Journals;

/// <summary>How a journal stands up against what was signed of it.</summary>
/// <param name="Break">Where it first breaks; null when it does not.</param>
/// <param name="Signed">How many of its entries are covered by a signature that holds; none of the later ones is.</param>
public sealed record JournalProof(ChainBreak? Break, long Signed, DateTimeOffset? SignedAt)
{
    /// <summary>Walks the chain, then holds each checkpoint of the journal against it. The earliest break is named.</summary>
    public static JournalProof Of(IReadOnlyList<ChainLink> links, IEnumerable<CheckpointLine> checkpoints, ECDsa key)
    {
        ArgumentNullException.ThrowIfNull(links);
        ArgumentNullException.ThrowIfNull(checkpoints);
        var found = JournalChain.FirstBreak(links);
        var (signed, at) = (0L, (DateTimeOffset?)null);
        foreach (var line in checkpoints)
        {
            if (!line.IsSignedBy(key))
                return new(Earlier(found, new(signed + 1, $"Checkpoint {line.Says.Number} was changed, or was signed with another key: nothing after entry {signed} is proven.")), signed, at);
            // Behind the first break nothing stands where it stood: there the chain speaks.
            if (found is not null && line.Says.Entries >= found.Seq)
                return new(found, signed, at);
            if (Against(line.Says, links, signed) is { } broken)
                return new(Earlier(found, broken), signed, at);
            if (line.Says.Entries >= signed)
                (signed, at) = (line.Says.Entries, line.Says.At);
        }

        return new(found, signed, at);
    }

    private static ChainBreak? Against(Checkpoint says, IReadOnlyList<ChainLink> links, long signed)
    {
        var when = says.At.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);
        if (says.Entries > links.Count)
            return new(links.Count + 1, $"Entry {links.Count + 1} is missing: checkpoint {says.Number} of {when} signed {says.Entries} entries.");
        var kept = Convert.ToHexStringLower(links[(int)says.Entries - 1].Hash.Span);
        if (kept == says.Head)
            return null;
        var from = Math.Min(signed + 1, says.Entries);
        return new(from, $"The chain was computed anew from entry {from} or later: entry {says.Entries} is not the one that checkpoint {says.Number} of {when} signed.");
    }

    private static ChainBreak Earlier(ChainBreak? chain, ChainBreak signed) => chain is not null && chain.Seq <= signed.Seq ? chain : signed;
}
