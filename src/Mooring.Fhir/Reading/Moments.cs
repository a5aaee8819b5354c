using System.Globalization;
using System.Text.RegularExpressions;

namespace Mooring.Fhir.Reading;

/// <summary>A time as exact as it was written: 2019 is any moment of that year.</summary>
internal sealed record Moment(DateTimeOffset From, DateTimeOffset Until);

/// <summary>The first and the last day that a date can be.</summary>
internal sealed record Days(DateOnly From, DateOnly Until)
{
    /// <summary>The last day, where it is another than the first.</summary>
    public DateOnly? Last => Until == From ? null : Until;
}

/// <summary>Reads dates and times of any exactness, also more exact than this machine counts.</summary>
internal static partial class Moments
{
    public static Moment? Read(string? text)
    {
        if (text is null || Form().Match(text.Trim()) is not { Success: true } match || ReadDays(text) is not { } days)
            return null;
        if (!match.Groups["hour"].Success)
            return new(Utc(days.From), days.Until == DateOnly.MaxValue ? DateTimeOffset.MaxValue : Utc(days.Until.AddDays(1)).AddTicks(-1));

        var zone = match.Groups["zone"].Value is { Length: 6 } offset ? TimeSpan.Parse(offset.TrimStart('+'), CultureInfo.InvariantCulture) : TimeSpan.Zero;
        var (hour, minute, second) = (Number(match, "hour"), Number(match, "minute"), Number(match, "second"));
        if (hour > 23 || minute > 59 || second > 60 || zone.Duration() > TimeSpan.FromHours(14))
            return null;
        var ticks = match.Groups["part"].Value is { Length: > 1 } part ? long.Parse(part[1..].PadRight(7, '0')[..7], CultureInfo.InvariantCulture) : 0;
        var at = Utc(days.From).AddHours(hour).AddMinutes(minute).AddSeconds(second).AddTicks(ticks);
        return at.UtcTicks - zone.Ticks is >= 0 and var moved && moved <= DateTimeOffset.MaxValue.UtcTicks
            ? new(new(moved, TimeSpan.Zero), new(moved, TimeSpan.Zero))
            : null;
    }

    /// <summary>The day that was written, whatever the zone.</summary>
    public static Days? ReadDays(string? text)
    {
        if (text is null || Form().Match(text.Trim()) is not { Success: true } match || Number(match, "year") is var year && year == 0)
            return null;
        var (month, day) = (Number(match, "month"), Number(match, "day"));
        if (!match.Groups["month"].Success)
            return new(new(year, 1, 1), new(year, 12, 31));
        if (month is < 1 or > 12 || (match.Groups["day"].Success && (day < 1 || day > DateTime.DaysInMonth(year, month))))
            return null;
        return match.Groups["day"].Success
            ? new(new(year, month, day), new(year, month, day))
            : new(new(year, month, 1), new(year, month, DateTime.DaysInMonth(year, month)));
    }

    private static int Number(Match match, string group) =>
        match.Groups[group].Success ? int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture) : 0;

    private static DateTimeOffset Utc(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);

    [GeneratedRegex(@"^(?<year>[0-9]{4})(-(?<month>[0-9]{2})(-(?<day>[0-9]{2})(T(?<hour>[0-9]{2}):(?<minute>[0-9]{2})(:(?<second>[0-9]{2})(?<part>\.[0-9]+)?)?(?<zone>Z|[+-][0-9]{2}:[0-9]{2})?)?)?)?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Form();
}
