using Mooring.Clinical;
using Mooring.Clinical.Facts;
using Mooring.Clinical.Instruments;
using Mooring.Clinical.Notes;
using Mooring.Clinical.Sessions.Rescuing;
using Mooring.Content.Yaml;

namespace Mooring.Content.Library;

/// <summary>The library as notes and letters ask for it. Throws on a library with faults.</summary>
public sealed class NoteContent(ClinicalLibrary library)
{
    private readonly ClinicalLibrary library = library.Sound();

    public NoteTerms Terms => library.NoteTerms!.Value;

    /// <summary>In the order in which kinds are listed, then by title.</summary>
    public IReadOnlyList<NoteTemplate> Templates => [.. library.Notes.Values.Select(note => note.Value).OrderBy(note => note.Kind).ThenBy(note => note.Title.En, StringComparer.Ordinal)];

    /// <summary>One a letter and language.</summary>
    public IReadOnlyList<LetterTemplate> Letters => library.Letters;

    public NoteTemplate? Template(string? id) => id is null ? null : library.Notes.GetValueOrDefault(id)?.Value;

    /// <summary>In this language, or in English when it was never translated.</summary>
    public LetterTemplate? Letter(string? id, string language) =>
        Letters.FirstOrDefault(letter => letter.Id == id && letter.Language == language) ?? Letters.FirstOrDefault(letter => letter.Id == id && letter.Language == "en");

    public NoteFactWord Words(NoteFact fact) => library.NoteFacts!.Value.Facts.First(word => word.Fact == fact);

    /// <summary>The hash and the text of a file as it was read, for keeping.</summary>
    /// <param name="file">Below the content folder, such as <c>notes/phone.yaml</c>.</param>
    public (string Hash, string Text) Kept(string file) => (library.Review.Hashes[file], library.Texts[file]);

    /// <summary>The names of the lines that a fact is said in.</summary>
    internal static IReadOnlyList<string> LinesOf(NoteFact fact) => fact switch
    {
        NoteFact.Diagnoses => ["line", "remission", "family"],
        NoteFact.Medicines => ["line", "since"],
        NoteFact.Allergies => ["line", .. Enum.GetValues<AllergySeverity>().Where(severity => severity != AllergySeverity.NotKnown).Select(severity => YamlRecords.Kebab(severity.ToString()))],
        NoteFact.Scores => ["line", "change"],
        NoteFact.LastSession => ["given", "pressure", "event", "no-event", .. Enum.GetNames<DoseRoute>().Concat(Enum.GetNames<AdverseOutcome>()).Select(YamlRecords.Kebab)],
        NoteFact.SuicideRisk => ["line", "open"],
        NoteFact.Goals => ["line", "rated"],
        _ => ["line"],
    };

    /// <summary>The line that names a route or an outcome.</summary>
    public static string Name(Enum one) => YamlRecords.Kebab(one.ToString());

    /// <summary>In this language, or in English.</summary>
    public static string Say(Wording wording, string language) => language == "es" ? wording.Es ?? wording.En : wording.En;
}
