using System.Text;
using Mooring.Devices.Hl7;
using Mooring.Devices.Mllp;

namespace Mooring.Tests.Devices;

public class Acknowledging
{
    [Theory]
    [InlineData("", "", Verdict.Accepted, "AA")]
    [InlineData("", "", Verdict.Failed, "AE")]
    [InlineData("", "", Verdict.Refused, "AR")]
    [InlineData("AL", "NE", Verdict.Accepted, "CA")]
    [InlineData("AL", "NE", Verdict.Failed, "CE")]
    [InlineData("AL", "NE", Verdict.Refused, "CR")]
    [InlineData("AL", "", Verdict.Accepted, "CA")]
    [InlineData("NE", "AL", Verdict.Accepted, "AA")]
    [InlineData("NE", "AL", Verdict.Failed, "AE")]
    [InlineData("NE", "AL", Verdict.Refused, "AR")]
    [InlineData("AL", "AL", Verdict.Accepted, "CA,AA")]
    [InlineData("AL", "AL", Verdict.Failed, "CE")]
    [InlineData("AL", "AL", Verdict.Refused, "CR")]
    [InlineData("AL", "ER", Verdict.Accepted, "CA")]
    [InlineData("AL", "ER", Verdict.Refused, "CR")]
    [InlineData("AL", "SU", Verdict.Accepted, "CA,AA")]
    [InlineData("NE", "NE", Verdict.Accepted, "")]
    [InlineData("NE", "NE", Verdict.Refused, "")]
    [InlineData("NE", "NE", Verdict.Failed, "")]
    [InlineData("ER", "NE", Verdict.Accepted, "")]
    [InlineData("ER", "NE", Verdict.Refused, "CR")]
    [InlineData("ER", "NE", Verdict.Failed, "CE")]
    [InlineData("SU", "NE", Verdict.Accepted, "CA")]
    [InlineData("SU", "NE", Verdict.Refused, "")]
    [InlineData("NE", "ER", Verdict.Accepted, "")]
    [InlineData("NE", "ER", Verdict.Failed, "AE")]
    [InlineData("NE", "SU", Verdict.Accepted, "AA")]
    [InlineData("NE", "SU", Verdict.Failed, "")]
    [InlineData("??", "NE", Verdict.Accepted, "CA")]
    public void Follows_the_table(string accept, string application, Verdict verdict, string codes)
    {
        var answers = Answers(Acknowledgement.Of(A(accept, application), verdict, [], "K1", Sample.Nine));

        Assert.Equal(codes, string.Join(',', answers.Select(answer => answer.Split('\r')[1].Split('|')[1])));
    }

    [Fact]
    public void Repeats_the_control_id_byte_for_byte_and_swaps_the_parties()
    {
        var header = A("AL", "NE", controlId: "a b^c~é ");

        var lines = Assert.Single(Answers(Acknowledgement.Of(header, Verdict.Accepted, [], "K1", Sample.Nine))).Split('\r');
        var msh = lines[0].Split('|');

        Assert.Equal("MSA|CA|" + header.ControlId, lines[1]);
        Assert.Equal(["RA", "RF", "SIM^0011^EUI-64", "SF"], msh[2..6]);
        Assert.Equal(("ACK^R01^ACK", "K1", "P", "2.6^USA"), (msh[8], msh[9], msh[10], msh[11]));
        Assert.Equal(("NE", "NE", "UNICODE UTF-8"), (msh[14], msh[15], msh[17]));
    }

    [Fact]
    public void Speaks_with_the_marks_of_the_sender()
    {
        var header = Header.Read("MSH$*~!%$A$B$C$D$20260101$$ORU*R01$7$P$2.6$$$AL$NE"u8)!;

        var answer = Assert.Single(Answers(Acknowledgement.Of(header, Verdict.Accepted, [], "K1", Sample.Nine)));

        Assert.StartsWith("MSH$*~!%$C$D$A$B$20261122090000.000+0000$$ACK*R01*ACK$K1$P$2.6", answer, StringComparison.Ordinal);
        Assert.Contains("\rMSA$CA$7\r", answer, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_the_place_and_the_fault_when_it_refuses()
    {
        var problem = new Problem("DEV120", "OBX[3]-5", "No good | at all", Hl7Codes.SegmentSequence);

        var now = Answers(Acknowledgement.Of(A("AL", "NE"), Verdict.Refused, [problem], "K1", Sample.Nine))[0];
        var then = Answers(Acknowledgement.Of(A("AL", "NE", version: "2.3"), Verdict.Refused, [problem], "K1", Sample.Nine))[0];

        Assert.Contains(@"ERR||OBX^3^5|100^Segment sequence error^HL70357|E|DEV120|||No good \F\ at all", now, StringComparison.Ordinal);
        Assert.Contains("ERR|OBX^3^5^100&Segment sequence error&HL70357", then, StringComparison.Ordinal);
    }

    [Fact]
    public void Asks_the_sender_to_keep_the_message_when_the_fault_is_ours()
    {
        var answer = Answers(Acknowledgement.Of(A("AL", "NE"), Verdict.Failed, [], "K1", Sample.Nine))[0];

        Assert.Contains("|207^Application internal error^HL70357|E|DEV190|", answer, StringComparison.Ordinal);
    }

    [Fact]
    public void A_source_may_be_switched_to_the_original_rules()
    {
        var answer = Assert.Single(Answers(Acknowledgement.Of(A("AL", "NE"), Verdict.Accepted, [], "K1", Sample.Nine, AnswerStyle.Original)));

        Assert.Contains("\rMSA|AA|M1\r", answer, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_answers_have_two_control_ids()
    {
        var answers = Answers(Acknowledgement.Of(A("AL", "AL"), Verdict.Accepted, [], "K1", Sample.Nine));

        Assert.Equal(["K1", "K1-A"], answers.Select(answer => answer.Split('|')[9]));
    }

    private static Header A(string accept, string application, string controlId = "M1", string version = "2.6^USA") =>
        Header.Read(Encoding.Latin1.GetBytes($@"MSH|^~\&|SIM^0011^EUI-64|SF|RA|RF|20261122||ORU^R01^ORU_R01|{controlId}|P|{version}|||{accept}|{application}||UNICODE UTF-8"))!;

    private static List<string> Answers(Answer answer)
    {
        var found = new List<string>();
        new FrameReader(100_000).Feed(answer.Wire.Span, frame => found.Add(Encoding.Latin1.GetString(frame.Bytes)));
        return found;
    }
}
