using Mooring.Clinical.Protocols;
using Mooring.Clinical.Settings;

namespace Mooring.Clinical.Courses;

/// <summary>
/// The days on which visits of a course are laid: open ones, on the weekdays that its plan chose. Where the clinic is open on none
/// of those, the next day that it is open.
/// </summary>
public sealed record CourseDays(Func<DateOnly, bool> IsOpen)
{
    /// <summary>The weekdays of the plan; any open day when there is none.</summary>
    public IReadOnlyList<DayOfWeek> Weekdays { get; init; } = [];

    /// <summary>A day that was chosen by itself, whatever its weekday.</summary>
    public DateOnly? Chosen { get; init; }

    /// <summary>The plan leaves out weekdays on which the clinic is open: from one of them to the next is as far as it may be, and no farther.</summary>
    public bool IsNarrow { get; init; }

    /// <param name="weekdays">Of the plan; null where it was signed before they were kept.</param>
    /// <param name="chosen">The day from which sessions go on.</param>
    public static CourseDays Of(IReadOnlyList<DayOfWeek>? weekdays, OpeningTimes opening, DateOnly chosen) => new(opening.IsOpen)
    {
        Weekdays = weekdays ?? [],
        Chosen = chosen,
        IsNarrow = weekdays?.Count > 0 && opening.Days.Any(day => !weekdays.Contains(day.Day)),
    };

    /// <summary>The first day from one to another, both included, on which a visit can be laid; null where the clinic is closed on all of them.</summary>
    public DateOnly? Next(DateOnly from, DateOnly until)
    {
        var open = Enumerable.Range(0, Math.Max(0, until.DayNumber - from.DayNumber + 1)).Select(from.AddDays).Where(IsOpen).Select(day => (DateOnly?)day).ToList();
        return open.Find(day => IsWanted(day!.Value)) ?? open.FirstOrDefault();
    }

    /// <summary>Why a visit does not lie on a weekday of the plan; null when it does, and for what nobody comes to.</summary>
    public string? Word(Visit visit) => visit.Kind == VisitKind.FollowUpCall || IsWanted(visit.On) ? null
        : $"The plan's weekdays are {string.Join(", ", Weekdays)}, and the clinic is closed on those that fit.";

    private bool IsWanted(DateOnly day) => Weekdays.Count == 0 || Weekdays.Contains(day.DayOfWeek) || day == Chosen;
}
