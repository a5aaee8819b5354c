namespace Mooring.Clinical.Monitoring;

/// <summary>What the times of a round count from.</summary>
public enum Anchor
{
    CheckIn,
    FirstDose,
    LastDose,
    LastChange,
    DosingEnd,
}

/// <summary>While what a round is due.</summary>
public enum During
{
    Before,
    Dosing,
    Recovery,
    DosingAndRecovery,
}

/// <summary>A set of measurements that comes round.</summary>
public sealed record Round
{
    public required string Id { get; init; }

    public required string Label { get; init; }

    /// <summary>Codes of vital signs and scales.</summary>
    public required IReadOnlyList<string> Measures { get; init; }

    public required Anchor From { get; init; }

    public required During While { get; init; }

    /// <summary>The first times, counted from the anchor.</summary>
    public required IReadOnlyList<TimeSpan> At { get; init; }

    /// <summary>And from the last of them on, every so often; absent for never.</summary>
    public TimeSpan? ThenEvery { get; init; }

    /// <summary>Who may do it.</summary>
    public required IReadOnlyList<Role> By { get; init; }

    public required IReadOnlyList<Because> Because { get; init; }
}

/// <summary>When a round that was not done is overdue.</summary>
public sealed record OverdueRule
{
    /// <summary>In intervals since the one before: 1.5 is half an interval late.</summary>
    public required double After { get; init; }

    public required IReadOnlyList<Because> Because { get; init; }
}

/// <summary>When a number from a device has stopped coming.</summary>
public sealed record StalenessRule
{
    /// <summary>Intervals up to this count as fast.</summary>
    public required TimeSpan FastUpTo { get; init; }

    public required TimeSpan StaleFast { get; init; }

    public required TimeSpan SilentFast { get; init; }

    /// <summary>A slower value is stale after so many intervals.</summary>
    public required double StaleIntervals { get; init; }

    /// <summary>And the device silent so much later.</summary>
    public required TimeSpan SilentExtra { get; init; }

    public required IReadOnlyList<Because> Because { get; init; }
}
