using System.Text;
using Mooring.Devices.Hl7;
using Mooring.Devices.Mllp;
using Mooring.Devices.Readings;
using static Mooring.Tests.Devices.Sample;

namespace Mooring.Tests.Devices;

/// <summary>What real senders write beside the standard, and what the standard allows and few write.</summary>
public class TakingWhatSendersWrite
{
    private const string Loinc = "OBX|1|NM|8867-4^Heart rate^LN||72|/min|||||F";

    [Fact]
    public void A_line_feed_inside_a_text_ends_no_segment_where_segments_end_with_CR()
    {
        var read = Read(Msh, Pid, Obr, HeartRate, "NTE|1|L|lead moved\nre-sited left\n\nBP later");

        Assert.Equal(Verdict.Accepted, read.Verdict);
        Assert.Equal(72, Assert.Single(read.Values).Value);
    }

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\n")]
    public void Other_ends_of_segments_are_read_as_before(string end) =>
        Assert.Equal(72, Assert.Single(ReadText(string.Join(end, Msh, Pid, Obr, HeartRate, ""))).Value);

    [Fact]
    public void A_value_behind_a_line_feed_is_neither_filed_nor_lost_in_silence()
    {
        var read = Read(Msh, Pid, Obr, "NTE|1|L|was\nOBX|9|NM|8867-4^Heart rate^LN||31|/min|||||F", HeartRate);

        Assert.Equal((Verdict.Refused, "DEV108"), (read.Verdict, read.Problems.First(problem => problem.IsFatal).Code));
    }

    [Theory]
    [InlineData("")]
    [InlineData("ASCII")]
    [InlineData("8859/1")]
    [InlineData("8859/2")]
    [InlineData("8859/5")]
    [InlineData("8859/9")]
    [InlineData("8859/10")]
    [InlineData("8859/15")]
    [InlineData("8859/16")]
    [InlineData("iso-8859-15")]
    [InlineData("unicode utf-8")]
    [InlineData("UNICODE UTF-8")]
    [InlineData("utf-8")]
    [InlineData("UTF8")]
    [InlineData("GB 18030-2000")]
    [InlineData("BIG-5")]
    [InlineData("KS X 1001")]
    [InlineData("CNS 11643-1992")]
    [InlineData("ASCII~ISO IR87")]
    public void Every_character_set_of_the_standard_is_read(string name) =>
        Assert.Equal(72, Assert.Single(Read(Msh.Replace("UNICODE UTF-8", name, StringComparison.Ordinal), Pid, Obr, HeartRate).Values).Value);

    [Theory]
    [InlineData("8859/15", 0xA4, "€")]
    [InlineData("8859/2", 0xB1, "ą")]
    [InlineData("8859/5", 0xB1, "Б")]
    public void Its_letters_are_those_meant(string name, byte sent, string meant)
    {
        var text = Encoding.Latin1.GetBytes($"{Msh.Replace("UNICODE UTF-8", name, StringComparison.Ordinal)}\rPID|||P-1||X^{(char)sent}\r");

        Assert.Equal(meant, Message.Read(text).Message!.Segments[1][5][2]);
    }

