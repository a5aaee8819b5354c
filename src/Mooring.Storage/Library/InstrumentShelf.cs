using Mooring.Clinical.Instruments;

namespace Mooring.Storage.Library;

/// <summary>Every questionnaire there is: the published instruments and the clinic's own forms.</summary>
public sealed class InstrumentShelf(ClinicalLibrary library, IntakeContent intake)
{
    /// <summary>Those whose text may be shown, published ones first.</summary>
    public IReadOnlyList<Instrument> All =>
        [.. library.Instruments.Values.Concat(intake.Forms.Values).Select(each => each.Value).Where(each => each.Items.All(item => item.Text is not null))];

    public ContentItem<Instrument>? Find(string id) =>
        library.Instruments.TryGetValue(id, out var instrument) ? instrument : intake.Forms.GetValueOrDefault(id);

    public string NameOf(string id) => Find(id)?.Value.Title.En ?? id;
}
