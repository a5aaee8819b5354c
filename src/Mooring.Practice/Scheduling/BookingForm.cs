using Mooring.Clinical;
using Mooring.Clinical.Courses;
using Mooring.Clinical.Patients;
using Mooring.Clinical.Scheduling;

namespace Mooring.Practice.Scheduling;

/// <summary>What is asked of the book for one appointment. Text as typed; the desk judges it.</summary>
public sealed record BookingForm
{
    /// <summary>Made when the form was shown; sending it twice books once.</summary>
    public Id<Appointment>? Id { get; init; }

    public Id<Patient> Patient { get; init; }

    /// <summary>The id of a visit type; may be left out where a planned contact says it.</summary>
    public string? Type { get; init; }

    public DateOnly? Day { get; init; }

    /// <summary>By the clock on the clinic's wall.</summary>
    public TimeOnly? Time { get; init; }

    /// <summary>Chair, nurse, therapist, room: those that are wanted. Of each other kind one that is free is taken.</summary>
    public IReadOnlyList<Id<Resource>> Resources { get; init; } = [];

    /// <summary>The contact of the plan that it is for; null for what no plan lays out.</summary>
    public Id<Visit>? Visit { get; init; }

    /// <summary>The protocol that says how long a dosing visit takes, where no planned contact does.</summary>
    public string? Protocol { get; init; }

    public string? Note { get; init; }

    /// <summary>Who takes the patient home.</summary>
    public string? Ride { get; init; }

    /// <summary>Not booked but held, through this day; null for a booking.</summary>
    public DateOnly? HoldUntil { get; init; }

    /// <summary>The entry of the waiting list that it ends.</summary>
    public Id<Waiting>? Waiting { get; init; }

    /// <summary>Why it is booked in spite of what stands against it; without it, that is refused.</summary>
    public string? Override { get; init; }
}

/// <summary>Where an appointment goes.</summary>
public sealed record MoveForm
{
    public Id<Appointment> Id { get; init; }

    public DateOnly? Day { get; init; }

    public TimeOnly? Time { get; init; }

    /// <summary>Those that are wanted from now on; empty keeps what it holds where that is free.</summary>
    public IReadOnlyList<Id<Resource>> Resources { get; init; } = [];

    public MoveScope Scope { get; init; }

    public string? Because { get; init; }

    public string? Override { get; init; }

    /// <summary>The sequence of the appointment that was shown; null asks nothing.</summary>
    public int? Shown { get; init; }
}
