using Mooring.Clinical.Patients;

namespace Mooring.Clinical.Scheduling;

/// <summary>Who comes first when a time becomes free. The order is that of need; kept by name.</summary>
public enum WaitPriority
{
    /// <summary>A session of the first weeks was missed, and the course suffers by it.</summary>
    MissedInduction,
    Clinical,
    Usual,
}

/// <summary>A part of the week in which somebody can come.</summary>
public sealed record WaitWindow(DayOfWeek Day, TimeOnly From, TimeOnly Until);

/// <summary>Somebody who would come sooner if a time became free.</summary>
/// <param name="Types">Ids of visit types; any when there is none.</param>
/// <param name="Windows">Any time when there is none.</param>
/// <param name="Notice">They need to know so long before.</param>
/// <param name="Until">The last day on which it helps them; null for ever.</param>
public sealed record Waiting(
    Id<Waiting> Id, Id<Patient> Patient, IReadOnlyList<string> Types, IReadOnlyList<WaitWindow> Windows, TimeSpan Notice, WaitPriority Priority, DateTimeOffset Since, DateOnly? Until);

/// <summary>Finds who of the waiting list fits a time that became free.</summary>
public static class WaitFit
{
    /// <summary>Those whom it fits: by need, then who waited longest.</summary>
    public static IReadOnlyList<Waiting> Of(IEnumerable<Waiting> list, Appointment free, DateTimeOffset now) =>
    [
        .. list.Where(one => Fits(one, free, now)).OrderBy(one => one.Priority).ThenBy(one => one.Since),
    ];

    private static bool Fits(Waiting one, Appointment free, DateTimeOffset now)
    {
        var time = TimeOnly.FromDateTime(free.Wall);
        return one.Patient != free.Patient
            && (one.Types.Count == 0 || one.Types.Contains(free.Type))
            && now + one.Notice <= free.Start
            && (one.Until is not { } until || free.Day <= until)
            && (one.Windows.Count == 0 || one.Windows.Any(window => window.Day == free.Day.DayOfWeek && window.From <= time && time <= window.Until));
    }
}
