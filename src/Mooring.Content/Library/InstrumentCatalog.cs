using Mooring.Clinical.Instruments;
using Mooring.Content.Reading;
using Mooring.Content.Yaml;

namespace Mooring.Content.Library;

/// <summary>Every questionnaire there is: the published instruments and the clinic's own forms, with the words it may use.</summary>
public sealed class InstrumentCatalog(ClinicalLibrary library, IntakeContent intake, ClinicTexts? texts = null)
{
    private readonly Dictionary<string, ContentItem<Instrument>> items = library.Instruments.Values.Concat(intake.Forms.Values)
        .Select(item => item with { Value = (texts ?? ClinicTexts.None).Fill(item.Value) })
        .ToDictionary(item => item.Value.Id);

    /// <summary>Published ones first, each in the order of its id.</summary>
    public IReadOnlyList<Instrument> All => [.. items.Values.Select(item => item.Value)];

    /// <summary>The clinic's own texts that can not be used, and why.</summary>
    public IReadOnlyList<LibraryFault> TextFaults => (texts ?? ClinicTexts.None).Faults;

    public ContentItem<Instrument>? Find(string id) => items.GetValueOrDefault(id);

    /// <summary>The file of a questionnaire as it was read, for keeping beside a sheet.</summary>
    public string TextOf(ContentItem<Instrument> item) => library.Texts[item.File];

    /// <summary>A questionnaire from the text that was kept of it, with the words that this clinic has for it; null where it can not be read any more.</summary>
    public Instrument? Read(string text, string id) => StrictYaml.ReadText<Instrument>(text, id).Value is { } read ? (texts ?? ClinicTexts.None).Fill(read) : null;

    public string NameOf(string id) => Find(id)?.Value.Title.En ?? id;
}
