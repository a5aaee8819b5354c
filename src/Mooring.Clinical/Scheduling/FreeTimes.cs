using Mooring.Clinical.Staffing;

namespace Mooring.Clinical.Scheduling;

/// <summary>The times of a day at which an appointment would stand in nobody's way.</summary>
public static class FreeTimes
{
    /// <param name="wish">Its day; its time is left open.</param>
    public static IReadOnlyList<TimeOnly> Of(Wish wish, Book book, StaffingTerms staffing, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(wish);
        ArgumentNullException.ThrowIfNull(book);
        if (book.Clinic.Opening.HoursOf(wish.Day) is not { } hours)
            return [];
        var step = book.Terms.Step.Time;
        List<TimeOnly> times = [];
        for (var at = hours.From.ToTimeSpan(); at < hours.Until.ToTimeSpan(); at += step)
        {
            var placed = Placing.Of(wish with { Time = TimeOnly.FromTimeSpan(at) }, book, staffing);
            if (placed.What.Start >= now && !placed.Against.Any())
                times.Add(TimeOnly.FromTimeSpan(at));
        }

        return times;
    }
}
