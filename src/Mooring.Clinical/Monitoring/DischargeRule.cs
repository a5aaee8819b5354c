namespace Mooring.Clinical.Monitoring;

/// <summary>When the patient may leave.</summary>
public sealed record DischargeRule
{
    public required MinimumStay Stay { get; init; }

    public required IReadOnlyList<DischargeCriterion> Criteria { get; init; }

    /// <summary>How far the pressure may fall on standing up; absent where nobody asks.</summary>
    public StandingRule? Standing { get; init; }

    /// <summary>What two pressures must show; absent in packs from before it was computed.</summary>
    public LeavingPressure? Pressure { get; init; }

    /// <summary>Who may let the patient go.</summary>
    public required IReadOnlyList<Role> By { get; init; }

    /// <summary>Who must sign before the record is closed.</summary>
    public required IReadOnlyList<Role> Signatures { get; init; }
}

/// <summary>How long the patient is watched at least, from the end of dosing.</summary>
public sealed record MinimumStay
{
    public required TimeSpan For { get; init; }

    /// <summary>The same, once a critical limit was passed or an emergency was opened.</summary>
    public required TimeSpan AfterCritical { get; init; }

    /// <summary>How long those are kept at least of whom the screening says so; null where nobody is kept longer.</summary>
    public LongerStay? Longer { get; init; }

    /// <summary>A prescriber may shorten it and must say why.</summary>
    public required bool MayBeWaived { get; init; }

    public required IReadOnlyList<Because> Because { get; init; }
}

/// <summary>A longer least stay.</summary>
public sealed record LongerStay
{
    /// <summary>The plan's flag, such as <c>longer-observation</c>.</summary>
    public required string With { get; init; }

    public required TimeSpan For { get; init; }
}

/// <summary>One thing that must be so before the patient leaves.</summary>
public sealed record DischargeCriterion
{
    public required string Id { get; init; }

    /// <summary>Worded so that yes is the safe answer.</summary>
    public required string Label { get; init; }

    /// <summary>A prescriber may waive it and must say why.</summary>
    public required bool MayBeWaived { get; init; }

    /// <summary>What must be written down with the answer.</summary>
    public string? AsksFor { get; init; }

    /// <summary>What the last charted values must be; a yes that they contradict is refused.</summary>
    public IReadOnlyList<DischargeBound> Measured { get; init; } = [];

    /// <summary>What else in the record may contradict a yes.</summary>
    public CriterionNeed? Needs { get; init; }

    public required IReadOnlyList<Because> Because { get; init; }
}
