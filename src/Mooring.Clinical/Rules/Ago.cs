namespace Mooring.Clinical.Rules;

/// <summary>How long ago something was whose day may be known only as a month or a year.</summary>
internal static class Ago
{
    /// <summary>Whether it was this long ago or less; unknown without a day, or when only some of its days would be.</summary>
    public static Finding AtMost(TimeSpan span, DateOnly? first, DateOnly? last, DateOnly today) => first is not { } from ? Finding.Unknown
        : Days(from, today) <= span.TotalDays ? Finding.Met
        : Days(last ?? from, today) > span.TotalDays ? Finding.NotMet : Finding.Unknown;

    /// <summary>The same, where the day on which the time is reached no longer counts.</summary>
    public static Finding LessThan(TimeSpan span, DateOnly? first, DateOnly? last, DateOnly today) => first is not { } from ? Finding.Unknown
        : Days(from, today) < span.TotalDays ? Finding.Met
        : Days(last ?? from, today) >= span.TotalDays ? Finding.NotMet : Finding.Unknown;

    private static int Days(DateOnly from, DateOnly today) => today.DayNumber - from.DayNumber;
}
