using System.Globalization;

namespace Mooring.Clinical.Settings;

/// <summary>One setting as a person reads it.</summary>
public sealed record SettingLine(SettingsPart Part, string Label, string Value);

/// <summary>One setting that differs between two editions.</summary>
/// <param name="Was">Null where it was not there.</param>
/// <param name="Now">Null where it is there no more.</param>
public sealed record SettingDifference(SettingsPart Part, string Label, string? Was, string? Now)
{
    public override string ToString() => (Was, Now) switch
    {
        (null, _) => $"{Label}: {Now}, added",
        (_, null) => $"{Label}: {Was}, taken away",
        _ => $"{Label}: {Now}, before {Was}",
    };
}

/// <summary>Says settings, and how two editions of them differ. What reads the same is the same.</summary>
public static class SettingsWords
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-US");

    public static IReadOnlyList<SettingLine> Lines(this ClinicSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return
        [
            new(SettingsPart.Clinic, "Name", settings.Name),
            new(SettingsPart.Clinic, "Time zone", settings.TimeZone),
            new(SettingsPart.Clinic, "Phone for patients", settings.Phone ?? "none"),
            new(SettingsPart.Clinic, "Inpatient or monitored setting", settings.IsMonitoredSetting ? "yes" : "no"),
            .. OpeningTimes.Week.Select(day => new SettingLine(SettingsPart.Opening, day.ToString(), Hours(settings.Opening.Days.FirstOrDefault(open => open.Day == day)))),
            .. settings.Opening.Closed.Select(closed => new SettingLine(SettingsPart.ClosedDays, Day(closed.On), closed.Name)),
            new(SettingsPart.Languages, "Languages", string.Join(", ", settings.Languages)),
            new(SettingsPart.Screens, "An idle screen at the chair locks after", settings.LockAfter is { } time ? SentencePrinter.Span(time, English) : "what the server says"),
            new(SettingsPart.Screens, "An idle screen at a desk locks after", settings.DeskLockAfter is { } longer ? SentencePrinter.Span(longer, English) : "what the server says"),
            new(SettingsPart.Part2, "Program under 42 CFR Part 2", settings.Part2Program?.ToString().ToLowerInvariant() ?? "not said"),
            new(SettingsPart.Formulary, "Protocols offered", settings.Formulary is { } offered ? string.Join(", ", offered) : "all that may run here"),
        ];
    }

    /// <summary>What changed from one edition to the other, in the order of the page.</summary>
    public static IReadOnlyList<SettingDifference> Differences(ClinicSettings before, ClinicSettings after)
    {
        var (was, now) = (before.Lines(), after.Lines());
        return
        [
            .. from key in was.Concat(now).Select(line => (line.Part, line.Label)).Distinct()
               let then = was.FirstOrDefault(line => (line.Part, line.Label) == key)?.Value
               let since = now.FirstOrDefault(line => (line.Part, line.Label) == key)?.Value
               where then != since
               orderby key.Part
               select new SettingDifference(key.Part, key.Label, then, since),
        ];
    }

    /// <summary>Sat, Dec 5, 2026.</summary>
    public static string Day(DateOnly day) => day.ToString("ddd, MMM d, yyyy", English);

    /// <summary>8:00 AM to 5:00 PM; closed.</summary>
    private static string Hours(OpeningDay? day) => day is null ? "closed" : string.Create(English, $"{day.From:h:mm tt} to {day.Until:h:mm tt}");
}
