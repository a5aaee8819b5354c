using System.Globalization;
using Mooring.Clinical;
using Mooring.Clinical.Education;
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

    public string Day(DateOnly on) => printer.Day(on);

    public string Day(DateTimeOffset at) => printer.Day(clinic.DayOf(at));

    public static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
