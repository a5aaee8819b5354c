using System.Globalization;
using System.Text;
using Mooring.Devices.Mllp;

namespace Mooring.Devices.Hl7;

/// <summary>What became of a message.</summary>
public enum Verdict
{
    /// <summary>Our own failure (store down, disk full): the sender must keep the message and send it again. CE or AE.</summary>
    Failed,

    /// <summary>The message itself is at fault; sending it again will not help. CR or AR.</summary>
    Refused,

    /// <summary>Kept: to be said only after the commit. CA or AA.</summary>
    Accepted,
}

/// <summary>How a source is answered.</summary>
public enum AnswerStyle
{
    /// <summary>By its own MSH-15 and MSH-16.</summary>
    AsAsked,

    /// <summary>Always AA, AE or AR: some devices ask for an accept acknowledgement and understand only this.</summary>
    Original,
}

/// <summary>
/// The acknowledgement rules of HL7 2.6 chapter 2 and IHE PCD TF-2 appendix B: who is answered, when, and with what.
/// </summary>
public static class Acknowledgement
{
    /// <summary>The answer that this sender is due, which may be none. The result is what to store beside the message.</summary>
    /// <param name="header">The header of the message answered.</param>
    /// <param name="verdict">What became of it.</param>
    /// <param name="because">The problems named in ERR when refused.</param>
    /// <param name="controlId">Our own MSH-10, unique for us; up to 18 plain characters.</param>
    /// <param name="now">The time for MSH-7.</param>
    /// <param name="style">The switch of this source.</param>
    public static Answer Of(
        Header header, Verdict verdict, IReadOnlyList<Problem> because, string controlId, DateTimeOffset now, AnswerStyle style = AnswerStyle.AsAsked)
    {
        if (header.IsAcknowledgment)
            return Answer.None;
        string Compose(char level) => new Acknowledging(header, verdict, because, controlId, now).Compose(level);

        if (style == AnswerStyle.Original || header.IsOriginalMode)
            return Answer.Of(Compose('A'));

        var accept = IsDue(header.AcceptMode, verdict);
        // What was not accepted never reaches an application, so the second answer follows only a CA.
        var application = IsDue(header.ApplicationMode, verdict) && !(accept && verdict != Verdict.Accepted);
        return (accept, application) switch
        {
            (true, true) => Answer.Of(Compose('C'), new Acknowledging(header, verdict, because, controlId + "-A", now).Compose('A')),
            (true, false) => Answer.Of(Compose('C')),
            (false, true) => Answer.Of(Compose('A')),
            _ => Answer.None,
        };
    }

    /// <summary>The answer to something that has no header that could be answered: a reject to nobody in particular.</summary>
    public static Answer ToNobody(Problem because, string controlId, DateTimeOffset now) =>
        Header.Read("MSH|^~\\&|||||||||P|2.5"u8) is { } plain ? Answer.Of(new Acknowledging(plain, Verdict.Refused, [because], controlId, now).Compose('A')) : Answer.None;

    private static bool IsDue(string mode, Verdict verdict) => mode switch
    {
        "" or "NE" => false,
        "ER" => verdict != Verdict.Accepted,
        "SU" => verdict == Verdict.Accepted,

        // AL, and a word not in the table: to answer too much is safer than to leave a sender waiting.
        _ => true,
    };

    private sealed record Acknowledging(Header To, Verdict Verdict, IReadOnlyList<Problem> Because, string ControlId, DateTimeOffset Now)
    {
        public string Compose(char level)
        {
            var f = To.Marks.Field;
            var c = To.Marks.Component;
            var trigger = To.Event.Length == 3 && To.Event.All(char.IsAsciiLetterOrDigit) ? To.Event : "";
            var modes = To.IsOriginalMode ? $"{f}" : $"NE{f}NE";
            var code = level + (Verdict switch { Verdict.Accepted => "A", Verdict.Refused => "R", _ => "E" });
            var text = new StringBuilder();
            text.Append(CultureInfo.InvariantCulture, $"MSH{f}{To.EncodingCharacters}{f}{To.ReceivingApplication}{f}{To.ReceivingFacility}{f}{To.SendingApplication}{f}{To.SendingFacility}{f}");
            text.Append(CultureInfo.InvariantCulture, $"{Timestamp.Write(Now)}{f}{f}ACK{c}{trigger}{c}ACK{f}{ControlId}{f}{To.Processing}{f}{To.VersionField}{f}{f}{f}{modes}{f}{f}{Plain(To.CharacterSet)}\r");
            text.Append(CultureInfo.InvariantCulture, $"MSA{f}{code}{f}{To.ControlId}\r");
            foreach (var problem in Reasons())
                text.Append(Error(problem, f, c));
            return text.ToString();
        }

        private IEnumerable<Problem> Reasons() => Verdict switch
        {
            Verdict.Accepted => [],
            Verdict.Failed when Because.Count == 0 => [new("DEV190", "", "The message could not be kept now. Keep it and send it again.", Hl7Codes.Internal)],
            _ => Because.Where(problem => problem.IsFatal).Take(10),
        };

        private string Error(Problem problem, char f, char c)
        {
            var place = string.Join(c, problem.At.Split('[', ']', '-').Where(part => part.Length > 0).Select(Plain));
            var coded = string.Create(CultureInfo.InvariantCulture, $"{problem.Hl7Code}{c}{Hl7Codes.Name(problem.Hl7Code)}{c}HL70357");

            // ERR took its present shape with 2.5; before, its one field held place and code together.
            return string.CompareOrdinal(To.Version, "2.5") >= 0
                ? $"ERR{f}{f}{place}{f}{coded}{f}E{f}{problem.Code}{f}{f}{f}{Plain(problem.Says)}\r"
                : $"ERR{f}{place}{c}{coded.Replace(c, To.Marks.Subcomponent)}\r";
        }

        private string Plain(string text) => Escapes.Escape(new string([.. text.Select(letter => letter is >= ' ' and <= '~' ? letter : '?')]), To.Marks);
    }
}
