using Mooring.Clinical.Instruments;
using Mooring.Clinical.Patients;

namespace Mooring.Storage.Library;

/// <summary>One language of the patient's own pages.</summary>
public sealed record InterfaceFile
{
    public required string Language { get; init; }

    public required IReadOnlyDictionary<string, string> Texts { get; init; }
}

/// <summary>The words of the patient's own pages. Both languages have the same keys, or it does not load.</summary>
public sealed class InterfaceTexts
{
    private readonly IReadOnlyDictionary<Language, IReadOnlyDictionary<string, string>> texts;

    private InterfaceTexts(IReadOnlyDictionary<Language, IReadOnlyDictionary<string, string>> texts) => this.texts = texts;

    /// <exception cref="InvalidOperationException">A file can not be read, or a key is missing in one of them.</exception>
    public static InterfaceTexts Load(string folder)
    {
        var reader = new ContentReader(folder);
        var (english, spanish) = (reader.One<InterfaceFile>("interface/en.yaml"), reader.One<InterfaceFile>("interface/es.yaml"));
        if (reader.Faults.Count > 0)
            throw new InvalidOperationException($"The words of the patients' pages can not be used: {string.Join("; ", reader.Faults)}");

        var onlyInOne = english!.Value.Texts.Keys.Except(spanish!.Value.Texts.Keys).Concat(spanish.Value.Texts.Keys.Except(english.Value.Texts.Keys)).ToList();
        return onlyInOne.Count == 0
            ? new(new Dictionary<Language, IReadOnlyDictionary<string, string>> { [Language.English] = english.Value.Texts, [Language.Spanish] = spanish.Value.Texts })
            : throw new InvalidOperationException($"These words are in one language only: {string.Join(", ", onlyInOne)}.");
    }

    public string Of(Language language, string key) => texts[language][key];

    public IReadOnlyCollection<string> Keys => [.. texts[Language.English].Keys];

    /// <summary>The text in the language where there is one, else English.</summary>
    public static string Of(Language language, Wording wording) => language == Language.Spanish ? wording.Es ?? wording.En : wording.En;
}
