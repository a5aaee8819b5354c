using Mooring.Clinical;
using Mooring.Clinical.Instruments;
using Mooring.Clinical.Patients;

namespace Mooring.Content.Library;

/// <summary>One language of the patient's own pages.</summary>
public sealed record InterfaceFile
{
    public required string Language { get; init; }

    public required IReadOnlyDictionary<string, string> Texts { get; init; }

    /// <summary>What a patient may be refused, by its code; English stands where it is decided.</summary>
    public IReadOnlyDictionary<string, string> Refusals { get; init; } = new Dictionary<string, string>();
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

    /// <summary>What a questionnaire asks about, in a patient's words; null where nobody wrote them, and its title stands.</summary>
    public string? Called(Language language, string instrument) => texts[language].GetValueOrDefault($"sheet-{instrument}");

    /// <summary>The refusal with its sentence in this language; as it is, where it has none in it.</summary>
    public Refusal Of(Language language, Refusal refusal) =>
        language == Language.Spanish && Refusals.TryGetValue(refusal.Code, out var words) ? refusal with { Sentence = refusal.Sentence.In(words) } : refusal;

    /// <summary>The codes that are worded for patients in their own language.</summary>
    public IReadOnlyDictionary<string, string> Refusals { get; } = library.Sound().Interface.Single(file => file.Language == "es").Refusals;

    public IReadOnlyCollection<string> Keys => [.. texts[Language.English].Keys];

    /// <summary>The text in the language where there is one, else English.</summary>
    public static string Of(Language language, Wording wording) => language == Language.Spanish ? wording.Es ?? wording.En : wording.En;

    private static IReadOnlyDictionary<string, string> In(ClinicalLibrary library, string language) =>
        library.Sound().Interface.Single(file => file.Language == language).Texts;
}
