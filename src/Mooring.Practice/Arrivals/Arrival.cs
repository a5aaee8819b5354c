using Mooring.Clinical;
using Mooring.Clinical.Patients;
using Mooring.Clinical.Scheduling;
using Mooring.Clinical.Sessions;
using Mooring.Practice.Plans;
using Mooring.Practice.Scheduling;

namespace Mooring.Practice.Arrivals;

/// <summary>How far somebody has come on the day of their visit, in the order in which it goes.</summary>
public enum ArrivalStage
{
    Expected,

    /// <summary>Here, and nobody asked yet who they are.</summary>
    Arrived,

    /// <summary>Said their birth date, or their session was opened.</summary>
    CheckedIn,
    InChair,
    Left,
    Missed,
    Canceled,
}

/// <summary>What a visit still lacks.</summary>
public enum LackingKind
{
    Ride,
    History,
    Forms,
    Consent,
    ConsentEnds,
    Eligibility,
    EligibilityEnds,
}

/// <param name="On">The last day on which it holds; null where it is not there at all.</param>
public sealed record Lacking(LackingKind Kind, DateOnly? On = null);

/// <summary>Somebody who comes on a day: by an appointment, or by a contact of their plan that has no hour yet.</summary>
public sealed record Arrival(Patient Patient, ArrivalStage Stage)
{
    public BookEntry? Entry { get; init; }

    /// <summary>The contact of the plan; alone where nobody gave it an hour.</summary>
    public PlannedVisit? Planned { get; init; }

    /// <summary>The chair, the room and the people that it holds.</summary>
    public IReadOnlyList<Resource> With { get; init; } = [];

    /// <summary>When they said their birth date at the desk.</summary>
    public DateTimeOffset? CheckedInAt { get; init; }

    public Id<Session>? Session { get; init; }

    public bool IsBirthday { get; init; }

    public IReadOnlyList<Lacking> Lacks { get; init; } = [];

    public DateTimeOffset? Start => Entry?.What.Start;

    public bool IsLate => Stage == ArrivalStage.Expected && Entry?.IsLate == true;
}

/// <summary>What became of an appointment of today since the clinic closed the last time.</summary>
/// <param name="From">Where it was before; null for a new one.</param>
public sealed record Change(BookEntry Entry, ChangeKind Kind, DateTimeOffset? From);

public enum ChangeKind
{
    New,
    Moved,
    Canceled,
}

/// <summary>A day as the front desk runs it.</summary>
/// <param name="All">By hour, those without one first; canceled ones among them.</param>
public sealed record ArrivalDay(DateOnly Day, IReadOnlyList<Arrival> All)
{
    public IReadOnlyList<Arrival> In(ArrivalStage stage) => [.. All.Where(one => one.Stage == stage)];
}

/// <summary>Today, what changed of it since the last evening, and the next day on which the clinic is open.</summary>
/// <param name="Since">When the clinic closed the last time.</param>
public sealed record FrontDeskDay(ArrivalDay Today, IReadOnlyList<Change> Changes, DateTimeOffset Since, ArrivalDay Next);
