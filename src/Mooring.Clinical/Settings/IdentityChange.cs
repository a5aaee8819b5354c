namespace Mooring.Clinical.Settings;

/// <summary>What the clinic is called, by which clock it lives, and how patients reach it.</summary>
/// <param name="IsZoneMeant">The question of what another time zone changes was answered with yes.</param>
public sealed record IdentityChange(string? Name, string? TimeZone, string? Phone, bool IsMonitoredSetting, bool IsZoneMeant)
    : SettingsChange(SettingsPart.Clinic)
{
    /// <summary>Letters in the name of a clinic, at most.</summary>
    public const int NameLength = 120;

    public override Outcome<ClinicSettings> Apply(ClinicSettings before)
    {
        ArgumentNullException.ThrowIfNull(before);
        List<Refusal> refusals = [];
        var (name, zone, phone) = (Name?.Trim() ?? "", ClinicZone.Read(TimeZone), ClinicPhone.Read(Phone));
        if (name.Length == 0)
            refusals.Add(new("SET103", "Name the clinic.", "name"));
        else if (name.Length > NameLength || name.Any(char.IsControl))
            refusals.Add(new("SET104", $"Write the name in one line, of {NameLength} letters at most.", "name"));
        if (zone is null)
            refusals.Add(new("SET105", "That time zone is not known. Write it as America/Chicago.", "timeZone"));
        else if (zone != before.TimeZone && !IsZoneMeant)
            refusals.Add(new(
                "SET106",
                $"Once saved, days are counted and times shown by {zone}, no more by {before.TimeZone}. No recorded moment moves, and visits stay on their days; what happened near midnight may be shown on the day before or after. Tick below that this is meant.",
                "timeZone"));
        refusals.AddRange(phone.Refusals);
        return Unless(refusals, () => before with { Name = name, TimeZone = zone!, Phone = phone.Value!.Number, IsMonitoredSetting = IsMonitoredSetting });
    }
}
