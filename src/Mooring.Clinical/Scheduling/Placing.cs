using Mooring.Clinical.Courses;
using Mooring.Clinical.Patients;
using Mooring.Clinical.Protocols;
using Mooring.Clinical.Staffing;

namespace Mooring.Clinical.Scheduling;

/// <summary>What somebody asks the book for.</summary>
public sealed record Wish
{
    public required Id<Appointment> Id { get; init; }

    public required Id<Patient> Patient { get; init; }

    public required VisitType Type { get; init; }

    /// <summary>By which the patient is dosed; null for what is no dosing.</summary>
    public Protocol? Protocol { get; init; }

    /// <summary>The phase of the course that decides how far doses lie apart.</summary>
    public CoursePhase? Phase { get; init; }

    public required DateOnly Day { get; init; }

    public required TimeOnly Time { get; init; }

    /// <summary>Those that are wanted; of each other kind that is needed, one that is free is taken.</summary>
    public IReadOnlyList<Id<Resource>> Chosen { get; init; } = [];

    /// <summary>The planned contact, and the days on which it counts.</summary>
    public Id<Visit>? Visit { get; init; }

    public (DateOnly From, DateOnly Until)? Window { get; init; }

    /// <summary>Taken before others of their kind where they are free.</summary>
    public IReadOnlyList<Id<Resource>> Preferred { get; init; } = [];

    public Id<Series>? Series { get; init; }
}

/// <summary>An appointment as it would stand in the book, with all that stands against it.</summary>
public sealed record Placed(Appointment What, IReadOnlyList<Conflict> Conflicts)
{
    /// <summary>Without what is only told.</summary>
    public IEnumerable<Conflict> Against => Conflicts.Where(conflict => !conflict.IsOnlyTold);
}

/// <summary>Lays a wish into the book: its instants, and who and what it holds.</summary>
public static class Placing
{
    public static Placed Of(Wish wish, Book book, StaffingTerms staffing)
    {
        ArgumentNullException.ThrowIfNull(wish);
        ArgumentNullException.ThrowIfNull(book);
        var start = WallTime.Of(wish.Day, wish.Time, book.Clinic.Zone);
        var times = VisitLengths.Of(wish.Type, wish.Protocol, staffing);
        book = book.Around(start.At, start.At + times[^1].Until);
        var bare = new Appointment
        {
            Id = wish.Id,
            Patient = wish.Patient,
            Type = wish.Type.Id,
            Start = start.At,
            End = start.At + times[^1].Until,
            Zone = book.Clinic.TimeZone,
            Wall = wish.Day.ToDateTime(wish.Time),
            Uses = [],
            OnSite = [.. from time in times from kind in time.Segment.OnSite select new OnSiteTime(kind, start.At + time.From, start.At + time.Until)],
            InClinic = wish.Type.InClinic,
            Spacing = Apart(wish),
            Visit = wish.Visit,
            Series = wish.Series,
        };
        var (uses, missing) = Choosing.Of(bare, times, wish, book);
        var placed = bare with { Uses = uses };
        return new(placed, [.. missing, .. Conflicts.Of(placed, book), .. Window(wish, placed), .. Clock(start, placed)]);
    }

    private static Spacing? Apart(Wish wish)
    {
        if (wish.Type.Serves != VisitKind.Dosing)
            return null;
        var gaps = wish.Phase?.DaysApart() ?? [];
        return gaps.Count == 0 ? new(0, null) : new(gaps.Min(), gaps.Max());
    }

    private static IEnumerable<Conflict> Window(Wish wish, Appointment placed)
    {
        if (wish.Window is not { } window || (window.From <= wish.Day && wish.Day <= window.Until))
            yield break;
        var (from, until) = window;
        yield return new(ConflictKind.OutsideWindow, "APT113", "day", from == until
            ? (Sentence)$"The plan lays this visit on {from}."
            : $"The plan lays this visit between {from} and {until}.", placed.Start, placed.End);
    }

    private static IEnumerable<Conflict> Clock(WallTime start, Appointment placed)
    {
        var at = start.At;
        if (start.Shift == WallShift.None)
            yield break;
        yield return new(ConflictKind.ClockChange, "APT116", "time", start.Shift == WallShift.Skipped
            ? (Sentence)$"The clocks are put forward over this time; the appointment is at {at}."
            : $"The clocks show this time twice that day; the appointment is at the first, {at}.", at, placed.End);
    }
}
