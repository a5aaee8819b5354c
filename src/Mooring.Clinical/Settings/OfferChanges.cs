using System.Globalization;
using Mooring.Clinical.Patients;

namespace Mooring.Clinical.Settings;

/// <summary>The languages that patients can choose on their own pages.</summary>
public sealed record LanguagesChange(IReadOnlyCollection<Language> Languages) : SettingsChange(SettingsPart.Languages)
{
    public override Outcome<ClinicSettings> Apply(ClinicSettings before)
    {
        ArgumentNullException.ThrowIfNull(before);
        return Languages.Count == 0
            ? new Refusal("SET114", "Offer at least one language.", "languages")
            : before with { Languages = [.. Enum.GetValues<Language>().Where(Languages.Contains)] };
    }
}

/// <summary>How long a tablet at the chair may lie untouched before it locks.</summary>
/// <param name="Minutes">Whole minutes, as typed.</param>
public sealed record ScreensChange(string? Minutes) : SettingsChange(SettingsPart.Screens)
{
    /// <summary>The longest that an unattended screen may stay open, in minutes.</summary>
    public const int Longest = 60;

    public override Outcome<ClinicSettings> Apply(ClinicSettings before)
    {
        ArgumentNullException.ThrowIfNull(before);
        return int.TryParse(Minutes?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var minutes) && minutes is > 0 and <= Longest
            ? before with { LockAfter = TimeSpan.FromMinutes(minutes) }
            : new Refusal("SET115", $"Write whole minutes, from 1 to {Longest}.", "minutes");
    }
}
