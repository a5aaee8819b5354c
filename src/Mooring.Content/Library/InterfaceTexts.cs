using Mooring.Clinical.Instruments;
using Mooring.Clinical.Patients;

namespace Mooring.Content.Library;

/// <summary>One language of the patient's own pages.</summary>
public sealed record InterfaceFile
{
    public required string Language { get; init; }

    public required IReadOnlyDictionary<string, string> Texts { get; init; }
}

/// <summary>The words of the patient's own pages. The library has faults when a key is in one language only.</summary>
public sealed class InterfaceTexts(ClinicalLibrary library)
{
    private readonly Dictionary<Language, IReadOnlyDictionary<string, string>> texts = new()
    {
        [Language.English] = In(library, "en"),
        [Language.Spanish] = In(library, "es"),
    };

    public string Of(Language language, string key) => texts[language][key];

    public IReadOnlyCollection<string> Keys => [.. texts[Language.English].Keys];

    /// <summary>The text in the language where there is one, else English.</summary>
    public static string Of(Language language, Wording wording) => language == Language.Spanish ? wording.Es ?? wording.En : wording.En;

    private static IReadOnlyDictionary<string, string> In(ClinicalLibrary library, string language) =>
        library.Sound().Interface.Single(file => file.Language == language).Texts;
}
