using System.Text;
using Mooring.Clinical.Journals;
using Mooring.Clinical.Sessions;
using Mooring.Clinical.Sessions.Bedside;
using Mooring.Clinical.Sessions.Json;
using Mooring.Kinetics.Quantities;
using static Mooring.Tests.Clinical.Sessions.Chairside;

namespace Mooring.Tests.Clinical.Sessions;

/// <summary>Bytes as they were written before there were notices, own limits or a drawn-up vial.</summary>
public class AnOldJournal
{
    private const string Head = """{"eventId":"00000000-0000-0000-0000-0000000003E8","session":"00000000-0000-0000-0000-000000000001","seq":SEQ,"by":{"id":"00000000-0000-0000-0000-000000000065","name":"Ada Rowan","role":"nurse","isDevice":false},"happenedAt":"2026-03-02T09:00:00+00:00","enteredAt":"2026-03-02T09:00:00+00:00","receivedAt":"2026-03-02T09:00:01+00:00","what":""";

    private static readonly string[] Lines =
    [
        """{"$type":"opened","plan":{"patient":"00000000-0000-0000-0000-000000000007","patientName":"Mara Alder","protocol":{"id":"TRD-IV-STD","version":1,"hash":"aa"},"monitoring":{"id":"iv","version":1,"hash":"bb"},"drug":"ketamine","route":"iv","dose":"35 mg","hardCap":"105 mg","minutes":40,"bagMilliliters":100,"weight":"70 kg","weighedAt":"2026-03-02T09:00:00+00:00","age":41,"baseline":[{"sign":"nibp-sys","value":120}],"needs":[],"flags":[]}}""",
        """{"$type":"checked-in","chair":"Chair 2","identifiers":["name","birth date"]}""",
        """{"$type":"access","site":"left forearm","gauge":"22 G","attempts":1}""",
        """{"$type":"scale","scale":"pain","value":3}""",
        """{"$type":"note","text":"quiet","about":"music"}""",
    ];

    [Fact]
    public void Reads_as_before_and_its_chain_holds()
    {
        List<ChainLink> chain = [];
        var before = JournalChain.Start;
        foreach (var (at, line) in Lines.Index())
        {
            var bytes = Encoding.UTF8.GetBytes(Head.Replace("SEQ", $"{at + 1}", StringComparison.Ordinal).Replace("3E8", $"3E{at}", StringComparison.Ordinal) + line + "}");
            before = JournalChain.Hash(before.Span, at + 1, bytes);
            chain.Add(new(at + 1, bytes, before));
        }

        var session = Session.Replay(chain.Select(link => SessionJson.Read(link.Bytes.Span)), Iv);

        Assert.Null(JournalChain.FirstBreak(chain));
        Assert.Equal((5, Mass.Milligrams(35), "left forearm"), (session.Told.Count, session.Plan.Dose, session.Access!.Site));
        Assert.Empty(session.OwnLimits);
        Assert.Equal(3, session.Chart.Last("pain")!.Value);
    }

    [Fact]
    public void Is_told_under_a_pack_that_knows_nothing_of_notices()
    {
        var old = Iv with { Notices = null };

        var session = Session.Replay(Infusion().Running().Charted(15, 185).Session.Journal, old);

        Assert.Equal(["nibp-sys"], Mooring.Clinical.Watching.Notices.Of(session, Minute(16)).Select(notice => notice.Group));
    }
}
