using Mooring.Clinical.Staffing;

namespace Mooring.Clinical.Scheduling;

/// <summary>Appointments that were laid together: at one time of day, as far apart as the protocol wants.</summary>
/// <param name="Count">How many, from 1.</param>
/// <param name="Gaps">Days from one to the next, used in turn; the first is used where there is no other.</param>
/// <param name="Weekdays">Those that are preferred; every open day when there is none.</param>
public sealed record Series(int Count, DateOnly First, IReadOnlyList<int> Gaps, IReadOnlyList<DayOfWeek> Weekdays)
{
    // A clinic may be closed for weeks around a holiday.
    private const int DaysToLookAt = 28;

    /// <summary>The shortest gap after each, where they are not all of one phase; empty for the shortest of all.</summary>
    public IReadOnlyList<int> Least { get; init; } = [];

    /// <summary>
    /// The days, in order. Closed days and days on which nobody can see the patient are passed over. With preferred weekdays
    /// the next one is taken that is not too soon by the shortest gap, so that Monday and Thursday stay Monday and Thursday.
    /// </summary>
    /// <param name="isOpen">Whether the patient can be seen on a day.</param>
    public IReadOnlyList<DateOnly> Days(Func<DateOnly, bool> isOpen)
    {
        List<DateOnly> days = [];
        var wanted = First;
        for (var index = 0; index < Count; index++)
        {
            var day = Next(wanted, isOpen);
            days.Add(day);
            wanted = day.AddDays(Weekdays.Count > 0 ? Least.Count == Count ? Least[index] : Gaps.Min() : Gaps[index % Gaps.Count]);
        }

        return days;
    }

    /// <summary>Every appointment of the series, each with what stands against it; those before it are in the book for those after it.</summary>
    /// <param name="wishes">One for each, in order.</param>
    public static IReadOnlyList<Placed> Place(IReadOnlyList<Wish> wishes, Book book, StaffingTerms staffing)
    {
        List<Placed> placed = [];
        foreach (var (index, wish) in wishes.Index())
        {
            var one = Placing.Of(wish, book, staffing);
            placed.Add(one with { Conflicts = [.. one.Conflicts.Select(conflict => conflict with { Number = index + 1 })] });
            book = book.With(one.What);
        }

        return placed;
    }

    private DateOnly Next(DateOnly from, Func<DateOnly, bool> isOpen)
    {
        for (var day = from; day < from.AddDays(DaysToLookAt); day = day.AddDays(1))
        {
            if (isOpen(day) && (Weekdays.Count == 0 || Weekdays.Contains(day.DayOfWeek)))
                return day;
        }

        return from;
    }
}
