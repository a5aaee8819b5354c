using Mooring.Clinical;
using Mooring.Clinical.Courses;
using Mooring.Clinical.Patients;
using Mooring.Clinical.Scheduling;

namespace Mooring.Practice.Scheduling;

/// <summary>What is asked of the book for a whole course of appointments.</summary>
public sealed record SeriesForm
{
    public Id<Patient> Patient { get; init; }

    /// <summary>The planned contacts that are booked, in order; empty for a series that no plan lays out.</summary>
    public IReadOnlyList<Id<Visit>> Visits { get; init; } = [];

    /// <summary>The kind of appointment; the planned contacts say it themselves.</summary>
    public string? Type { get; init; }

    /// <summary>The protocol that says lengths and gaps, where no plan does.</summary>
    public string? Protocol { get; init; }

    /// <summary>How many, where no plan says it.</summary>
    public int? Count { get; init; }

    /// <summary>Days from one to the next, where neither plan nor protocol says it.</summary>
    public int EveryDays { get; init; } = 7;

    /// <summary>The first day. Where a plan lays the days, empty keeps them.</summary>
    public DateOnly? First { get; init; }

    public TimeOnly? Time { get; init; }

    /// <summary>Those that are preferred; every open day when there is none.</summary>
    public IReadOnlyList<DayOfWeek> Weekdays { get; init; } = [];

    public IReadOnlyList<Id<Resource>> Resources { get; init; } = [];

    /// <summary>A day and time for single ones, by their number from 1, as they were changed by hand.</summary>
    public IReadOnlyDictionary<int, DateTime> Changed { get; init; } = new Dictionary<int, DateTime>();

    public DateOnly? HoldUntil { get; init; }

    public string? Note { get; init; }

    public string? Override { get; init; }
}
