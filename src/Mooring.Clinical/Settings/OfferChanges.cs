using System.Globalization;
using Mooring.Clinical.Patients;
using Mooring.Clinical.Privacy;

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

/// <summary>How long a screen may lie untouched before it locks.</summary>
/// <param name="Minutes">At the chair: whole minutes, as typed.</param>
/// <param name="AtDesk">At a desk; null leaves it as it is.</param>
public sealed record ScreensChange(string? Minutes, string? AtDesk = null) : SettingsChange(SettingsPart.Screens)
{
    /// <summary>The longest that an unattended screen may stay open, in minutes.</summary>
    public const int Longest = 60;

    public override Outcome<ClinicSettings> Apply(ClinicSettings before)
    {
        ArgumentNullException.ThrowIfNull(before);
        List<Refusal> refusals = [];
        var (chair, desk) = (Read(Minutes, "minutes", refusals), AtDesk is null ? before.DeskLockAfter : Read(AtDesk, "atDesk", refusals));
        return refusals.Count > 0 ? Outcome<ClinicSettings>.Refuse(refusals) : before with { LockAfter = chair, DeskLockAfter = desk };
    }

    private static TimeSpan? Read(string? typed, string at, List<Refusal> refusals)
    {
        if (int.TryParse(typed?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var minutes) && minutes is > 0 and <= Longest)
            return TimeSpan.FromMinutes(minutes);
        refusals.Add(new("SET115", $"Write whole minutes, from 1 to {Longest}.", at));
        return null;
    }
}

/// <summary>Whether the clinic is a program under 42 CFR Part 2.</summary>
public sealed record Part2Change(Part2Program? Program) : SettingsChange(SettingsPart.Part2)
{
    public override Outcome<ClinicSettings> Apply(ClinicSettings before)
    {
        ArgumentNullException.ThrowIfNull(before);
        return Program is null ? new Refusal("PRV170", "Choose what counsel says: yes, no, or not sure.", "program") : before with { Part2Program = Program };
    }
}
