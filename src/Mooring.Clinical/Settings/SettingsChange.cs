namespace Mooring.Clinical.Settings;

/// <summary>A part of the settings that is shown, and saved, by itself.</summary>
public enum SettingsPart
{
    Clinic,
    Opening,
    ClosedDays,
    Languages,
    Screens,
    Formulary,
    Part2,
}

/// <summary>One part of the settings as somebody typed it.</summary>
/// <param name="Part">Which.</param>
public abstract record SettingsChange(SettingsPart Part)
{
    /// <summary>
    /// Whether it says the whole part anew, and so would undo what somebody else saved meanwhile. One that adds or takes away
    /// a single day would not.
    /// </summary>
    public virtual bool IsWhole => true;

    /// <summary>The settings with this in them, or everything that is wrong with it, each at its field: SET103 to SET117, WEB122.</summary>
    public abstract Outcome<ClinicSettings> Apply(ClinicSettings before);

    private protected static Outcome<ClinicSettings> Unless(IReadOnlyList<Refusal> refusals, Func<ClinicSettings> done) =>
        refusals.Count > 0 ? Outcome<ClinicSettings>.Refuse(refusals) : done();
}
