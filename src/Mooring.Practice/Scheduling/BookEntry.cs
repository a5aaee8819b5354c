using Mooring.Clinical;
using Mooring.Clinical.Patients;
using Mooring.Clinical.Scheduling;
using Mooring.Clinical.Settings;
using Mooring.Practice.Plans;

namespace Mooring.Practice.Scheduling;

/// <summary>On whose side it lay that an appointment was not kept. Kept by name.</summary>
public enum EndCause
{
    Patient,
    Clinic,

    /// <summary>Blood pressure, an illness: nobody is to blame, and nothing is charged.</summary>
    Clinical,
}

/// <summary>An appointment as the book shows it.</summary>
/// <param name="Sequence">Of what was shown: given back with a move, it says whether somebody changed it since.</param>
public sealed record BookEntry(Appointment What, Patient Patient, VisitType Type, int Sequence)
{
    /// <summary>Of the desk, for the desk; null when there is none.</summary>
    public string? Note { get; init; }

    /// <summary>Who takes the patient home; null while nobody said.</summary>
    public string? Ride { get; init; }

    public string? Protocol { get; init; }

    /// <summary>When the patient said that they will come.</summary>
    public DateTimeOffset? ConfirmedAt { get; init; }

    public DateTimeOffset? ArrivedAt { get; init; }

    /// <summary>When they come, where they said that they are late.</summary>
    public DateTimeOffset? ExpectedAt { get; init; }

    /// <summary>Should be here by now, and nobody said that they are.</summary>
    public bool IsLate { get; init; }

    /// <summary>Held for somebody who did not agree in time: its time is free again.</summary>
    public bool IsLapsed { get; init; }

    public EndCause? Cause { get; init; }

    public bool IsLateCancel { get; init; }

    /// <summary>Why it was moved, canceled or missed, the last time.</summary>
    public string? Because { get; init; }

    /// <summary>Why it was booked in spite of what stood against it; null where nothing did.</summary>
    public string? OverrideReason { get; init; }

    public Actor? OverrideBy { get; init; }

    /// <summary>What stood against it then, as it was said.</summary>
    public IReadOnlyList<string> Overridden { get; init; } = [];

    /// <summary>The contact of the plan that it is held for.</summary>
    public PlannedVisit? Planned { get; init; }

    public bool NeedsRide => Type.NeedsRide && Ride is null && What.IsOpen;

    /// <summary>The plan meanwhile lays its contact on another day.</summary>
    public bool IsAstray => Planned is { State: VisitState.Planned } planned && What.IsOpen && (What.Day < planned.What.On || What.Day > planned.What.Until);
}

/// <summary>A day of the book.</summary>
/// <param name="Hours">Null when the clinic is closed.</param>
/// <param name="Holiday">The closed day, where it is one with a name.</param>
/// <param name="Entries">By start; canceled and missed ones among them.</param>
public sealed record BookDay(DateOnly Day, OpeningDay? Hours, ClosedDay? Holiday, IReadOnlyList<BookEntry> Entries, IReadOnlyList<LeaveEntry> Away);

/// <summary>Several days with the resources that stand beside them.</summary>
public sealed record BookPage(IReadOnlyList<BookDay> Days, IReadOnlyList<Resource> Resources)
{
    public BookDay Day => Days[0];

    /// <summary>The chairs, or all else of one kind, with what holds them.</summary>
    public IReadOnlyList<Resource> Of(ResourceKind kind) => [.. Resources.Where(resource => resource.IsA(kind))];
}
