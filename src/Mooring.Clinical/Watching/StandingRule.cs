using System.Globalization;
using Mooring.Clinical.Sessions;
using Mooring.Clinical.Sessions.Events;
using Mooring.Kinetics.Quantities;

namespace Mooring.Clinical.Watching;

/// <summary>How far the pressure may fall on standing up before leaving.</summary>
public sealed record StandingRule
{
    /// <summary>A fall of this much or more is too far.</summary>
    public required Quantity SystolicFall { get; init; }

    public required Quantity DiastolicFall { get; init; }

    public required IReadOnlyList<Because> Because { get; init; }

    /// <summary>Not met when it fell too far or the patient was dizzy; unknown while a reading is missing.</summary>
    public Finding Judge(OrthostaticChecked check)
    {
        if (check.Dizzy || (StandingFall.Of(check) is { } fall && (fall.Systolic >= SystolicFall.Value || fall.Diastolic >= DiastolicFall.Value)))
            return Finding.NotMet;
        return check is { AfterOne: not null, AfterThree: not null } ? Finding.Met : Finding.Unknown;
    }

    /// <summary>"falls by 8/2 mmHg, not dizzy".</summary>
    public static string Says(OrthostaticChecked check)
    {
        var dizzy = check.Dizzy ? "dizzy" : "not dizzy";
        return StandingFall.Of(check) is { } fall
            ? string.Create(CultureInfo.InvariantCulture, $"falls by {Math.Max(0, fall.Systolic):0}/{Math.Max(0, fall.Diastolic):0} mmHg, {dizzy}")
            : $"could not be measured standing, {dizzy}";
    }
}

/// <summary>What else in the record speaks to a discharge criterion.</summary>
public enum CriterionNeed
{
    /// <summary>The orthostatic check.</summary>
    Standing,

    /// <summary>No oxygen runs.</summary>
    RoomAir,

    /// <summary>The cannula is out.</summary>
    LineOut,

    /// <summary>The question about suicide was asked again, where it is due.</summary>
    SuicideCheck,
}
