using Mooring.Kinetics.Quantities;

namespace Mooring.Clinical.Monitoring;

public enum LimitLevel
{
    Warn,
    Critical,
}

public enum BoundKind
{
    AtLeast,
    Above,
    AtMost,
    Below,

    /// <summary>So much or more above the baseline.</summary>
    RisesBy,

    /// <summary>So much or more below the baseline.</summary>
    FallsBy,
}

/// <summary>One side of a limit, in the unit of what it bounds.</summary>
public sealed record Bound(BoundKind Kind, double Value)
{
    /// <summary>On the high side.</summary>
    public bool IsUpper => Kind is BoundKind.AtLeast or BoundKind.Above or BoundKind.RisesBy;

    public bool IsRelative => Kind is BoundKind.RisesBy or BoundKind.FallsBy;

    /// <summary>Whether a value lies beyond; unknown without a value, or without the baseline a relative bound needs.</summary>
    public Finding Passed(double? value, double? baseline = null)
    {
        var measured = IsRelative ? value - baseline : value;
        if (measured is not { } known || !double.IsFinite(known))
            return Finding.Unknown;
        var passed = Kind switch
        {
            BoundKind.AtLeast or BoundKind.RisesBy => known >= Value,
            BoundKind.Above => known > Value,
            BoundKind.AtMost => known <= Value,
            BoundKind.Below => known < Value,
            _ => -known >= Value,
        };
        return passed ? Finding.Met : Finding.NotMet;
    }

    /// <summary>Whether a value lies within by this margin, so that what stood out may be taken as over.</summary>
    public bool IsClear(double value, double? baseline, double margin) =>
        (this with { Value = Value + (Kind switch { BoundKind.AtMost or BoundKind.Below => margin, _ => -margin }) }).Passed(value, baseline) != Finding.Met;

    /// <summary>A bound as content writes it, with its unit; null when it writes none.</summary>
    internal static (Bound, string)? Written(BoundKind kind, Quantity? written) =>
        written is { } bound ? (new Bound(kind, bound.Value), bound.Unit) : null;
}

/// <summary>A value that stands out, and what a person may consider then. It never tells anybody to do it.</summary>
public sealed record Limit
{
    public required string Id { get; init; }

    /// <summary>The code of a vital sign or a scale.</summary>
    public required string Of { get; init; }

    public required LimitLevel Level { get; init; }

    public Quantity? AtLeast { get; init; }

    public Quantity? Above { get; init; }

    public Quantity? AtMost { get; init; }

    public Quantity? Below { get; init; }

    /// <summary>Above the baseline.</summary>
    public Quantity? RisesBy { get; init; }

    /// <summary>Below the baseline.</summary>
    public Quantity? FallsBy { get; init; }

    /// <summary>Only for a patient whose resting value is this or more; null for everybody.</summary>
    public Quantity? BaselineAtLeast { get; init; }

    /// <summary>Only for a patient whose resting value is below this.</summary>
    public Quantity? BaselineBelow { get; init; }

    /// <summary>Not for a patient whose resting value is below this: another limit stands in its place. Unknown counts as not below.</summary>
    public Quantity? UnlessBaselineBelow { get; init; }

    /// <summary>Only for what lasts until this long after the dosing ended, charted by a person; null at any time.</summary>
    public TimeSpan? AfterDosing { get; init; }

    public required string Label { get; init; }

    public required IReadOnlyList<string> Consider { get; init; }

    /// <summary>When to look again.</summary>
    public TimeSpan? Recheck { get; init; }

    public required IReadOnlyList<Because> Because { get; init; }

    /// <summary>The bounds given; sound content gives exactly one.</summary>
    public IEnumerable<(Bound Bound, string Unit)> Bounds => new[]
    {
        Bound.Written(BoundKind.AtLeast, AtLeast), Bound.Written(BoundKind.Above, Above), Bound.Written(BoundKind.AtMost, AtMost),
        Bound.Written(BoundKind.Below, Below), Bound.Written(BoundKind.RisesBy, RisesBy), Bound.Written(BoundKind.FallsBy, FallsBy),
    }.OfType<(Bound, string)>();

    public Bound Bound => Bounds.First().Bound;

    /// <summary>Whether it is for a patient with this resting value; what is only for a known one is not for an unknown one.</summary>
    public bool IsFor(double? baseline) =>
        (BaselineAtLeast is not { } least || baseline >= least.Value)
        && (BaselineBelow is not { } below || baseline < below.Value)
        && (UnlessBaselineBelow is not { } unless || baseline is null || baseline >= unless.Value);
}
