namespace Mooring.Clinical.Sessions.Events;

/// <summary>The site of the cannula was looked at, and nothing was wrong with it.</summary>
public sealed record AccessChecked(string? Note = null) : SessionEvent;

/// <summary>Something went wrong at the site, and what was done about it.</summary>
/// <param name="Kind">In words, such as "extravasation".</param>
/// <param name="Action">What was done.</param>
public sealed record AccessComplicated(string Kind, string Action, string? Note = null) : SessionEvent;

/// <summary>The cannula is out.</summary>
/// <param name="SiteWell">The site was looked at and is well.</param>
/// <param name="Note">What was seen, when it is not.</param>
public sealed record AccessRemoved(bool SiteWell, string? Note = null) : SessionEvent;
