using Mooring.Clinical.Courses;
using Mooring.Clinical.Patients;

namespace Mooring.Clinical.Scheduling;

/// <summary>What has become of an appointment. Kept by name.</summary>
public enum AppointmentState
{
    /// <summary>Kept free for somebody who has not agreed yet, until its hold ends.</summary>
    Held,
    Booked,
    Arrived,
    Done,
    Missed,
    Canceled,
}

/// <summary>A resource, or a share of it, from one instant to another.</summary>
/// <param name="Share">Parts of <see cref="Scheduling.Resource.Whole"/>.</param>
public sealed record ResourceUse(Id<Resource> Resource, ResourceKind Kind, string Segment, DateTimeOffset From, DateTimeOffset Until, int Share)
{
    /// <summary>It begins with what two of one resource do not begin at once.</summary>
    public bool IsStart { get; init; }
}

/// <summary>A time in which somebody of this kind is in the house.</summary>
public sealed record OnSiteTime(ResourceKind Kind, DateTimeOffset From, DateTimeOffset Until);

/// <summary>Days between two dosing sessions, as the protocol wants them.</summary>
/// <param name="Most">More is told, and refused by nobody.</param>
public sealed record Spacing(int Least, int? Most);

/// <summary>
/// Somebody comes, or is called. The instants decide; beside them stands the time on the clinic's wall that was agreed, in
/// the zone that held then, so that a change of the zone's rules can be seen.
/// </summary>
public sealed record Appointment
{
    public required Id<Appointment> Id { get; init; }

    public required Id<Patient> Patient { get; init; }

    /// <summary>The id of its <see cref="VisitType"/>.</summary>
    public required string Type { get; init; }

    public required DateTimeOffset Start { get; init; }

    public required DateTimeOffset End { get; init; }

    /// <summary>IANA name.</summary>
    public required string Zone { get; init; }

    /// <summary>As agreed, by the clock on the wall; where the clocks skip that time, the start lies after it.</summary>
    public required DateTime Wall { get; init; }

    public required IReadOnlyList<ResourceUse> Uses { get; init; }

    public IReadOnlyList<OnSiteTime> OnSite { get; init; } = [];

    public bool InClinic { get; init; } = true;

    /// <summary>Of a dosing session: how far it lies from those beside it; null for all else.</summary>
    public Spacing? Spacing { get; init; }

    public AppointmentState State { get; init; } = AppointmentState.Booked;

    public DateTimeOffset? HoldUntil { get; init; }

    /// <summary>The planned contact that it is held for.</summary>
    public Id<Visit>? Visit { get; init; }

    public Id<Series>? Series { get; init; }

    /// <summary>The day of the clinic's calendar.</summary>
    public DateOnly Day => DateOnly.FromDateTime(Wall);

    /// <summary>Whether it holds what it uses: what was missed, was canceled or was held in vain does not.</summary>
    public bool Occupies(DateTimeOffset now) => State switch
    {
        AppointmentState.Held => HoldUntil > now,
        AppointmentState.Missed or AppointmentState.Canceled => false,
        _ => true,
    };

    /// <summary>Whether it can still be moved, canceled or missed.</summary>
    public bool IsOpen => State is AppointmentState.Held or AppointmentState.Booked;

    public bool Overlaps(DateTimeOffset from, DateTimeOffset until) => Start < until && from < End;

    public ResourceUse? Of(ResourceKind kind) => Uses.FirstOrDefault(use => use.Kind == kind);
}
