using Mooring.Clinical.Monitoring;

namespace Mooring.Clinical.Sessions.Correcting;

/// <summary>
/// An earlier event was wrong. It stays in the journal and counts no longer; what should have been there may stand in
/// its place.
/// </summary>
/// <param name="Event">The id of the event that was wrong; a correction may itself be corrected.</param>
/// <param name="Instead">What counts in its place; nothing strikes it out.</param>
/// <param name="InsteadAt">When that happened, if the time was wrong too.</param>
[Journaled("corrected", EventKind.Session, Right.CorrectEntries, OnTablet = true)]
public sealed record Corrected(Guid Event, string Reason, SessionEvent? Instead = null, DateTimeOffset? InsteadAt = null) : SessionEvent
{
    internal override string InWords(MonitoringPack pack) => Instead is { } instead ? $"Corrected ({Reason}): {instead.InWords(pack)}" : $"Struck out: {Reason}.";
}

/// <summary>Something to add after the record was signed.</summary>
[Journaled("addendum", EventKind.Note, Right.WriteAtTheChair)]
public sealed record AddendumAdded(string Text, string Reason) : SessionEvent
{
    internal override string InWords(MonitoringPack pack) => $"Addendum ({Reason}): {Text}";
}
