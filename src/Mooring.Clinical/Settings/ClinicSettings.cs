using Mooring.Clinical.Patients;
using Mooring.Clinical.Privacy;

namespace Mooring.Clinical.Settings;

/// <summary>What a manager sets for the whole clinic. Changed only through a <see cref="SettingsChange"/>, which holds the rules.</summary>
public sealed record ClinicSettings
{
    public required string Name { get; init; }

    /// <summary>IANA name. Days are counted, and times shown, by it; instants are UTC and stay.</summary>
    public required string TimeZone { get; init; }

    /// <summary>As patients are told to call it; null when nobody wrote it down.</summary>
    public string? Phone { get; init; }

    /// <summary>An inpatient or monitored setting: some protocols open only there.</summary>
    public bool IsMonitoredSetting { get; init; }

    public OpeningTimes Opening { get; init; } = new();

    /// <summary>Those that patients can choose on their own pages; at least one.</summary>
    public IReadOnlyList<Language> Languages { get; init; } = Enum.GetValues<Language>();

    /// <summary>How long a tablet at the chair may lie untouched before it asks who is there; null leaves it to the server.</summary>
    public TimeSpan? LockAfter { get; init; }

    /// <summary>The same of a screen at a desk.</summary>
    public TimeSpan? DeskLockAfter { get; init; }

    /// <summary>The ids of the protocols that new plans are made by; null as long as nobody chose, which is all that may run here.</summary>
    public IReadOnlyList<string>? Formulary { get; init; }

    /// <summary>Whether the clinic is a program under 42 CFR Part 2, as its counsel says; null as long as nobody said.</summary>
    public Part2Program? Part2Program { get; init; }

    /// <summary>The settings that a clinic has before anybody changed one.</summary>
    public static ClinicSettings Of(Clinic clinic)
    {
        ArgumentNullException.ThrowIfNull(clinic);
        return new()
        {
            Name = clinic.Name,
            TimeZone = clinic.TimeZone,
            Phone = clinic.Phone,
            IsMonitoredSetting = clinic.IsMonitoredSetting,
            Opening = clinic.Opening,
            Languages = clinic.Languages,
            LockAfter = clinic.LockAfter,
            DeskLockAfter = clinic.DeskLockAfter,
            Formulary = clinic.Formulary,
            Part2Program = clinic.Part2Program,
        };
    }

    /// <summary>The clinic with these settings in force.</summary>
    public Clinic On(Clinic clinic)
    {
        ArgumentNullException.ThrowIfNull(clinic);
        return clinic with
        {
            Name = Name,
            TimeZone = TimeZone,
            Phone = Phone,
            IsMonitoredSetting = IsMonitoredSetting,
            Opening = Opening,
            Languages = Languages,
            LockAfter = LockAfter,
            DeskLockAfter = DeskLockAfter,
            Formulary = Formulary,
            Part2Program = Part2Program,
        };
    }
}
