using Mooring.Clinical.Monitoring;
using static Mooring.Clinical.Sessions.Describe;

namespace Mooring.Clinical.Sessions.Rescuing;

/// <summary>Something unwanted happened to the patient.</summary>
/// <param name="Term">A term's id in the catalogue of adverse events.</param>
/// <param name="Grade">1 mild to 5 fatal, by the catalogue's wording.</param>
/// <param name="Action">What was done.</param>
/// <param name="Outcome">How it stands now.</param>
[Journaled("adverse-event", EventKind.Event, Right.RecordAdverseEvents, OnAxis = true, OnTablet = true)]
public sealed record AdverseEventRecorded(string Term, int Grade, string Action, AdverseOutcome Outcome) : SessionEvent
{
    /// <summary>The patient's or the nurse's own words.</summary>
    public string? Verbatim { get; init; }

    /// <summary>By the catalogue, or because somebody said so: the course waits for a review.</summary>
    public bool Serious { get; init; }

    public Causality Causality { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>It was not over when it was last looked at.</summary>
    public bool IsOpen => Outcome is AdverseOutcome.Unknown or AdverseOutcome.Ongoing or AdverseOutcome.Recovering;

    internal override string InWords(MonitoringPack pack) => $"Adverse event: {Term}, grade {Grade}; {Action}; {Words(Outcome)}{(Serious ? "; serious" : "")}.";
}

/// <summary>How an adverse event stands by now.</summary>
/// <param name="Event">The entry that recorded it.</param>
[Journaled("adverse-event-followed", EventKind.Session, Right.RecordAdverseEvents)]
public sealed record AdverseEventFollowed(Guid Event, AdverseOutcome Outcome, string? Note = null) : SessionEvent
{
    internal override string InWords(MonitoringPack pack) => $"Adverse event: {Words(Outcome)}{With(Note)}.";
}

/// <summary>Whether the treatment caused it, in the steps of the WHO's center in Uppsala.</summary>
public enum Causality
{
    NotAssessed,
    Unlikely,
    Possible,
    Probable,
    Certain,
}

public enum AdverseOutcome
{
    Unknown,
    Ongoing,
    Recovering,
    Resolved,
    ResolvedWithHarm,
    Fatal,
}
