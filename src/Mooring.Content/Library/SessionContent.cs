using Mooring.Clinical;
using Mooring.Clinical.Education;
using Mooring.Clinical.Monitoring;
using Mooring.Clinical.Sessions;
using Mooring.Clinical.Sessions.Leaving;
using Mooring.Clinical.Staffing;

namespace Mooring.Content.Library;

/// <summary>
/// The library as the chair asks for it when a session is opened and charted. What an open session uses is pinned. Throws
/// on a library with faults.
/// </summary>
public sealed class SessionContent(ClinicalLibrary library)
{
    private readonly ClinicalLibrary library = library.Sound();

    /// <summary>The terms an adverse event is recorded by.</summary>
    public AdverseCatalogue AdverseTerms => library.AdverseEvents!;

    /// <summary>How many people must be there, and who.</summary>
    public StaffingTerms Staffing => library.Staffing!.Value;

    /// <summary>What emergency mode offers.</summary>
    public EmergencyTerms Emergency => library.Emergency!.Value;

    /// <summary>By title.</summary>
    public IEnumerable<EmergencyCard> EmergencyCards => library.EmergencyCards.Values.Select(card => card.Value).OrderBy(card => card.Title, StringComparer.Ordinal);

    /// <summary>What the forms at the chair offer.</summary>
    public BedsideTerms Bedside => library.Bedside!.Value;

    public HomeCheck HomeCheck => library.HomeCheck!.Value;

    /// <summary>The card of this id, or null.</summary>
    public EmergencyCard? EmergencyCard(string? id) => id is null ? null : library.EmergencyCards.GetValueOrDefault(id)?.Value;

    /// <summary>The pack of a route, pinned, or null when there is none.</summary>
    public (MonitoringPack Pack, ContentPin Pin)? PackFor(DoseRoute route) => library.Packs
        .Where(read => read.Value!.Route == route)
        .Select(read => ((MonitoringPack Pack, ContentPin Pin)?)(read.Value!, new ContentPin(read.Value!.Id, read.Value.Version, read.Hash)))
        .FirstOrDefault();

    /// <summary>What a patient takes home, in their language; English where there is no other.</summary>
    public EducationText? AfterVisit(string language) =>
        Texts.FirstOrDefault(text => text.Language == language) ?? Texts.FirstOrDefault(text => text.Language == "en");

    internal MonitoringPack? PackOf(ContentPin pin) => library.Packs.FirstOrDefault(read => read.Hash == pin.Hash)?.Value;

    /// <summary>The file behind a pin, word for word; null when the library holds another version by now.</summary>
    internal string? TextOf(ContentPin pin) => library.Packs.FirstOrDefault(read => read.Hash == pin.Hash)?.Text;

    private IEnumerable<EducationText> Texts => library.Educations.Where(text => text.Id == "after-visit");
}
