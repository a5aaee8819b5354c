using Mooring.Devices.Hl7;

namespace Mooring.Tests.Devices;

public class ReadingGrammar
{
    [Fact]
    public void Takes_the_marks_that_the_message_announces()
    {
        var message = Message.Read(Sample.Bytes("MSH$*~!%$A*B$$$$20260101$$ORU*R01$7$P$2.6", "PID$$$X!S!Y*!F!")).Message!;

        Assert.Equal("B", message.Segments[0][3][2]);
        Assert.Equal("X*Y", message.Segments[1][3][1]);
        Assert.Equal("$", message.Segments[1][3][2]);
    }

    [Theory]
    [InlineData(@"\F\", "|")]
    [InlineData(@"\S\\T\\R\\E\", @"^&~\")]
    [InlineData(@"\X4D6A\", "Mj")]
    [InlineData(@"a\.br\b", "a\nb")]
    [InlineData(@"\H\bold\N\", "bold")]
    [InlineData(@"\Zfoo\", @"\Zfoo\")]
    [InlineData(@"end\", @"end\")]
    public void Resolves_what_it_knows_and_leaves_what_it_does_not(string sent, string meant) =>
        Assert.Equal(meant, Escapes.Unescape(sent, Delimiters.Usual));

    [Theory]
    [InlineData("a|b^c~d\\e&f")]
    [InlineData("line\nnext")]
    public void Escaping_and_reading_gives_the_same_text(string text) =>
        Assert.Equal(text, Escapes.Unescape(Escapes.Escape(text, Delimiters.Usual), Delimiters.Usual));

    [Theory]
    [InlineData("")]
    [InlineData("hello")]
    [InlineData("MSH")]
    [InlineData("MSH|^~|A")]
    [InlineData("MSH|^^^^|A")]
    [InlineData(@"MSHA^~\&A")]
    public void Says_when_there_is_no_header(string text)
    {
        var parsed = Message.Read(Sample.Bytes(text));

        Assert.Null(parsed.Message);
        Assert.Null(parsed.Header);
        Assert.Equal("DEV101", Assert.Single(parsed.Problems).Code);
    }

    [Fact]
    public void Takes_lines_that_end_in_any_way()
    {
        var message = Message.Read("MSH|^~\\&|A|||||X|ORU^R01|1|P|2.6\r\nPID|1\nPV1|1\rOBR|1"u8).Message!;

        Assert.Equal(["MSH", "PID", "PV1", "OBR"], message.Segments.Select(segment => segment.Name));
    }

    [Fact]
    public void Counts_segments_of_a_name_and_names_their_fields()
    {
        var message = Message.Read(Sample.Bytes(Sample.Msh, "OBX|1", "NTE|1", "OBX|2")).Message!;

        Assert.Equal("OBX[2]-5", message.Segments[3].Place(5));
        Assert.True(message.Segments[3][99].IsEmpty);
    }

    [Fact]
    public void Refuses_a_line_that_is_no_segment_and_a_second_header_inside()
    {
        Assert.Equal("DEV104", Message.Read(Sample.Bytes(Sample.Msh, "obx|1")).Problems[0].Code);
        Assert.Equal("DEV104", Message.Read(Sample.Bytes(Sample.Msh, "OBX1|1")).Problems[0].Code);
        Assert.Equal("DEV105", Message.Read(Sample.Bytes(Sample.Msh, Sample.Obr, Sample.Msh)).Problems[0].Code);
    }

    [Fact]
    public void Reads_the_character_sets_that_it_says_it_reads()
    {
        var latin = System.Text.Encoding.Latin1.GetBytes(Sample.Msh.Replace("UNICODE UTF-8", "8859/1", StringComparison.Ordinal) + "\rPID|||Müller");
        Assert.Equal("Müller", Message.Read(latin).Message!.Segments[1][3].Text);
        Assert.Equal("Müller", Message.Read(Sample.Bytes(Sample.Msh, "PID|||Müller")).Message!.Segments[1][3].Text);
        Assert.Equal("DEV102", Message.Read(Sample.Bytes(Sample.Msh.Replace("UNICODE UTF-8", "UNICODE UTF-16", StringComparison.Ordinal))).Problems[0].Code);
    }

    [Fact]
    public void Does_not_guess_letters_that_nobody_announced()
    {
        var parsed = Message.Read(Sample.Bytes(Sample.Msh.Replace("UNICODE UTF-8", "", StringComparison.Ordinal), "PID|||Müller"));

        Assert.Contains('\uFFFD', parsed.Message!.Segments[1][3].Text);
        Assert.Equal("DEV103", Assert.Single(parsed.Problems).Code);
    }

    [Theory]
    [InlineData("20261122085958+0000", "2026-11-22T08:59:58Z", false)]
    [InlineData("20261122085958.1234-0500", "2026-11-22T13:59:58.1234Z", false)]
    [InlineData("202611220859", "2026-11-22T13:59:00Z", true)]
    [InlineData("20261122085958", "2026-11-22T13:59:58Z", true)]
    public void Times_without_a_zone_are_the_clinics(string sent, string meant, bool assumed)
    {
        var stamp = Timestamp.Read(sent)!.Value;

        Assert.Equal(DateTimeOffset.Parse(meant, System.Globalization.CultureInfo.InvariantCulture), stamp.In(Sample.Clinic, Sample.Nine));
        Assert.Equal(assumed, stamp.Offset is null);
    }

    [Theory]
    [InlineData("")]
    [InlineData("20261122")]
    [InlineData("20261322085958")]
    [InlineData("20261122085958+99")]
    [InlineData("20261122085958+2500")]
    [InlineData("2026-11-22T08:59")]
    public void What_is_not_a_time_to_the_minute_is_no_time(string sent) => Assert.Null(Timestamp.Read(sent));

    [Fact]
    public void An_hour_that_comes_twice_is_the_one_nearer_and_one_that_never_came_is_none()
    {
        var twice = Timestamp.Read("20261101013000")!.Value;
        var late = new DateTimeOffset(2026, 11, 1, 6, 31, 0, TimeSpan.Zero);

        Assert.Equal(late.AddMinutes(-1), twice.In(Sample.Clinic, late));
        Assert.Equal(late.AddMinutes(-61), twice.In(Sample.Clinic, late.AddHours(-1)));
        Assert.Null(Timestamp.Read("20260308023000")!.Value.In(Sample.Clinic, late));
    }
}
