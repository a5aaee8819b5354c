using Mooring.Clinical.Monitoring;
using static Mooring.Clinical.Sessions.Describe;

namespace Mooring.Clinical.Sessions.Bedside;

/// <summary>A cannula was placed.</summary>
/// <param name="Site">Where, such as "left forearm".</param>
/// <param name="Gauge">Its size, such as "22 G".</param>
[Journaled("access", EventKind.Session, Right.PlaceAccess, OnTablet = true)]
public sealed record AccessPlaced(string Site, string? Gauge = null, int Attempts = 1) : SessionEvent
{
    internal override string InWords(MonitoringPack pack) => $"IV line placed, {Site}{With(Gauge)}.";
}

/// <summary>The site of the cannula was looked at, and nothing was wrong with it.</summary>
[Journaled("access-checked", EventKind.Session, Right.PlaceAccess, OnTablet = true)]
public sealed record AccessChecked(string? Note = null) : SessionEvent
{
    internal override string InWords(MonitoringPack pack) => $"IV line checked: fine{With(Note)}.";
}

/// <summary>Something went wrong at the site, and what was done about it.</summary>
/// <param name="Kind">In words, such as "extravasation".</param>
/// <param name="Action">What was done.</param>
[Journaled("access-complicated", EventKind.Event, Right.PlaceAccess, OnAxis = true, OnTablet = true)]
public sealed record AccessComplicated(string Kind, string Action, string? Note = null) : SessionEvent
{
    internal override string InWords(MonitoringPack pack) => $"IV line: {Kind}; {Action}{With(Note)}.";
}

/// <summary>The cannula is out.</summary>
/// <param name="SiteWell">The site was looked at and is well.</param>
/// <param name="Note">What was seen, when it is not.</param>
[Journaled("access-removed", EventKind.Session, Right.PlaceAccess, OnTablet = true)]
public sealed record AccessRemoved(bool SiteWell, string? Note = null) : SessionEvent
{
    internal override string InWords(MonitoringPack pack) => $"IV line removed, {(SiteWell ? "site well" : "site not well")}{With(Note)}.";
}
