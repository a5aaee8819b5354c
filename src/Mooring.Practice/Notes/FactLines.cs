using System.Globalization;
using Mooring.Clinical;
using Mooring.Clinical.Education;
using Mooring.Clinical.Facts;
using Mooring.Clinical.Notes;
using Mooring.Content.Library;

namespace Mooring.Practice.Notes;

/// <summary>Says one kind of fact in the words of the content, in one language and the clinic's days.</summary>
public sealed class FactLines(NoteFactWord word, string language, Clinic clinic, DateTimeOffset now)
{
    private readonly SentencePrinter printer = new(clinic, now, language == "es" ? Clinical.Patients.Language.Spanish : Clinical.Patients.Language.English);

    public string Language => language;

    public string Title => NoteContent.Say(word.Title, language);

    public string Source => NoteContent.Say(word.Source, language);

    public string None => NoteContent.Say(word.None, language);

    public string Unknown => NoteContent.Say(word.Unknown, language);

    /// <summary>A line of the content with its places filled.</summary>
    public string Line(string name, params IReadOnlyList<(string Name, string Says)> values) =>
        Placeholders.Fill(NoteContent.Say(word.Lines[name], language), values.ToDictionary(value => value.Name, value => value.Says, StringComparer.Ordinal));

    /// <summary>A medicine with its dose and how often it is taken, where somebody wrote them down.</summary>
    public string Of(Medicine one)
    {
        (string, string)[] said = [("name", one.Name), ("use", string.Concat(Told(one.Use?.Dose, one.Use?.Frequency).Select(each => $", {each}")))];
        return one.ChangedOn is { } since ? Line("since", [.. said, ("day", Day(since))]) : Line("line", said);
    }

    /// <summary>An allergy with what happened and how grave it was, where somebody wrote it down.</summary>
    public string Of(Allergy one)
    {
        List<string> known = [.. Told(one.Reaction, one.Severity == AllergySeverity.NotKnown ? null : Line(NoteContent.Name(one.Severity)))];
        return Line("line", ("name", one.Name), ("reaction", known.Count > 0 ? $": {string.Join(", ", known)}" : ""));
    }

    private static IEnumerable<string> Told(params IReadOnlyList<string?> said) => said.OfType<string>().Where(each => each.Length > 0);

    public string Day(DateOnly on) => printer.Day(on);

    public string Day(DateTimeOffset at) => printer.Day(clinic.DayOf(at));

    public static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
