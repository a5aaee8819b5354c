using Mooring.Clinical;
using Mooring.Clinical.Settings;
using Mooring.Practice.Settings;

namespace Mooring.Demo;

/// <summary>What the manager of the demo has set: long weekdays, and the next holidays.</summary>
public static class DemoSettings
{
    public static async Task Set(DemoStage stage, DateTimeOffset now, DateTimeOffset at)
    {
        await Change(new OpeningChange([.. OpeningTimes.Week.Select(day => new TypedDay(day, day is not (DayOfWeek.Saturday or DayOfWeek.Sunday), "08:00", "18:00"))]));
        var today = stage.Clinic.DayOf(now);
        await Change(new ClosedDayAdded(Next(today, 1, 1), "New Year's Day"));
        await Change(new ClosedDayAdded(Next(today, 7, 4), "Independence Day"));

        Task Change(SettingsChange change) => stage.Do(Role.Manager, at, (SettingsDesk desk) => desk.Change(change, 0, default));
    }

    // Never today: the demo's people are in their chairs.
    private static DateOnly Next(DateOnly today, int month, int day) =>
        new DateOnly(today.Year, month, day) is var on && on > today ? on : on.AddYears(1);
}
