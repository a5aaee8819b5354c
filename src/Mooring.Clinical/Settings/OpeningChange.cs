using System.Globalization;

namespace Mooring.Clinical.Settings;

/// <summary>One weekday as typed.</summary>
/// <param name="From">Such as 08:00.</param>
/// <param name="Until">Such as 17:00.</param>
public sealed record TypedDay(DayOfWeek Day, bool IsOpen, string? From, string? Until);

/// <summary>The weekdays on which the clinic is open, and their hours.</summary>
public sealed record OpeningChange(IReadOnlyList<TypedDay> Days) : SettingsChange(SettingsPart.Opening)
{
    public override Outcome<ClinicSettings> Apply(ClinicSettings before)
    {
        ArgumentNullException.ThrowIfNull(before);
        List<Refusal> refusals = [];
        List<OpeningDay> open = [];
        foreach (var day in OpeningTimes.Week.SelectMany(weekday => Days.Where(day => day.Day == weekday && day.IsOpen).Take(1)))
        {
            var (from, until) = (Time(day.From, day.Day, "from", "opens", refusals), Time(day.Until, day.Day, "until", "closes", refusals));
            if (from < until)
                open.Add(new(day.Day, from.Value, until.Value));
            else if (from is not null && until is not null)
                refusals.Add(new("SET108", $"On {day.Day} the clinic would close before it opens. Write the later time as the one when it closes.", $"until[{day.Day}]"));
        }

        if (open.Count == 0 && refusals.Count == 0)
            refusals.Add(new("SET109", "Leave at least one day of the week open.", "open-days"));
        return Unless(refusals, () => before with { Opening = before.Opening with { Days = open } });
    }

    private static TimeOnly? Time(string? typed, DayOfWeek day, string at, string does, List<Refusal> refusals)
    {
        if (TimeOnly.TryParse(typed, CultureInfo.GetCultureInfo("en-US"), out var time))
            return new(time.Hour, time.Minute);
        refusals.Add(new("SET107", $"Write when the clinic {does} on {day}, such as 8:00 AM.", $"{at}[{day}]"));
        return null;
    }
}
