using Mooring.Clinical;
using Mooring.Clinical.Education;
using Mooring.Clinical.Sessions;
using Mooring.Clinical.Watching;

namespace Mooring.Storage.Library;

/// <summary>The content a session is opened and charted with, as it is in the folder now. What an open session uses is pinned.</summary>
public sealed class SessionContent(string folder)
{
    private readonly Lazy<IReadOnlyList<ContentRead<MonitoringPack>>> packs = new(() => MonitoringPacks.ReadAll(folder));
    private readonly Lazy<ContentRead<AdverseCatalogue>> adverse = new(() => AdverseEvents.ReadFrom(folder));
    private readonly Lazy<ContentShelf<EducationText>> education = new(() => Educations.Read(folder));

    /// <summary>The terms an adverse event is recorded by.</summary>
    /// <exception cref="InvalidOperationException">The catalogue is not sound.</exception>
    public AdverseCatalogue AdverseTerms => adverse.Value.Value
        ?? throw new InvalidOperationException($"The catalogue of adverse events can not be used: {string.Join("; ", adverse.Value.Faults)}");

    /// <summary>The sound pack of a route, pinned, or null when there is none.</summary>
    public (MonitoringPack Pack, ContentPin Pin)? PackFor(DoseRoute route) => packs.Value
        .Where(read => read.IsSound && read.Value.Route == route)
        .Select(read => ((MonitoringPack Pack, ContentPin Pin)?)(read.Value!, new ContentPin(read.Value!.Id, read.Value.Version, read.Hash)))
        .FirstOrDefault();

    /// <summary>What a patient takes home, in her language; English where there is no other.</summary>
    public EducationText? AfterVisit(string language) =>
        Texts.FirstOrDefault(text => text.Language == language) ?? Texts.FirstOrDefault(text => text.Language == "en");

    internal MonitoringPack? PackOf(ContentPin pin) => packs.Value.FirstOrDefault(read => read.Hash == pin.Hash)?.Value;

    /// <summary>The file behind a pin, word for word; null when the folder holds another version by now.</summary>
    internal string? TextOf(ContentPin pin) =>
        packs.Value.FirstOrDefault(read => read.Hash == pin.Hash) is { } read ? File.ReadAllText(read.File) : null;

    private IEnumerable<EducationText> Texts => education.Value.Items.Where(text => text.Id == "after-visit");
}
