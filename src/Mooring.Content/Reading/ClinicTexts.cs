using Mooring.Clinical.Instruments;
using Mooring.Content.Yaml;

namespace Mooring.Content.Reading;

/// <summary>
/// The licensed texts of this clinic: <c>instrument-texts/madrs.en.yaml</c> in its data folder, read as strictly as the
/// content. A file with a fault is not used, and the questionnaires page says why.
/// </summary>
public sealed record ClinicTexts(IReadOnlyList<LicensedText> Texts, IReadOnlyList<LibraryFault> Faults)
{
    public const string Folder = "instrument-texts";

    public static ClinicTexts None { get; } = new([], []);

    /// <param name="dataFolder">The clinic's data folder; without that sub-folder there are no texts.</param>
    /// <param name="find">An instrument by its id; null when there is none.</param>
    public static ClinicTexts Load(string dataFolder, Func<string, Instrument?> find)
    {
        var folder = Path.Combine(dataFolder, Folder);
        if (!Directory.Exists(folder))
            return None;

        List<LicensedText> texts = [];
        List<LibraryFault> faults = [];
        // "en" sorts before "es": a Spanish text needs the English one beside it.
        foreach (var file in Directory.EnumerateFiles(folder, "*.yaml").Order(StringComparer.Ordinal))
        {
            var name = $"{Folder}/{Path.GetFileName(file)}";
            var read = StrictYaml.Read<LicensedText>(file);
            faults.AddRange(read.Faults.Select(fault => fault with { File = name }));
            if (read.Value is not { } text)
                continue;

            List<LibraryFault> wrong = [.. Wrong(text, name, texts, find).Select(fault => new LibraryFault(fault.Code, name, 0, fault.Says))];
            faults.AddRange(wrong);
            if (wrong.Count == 0)
                texts.Add(text);
        }

        return new(texts, faults);
    }

    /// <summary>The instrument with the words this clinic has for it.</summary>
    public Instrument Fill(Instrument instrument) =>
        Texts.Where(text => text.Instrument == instrument.Id).Aggregate(instrument, (filled, text) => text.Fill(filled));

    private static IEnumerable<(string Code, string Says)> Wrong(LicensedText text, string name, List<LicensedText> before, Func<string, Instrument?> find)
    {
        if (name != $"{Folder}/{text.Instrument}.{text.Language}.yaml")
            yield return ("LIB600", $"Name the file {text.Instrument}.{text.Language}.yaml.");
        if (find(text.Instrument) is not { } instrument)
            yield return ("LIB601", $"There is no instrument '{text.Instrument}'.");
        else
        {
            foreach (var says in text.Faults(new ClinicTexts(before, []).Fill(instrument)))
                yield return ("LIB602", says);
        }
    }
}
