namespace Mooring.Clinical.Settings;

/// <summary>A weekday on which the clinic sees people, by the clock on its wall.</summary>
public sealed record OpeningDay(DayOfWeek Day, TimeOnly From, TimeOnly Until);

/// <summary>A day of the calendar on which nobody is seen though the weekday is open.</summary>
public sealed record ClosedDay(DateOnly On, string Name);

/// <summary>When the clinic sees people. A clinic that said nothing is open from Monday to Friday.</summary>
public sealed record OpeningTimes
{
    /// <summary>The weekdays that are open, each once.</summary>
    public IReadOnlyList<OpeningDay> Days { get; init; } =
        [.. Enumerable.Range((int)DayOfWeek.Monday, 5).Select(day => new OpeningDay((DayOfWeek)day, new(8, 0), new(17, 0)))];

    /// <summary>Holidays and the like, each day once, the earliest first.</summary>
    public IReadOnlyList<ClosedDay> Closed { get; init; } = [];

    /// <summary>The weekdays in the order of the clinic's week.</summary>
    public static IReadOnlyList<DayOfWeek> Week { get; } = [.. Enumerable.Range(1, 7).Select(day => (DayOfWeek)(day % 7))];

    public bool IsOpen(DayOfWeek weekday) => Days.Any(day => day.Day == weekday);

    public bool IsOpen(DateOnly day) => IsOpen(day.DayOfWeek) && Closed.All(closed => closed.On != day);

    /// <summary>When it opens and closes on a day; null on one that is closed.</summary>
    public OpeningDay? HoursOf(DateOnly day) => IsOpen(day) ? Days.First(open => open.Day == day.DayOfWeek) : null;

    /// <summary>The question that a closed day raises, which whoever plans may answer with yes; null when the clinic is open.</summary>
    /// <param name="code">Of the refusal that asks.</param>
    /// <param name="day">The day that was chosen.</param>
    /// <param name="at">The field where it was chosen.</param>
    public Refusal? Asks(string code, DateOnly day, string at)
    {
        if (IsOpen(day))
            return null;
        var begins = $"The clinic is closed on {day.DayOfWeek}, {{day}}";
        const string Mend = "Choose another day, or tick that it is meant.";
        return Closed.FirstOrDefault(closed => closed.On == day) is { } holiday
            ? new(code, Sentence.Of($"{begins} ({{name}}). {Mend}", ("day", day), ("name", holiday.Name)), at)
            : new(code, Sentence.Of($"{begins}. {Mend}", ("day", day)), at);
    }
}