    [Theory]
    [InlineData("UNICODE UTF-16")]
    [InlineData("UNICODE")]
    [InlineData("8859/17")]
    [InlineData("8859/12")]
    [InlineData("KLINGON")]
    public void One_that_can_not_be_read_is_refused_by_its_name(string name)
    {
        var read = Read(Msh.Replace("UNICODE UTF-8", name, StringComparison.Ordinal), Pid, Obr, HeartRate);

        Assert.Equal(Verdict.Refused, read.Verdict);
        Assert.Contains(name, read.Problems[0].Says, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("20261122085958.123456+0000", "2026-11-22T08:59:58.1234Z")]
    [InlineData("20261122085958.1234567890-0500", "2026-11-22T13:59:58.1234Z")]
    [InlineData("20261122085958.99999+0000", "2026-11-22T08:59:58.9999Z")]
    public void A_time_with_more_digits_than_allowed_is_cut(string sent, string meant) =>
        Assert.Equal(DateTimeOffset.Parse(meant, System.Globalization.CultureInfo.InvariantCulture), Assert.Single(ReadResults(HeartRate.With(14, sent)).Values).At);

    [Fact]
    public void The_zone_of_the_message_stands_for_its_other_times()
    {
        var value = Assert.Single(Read(Msh.Replace("20261122085959+0000", "20261122115959+0300", StringComparison.Ordinal), Pid, Obr, HeartRate.With(14, "20261122115958")).Values);

        Assert.Equal((Nine.AddSeconds(-2), TimeDoubts.None), (value.At, value.TimeDoubts));
    }

    [Fact]
    public void Every_identifier_of_the_patient_is_looked_at() =>
        Assert.Equal(["999888777", "P-1"], Assert.Single(Read(Msh, "PID|||999888777^^^NAT^NI~P-1^^^CLINIC^MR", Obr, HeartRate).Values).Patient.Ids);

    [Fact]
    public void A_result_that_is_marked_as_none_is_kept_apart_with_its_reason()
    {
        var read = ReadResults(Loinc.With(11, "X"), "OBX|2||69965^MDC_DEV_MON_PHYSIO_MULTI_PARAM_MDS^MDC|1.0.0.0|||||||X");

        Assert.Empty(read.Values);
        Assert.Equal("DEV207", Assert.Single(read.Quarantined).Code);
    }

    [Theory]
    [InlineData("OBX|1|NM|8867-4^Heart rate^LN||72|/min|||||X", "DEV207")]
    [InlineData("OBX|1|NM|150456^MDC_PULS_OXIM_SAT_O2^MDC|1|97|262688^MDC_DIM_PERCENT^MDC|||||X", "DEV207")]
    [InlineData("OBX|1|NM|9999-1^Bispectral index^LN||43|1|||||X", "DEV202")]
    [InlineData("OBX|1|ST|9999-1^Remark^LN||lead off||||||X", "DEV202")]
    [InlineData("OBX|1|NM|8867-4^Heart rate^LN||72|/min|||||N", "DEV204")]
    [InlineData("OBX|1|NM|8867-4^Heart rate^LN||72|/min|||||I", "DEV204")]
    [InlineData("OBX|1|NM|8867-4^Heart rate^LN||72|/min|||||O", "DEV204")]
    [InlineData("OBX|1|NM|8867-4^Heart rate^LN||72|/min|||||U", "DEV204")]
    public void What_says_anything_under_a_status_that_is_not_filed_leaves_a_trace(string result, string code)
    {
        var read = ReadResults(result);

        Assert.Empty(read.Values);
        Assert.Equal(code, Assert.Single(read.Quarantined).Code);
    }

    [Theory]
    [InlineData("59408-5^SpO2 by pulse oximetry^LN", "%", true)]
    [InlineData("59408-5^Sättigung^LN", "%", true)]
    [InlineData("8867-4^Pulse from finger^LN", "/min", true)]
    [InlineData("8889-8^Heart rate, pulse oximeter^LN", "/min", true)]
    [InlineData("9279-1^Breaths per minute^LN", "/min", true)]
    [InlineData("8480-6^NIBP sys left arm^LN", "mm[Hg]", true)]
    [InlineData("8480-6^Diastolic blood pressure^LN", "mm[Hg]", false)]
    [InlineData("8480-6^Systolic and diastolic^LN", "mm[Hg]", false)]
    [InlineData("8867-4^Respiratory rate^LN", "/min", false)]
    [InlineData("8867-4^Fetal heart rate^LN", "/min", false)]
    [InlineData("59408-5^Heart rate^LN", "%", false)]
    [InlineData("59408-5^SpO2 low alarm limit^LN", "%", false)]
    [InlineData("8867-4^Fréquence^", "/min", false)]
    public void A_LOINC_is_doubted_where_its_name_contradicts_it_and_not_where_it_differs(string code, string unit, bool isFiled)
    {
        var read = ReadResults($"OBX|1|NM|{code}||72|{unit}|||||F");

        Assert.Equal(isFiled ? [] : ["DEV203"], read.Quarantined.Select(apart => apart.Code));
        Assert.Equal(isFiled ? 1 : 0, read.Values.Count);
    }

    [Theory]
    [InlineData("ACK^R01^ACK|A1|P|2.5", "MSA|AA|4711")]
    [InlineData("ACK|A1|P|2.5", "MSA|AR|4711")]
    [InlineData("ACK||P|9.9", "MSA|AE|")]
    [InlineData("MCF|A1|P|2.3", "MSA|AA|4711")]
    [InlineData("RSP^K11|A1|P|2.5|||AL|AL", "MSA|AA|4711")]
    public void What_answers_something_is_kept_and_never_answered(string rest, string msa)
    {
        var read = Read($@"MSH|^~\&|OTHER|F|MOORING|C|20261122085959+0000||{rest}", msa);

        Assert.Equal(MessageKind.Answer, read.Kind);
        if (read.Header!.IsAcknowledgment)
            Assert.Equal(0, Acknowledgement.Of(read.Header, read.Verdict, read.Problems, "K1", Nine).Wire.Length);
    }

    [Fact]
    public void A_batch_is_its_messages()
    {
        var one = string.Join('\r', Msh, Pid, Obr, HeartRate);
        var frame = Encoding.UTF8.GetBytes($"FHS|^~\\&|A\rBHS|^~\\&|A\r{one}\r{one.Replace("|M1|", "|M2|", StringComparison.Ordinal)}\rBTS|2\rFTS|1\r");

        var read = Batch.Messages(frame).Select(message => Intake.Read(message.Span, Table, Nine, Clinic)).ToList();

        Assert.Equal(["M1", "M2"], read.Select(message => message.Header!.ControlId));
        Assert.All(read, message => Assert.Equal((Verdict.Accepted, 1), (message.Verdict, message.Values.Count)));
    }

    [Theory]
    [InlineData("BHS|^~\\&|A\rBTS|0\r", "AR")]
    [InlineData("hello", "AR")]
    [InlineData("MSHA^~", "AR")]
    [InlineData("\u0015", "")]
    [InlineData("??MSA|AA|1", "")]
    public void What_can_not_be_read_is_refused_by_an_answer(string sent, string code)
    {
        var answer = Encoding.Latin1.GetString(Refusing.Unreadable(Encoding.Latin1.GetBytes(sent), Nine).Wire.Span);

        Assert.Equal(code.Length > 0, answer.Contains($"MSA|{code}", StringComparison.Ordinal) && answer.Length > 0);
    }

    [Fact]
    public void A_message_over_the_limit_is_refused_with_the_limit_and_the_next_is_read()
    {
        var frames = new FrameReader(5000);
        List<Frame> found = [];
        var big = Encoding.UTF8.GetBytes($"{Msh}\rNTE|1||{new string('x', 6000)}\r");

        foreach (var packet in ((byte[])[.. Frame.Wrap(big), .. Frame.Wrap(Bytes(Msh))]).Chunk(700))
            frames.Feed(packet, found.Add);

        Assert.True(found[0].IsTooLong);
        var answer = Encoding.Latin1.GetString(Refusing.TooLong(found[0].Bytes, 5000, Nine).Wire.Span);
        Assert.Contains("MSA|CR|M1", answer, StringComparison.Ordinal);
        Assert.Contains("5000 bytes", answer, StringComparison.Ordinal);
        Assert.Null(found[1].Dropped);
    }

    private static IReadOnlyList<Observed> ReadText(string text) => Intake.Read(Encoding.UTF8.GetBytes(text), Table, Nine, Clinic).Values;
}
