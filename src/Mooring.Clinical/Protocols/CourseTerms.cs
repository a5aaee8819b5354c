using Mooring.Kinetics.Quantities;

namespace Mooring.Clinical.Protocols;

/// <summary>How long a person stays, for planning and for what the patient is told. The monitoring pack decides when they may leave.</summary>
public sealed record StayTimes
{
    public required Quantity Preparation { get; init; }

    /// <summary>The least time under observation: after the infusion ends, or after the last dose.</summary>
    public required Quantity Observation { get; init; }

    public required Quantity VisitLow { get; init; }

    public required Quantity VisitHigh { get; init; }

    public required IReadOnlyList<Because> Because { get; init; }
}

public enum SessionStyle
{
    /// <summary>Low dose, talking while the drug works.</summary>
    Psycholytic,

    /// <summary>Eye mask and music; talking before and after.</summary>
    Inward,

    /// <summary>The drug and watching over the patient; therapy goes on elsewhere.</summary>
    Medical,
}

/// <summary>The therapy around the dosing sessions.</summary>
public sealed record TherapyTerms
{
    public required SessionStyle Style { get; init; }

    /// <summary>Meetings before the first dosing session.</summary>
    public required int Before { get; init; }

    /// <summary>Meetings after dosing, at least.</summary>
    public required int After { get; init; }

    /// <summary>What happens in them.</summary>
    public required string Says { get; init; }

    public required IReadOnlyList<Because> Because { get; init; }
}

/// <summary>What a phase of a course is for.</summary>
public enum PhaseKind
{
    /// <summary>The first sessions, until it is judged whether the treatment helps.</summary>
    Induction,

    /// <summary>Sessions further apart, in which dose and interval are found.</summary>
    Optimization,

    /// <summary>Sessions that grow fewer until they end.</summary>
    Taper,

    /// <summary>Sessions that keep what was reached, at the interval that a prescriber decides.</summary>
    Maintenance,
}

/// <summary>Dosing sessions at one spacing.</summary>
public sealed record CoursePhase
{
    public required string Name { get; init; }

    public required PhaseKind Kind { get; init; }

    public required int Sessions { get; init; }

    public required int Low { get; init; }

    public required int High { get; init; }

    /// <summary>Days from one session to the next, used in turn: 3 d and 4 d is twice a week.</summary>
    public required IReadOnlyList<Quantity> Gaps { get; init; }

    public required IReadOnlyList<Because> Because { get; init; }

    /// <summary>The gaps as whole days.</summary>
    public IReadOnlyList<int> DaysApart() => [.. Gaps.Select(gap => (int)gap.AsTime!.Value.TotalDays)];
}

/// <summary>Between which intervals maintenance sessions usually lie, and how often the need for them is looked at anew.</summary>
public sealed record MaintenanceInterval
{
    public required Quantity Shortest { get; init; }

    public required Quantity Longest { get; init; }

    /// <summary>Need, dose, interval and long-term checks are reviewed this long after the last review or decision.</summary>
    public required Quantity ReviewEvery { get; init; }

    public required IReadOnlyList<Because> Because { get; init; }
}

/// <summary>Where a course ends before it becomes maintenance or another course. Rules weigh it; nothing is refused by it alone.</summary>
public sealed record CourseLimit
{
    /// <summary>The most sessions.</summary>
    public required int Sessions { get; init; }

    /// <summary>The most days from the first session; null for a single one.</summary>
    public Quantity? Length { get; init; }

    public required IReadOnlyList<Because> Because { get; init; }
}

/// <summary>What must be looked at after so many sessions. It prompts; it changes nothing.</summary>
public sealed record Checkpoint
{
    public required string Id { get; init; }

    /// <summary>Dosing sessions of the course that are done; null where it stands at the end of a phase.</summary>
    public int? After { get; init; }

    /// <summary>Speaks when the last planned session of this phase is done, however many the plan lays out.</summary>
    public PhaseKind? AtEndOf { get; init; }

    /// <summary>True when it also holds at every later session.</summary>
    public bool AndLater { get; init; }

    /// <summary>Speaks when improvement on the first instrument is below this; always when absent.</summary>
    public Quantity? Below { get; init; }

    /// <summary>Speaks when improvement is at least this.</summary>
    public Quantity? AtLeast { get; init; }

    public required string Says { get; init; }

    public required IReadOnlyList<Because> Because { get; init; }
}

/// <summary>
/// What is arranged around a session. A message and a questionnaire are timepoints of the course, not visits: nobody comes,
/// nobody is late (<see cref="VisitKinds.IsVisit"/>). Kept by name.
/// </summary>
public enum VisitKind
{
    Preparation,
    Dosing,
    Message,
    FollowUpCall,
    Integration,
    Questionnaire,
    Review,
}

/// <summary>Which of the contacts that a protocol names are visits.</summary>
public static class VisitKinds
{
    /// <summary>Everything that is no visit; plans signed earlier laid them out as if they were.</summary>
    public static IReadOnlyList<VisitKind> Timepoints { get; } = [VisitKind.Message, VisitKind.Questionnaire];

    /// <summary>Somebody meets or calls somebody, on a day that can be moved and missed.</summary>
    public static bool IsVisit(this VisitKind kind) => !Timepoints.Contains(kind);
}

public enum VisitAnchor
{
    FirstDosing,
    EachDosing,
    LastDosing,
}

/// <summary>A contact counted in days from a dosing session.</summary>
public sealed record VisitTerms
{
    public required VisitKind Kind { get; init; }

    public required VisitAnchor From { get; init; }

    public required Quantity Offset { get; init; }

    /// <summary>The last day on which it still counts.</summary>
    public required Quantity Latest { get; init; }

    /// <summary>True when somebody must be at the clinic, so that closed days are avoided.</summary>
    public required bool InClinic { get; init; }

    public required string What { get; init; }

    public IReadOnlyList<string> Instruments { get; init; } = [];

    public required IReadOnlyList<Because> Because { get; init; }
}
