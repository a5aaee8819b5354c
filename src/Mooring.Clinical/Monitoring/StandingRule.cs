using Mooring.Kinetics.Quantities;

namespace Mooring.Clinical.Monitoring;

/// <summary>How far the pressure may fall on standing up before leaving.</summary>
public sealed record StandingRule
{
    /// <summary>A fall of this much or more is too far.</summary>
    public required Quantity SystolicFall { get; init; }

    public required Quantity DiastolicFall { get; init; }

    public required IReadOnlyList<Because> Because { get; init; }
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

    /// <summary>A contact after this day is in the appointment book, with an hour and a person.</summary>
    NextContact,
}
