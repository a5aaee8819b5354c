namespace Mooring.Clinical.Watching;

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
}

/// <summary>A value that stands out, and what a person may consider then. It never tells anybody to do it.</summary>
/// <param name="Of">The code of a vital sign or a scale.</param>
/// <param name="Recheck">When to look again.</param>
/// <param name="FromDosing">Counts only once dosing has begun.</param>
public sealed record Limit(
    string Id, string Of, LimitLevel Level, Bound Bound, string Label, IReadOnlyList<string> Consider, TimeSpan? Recheck, bool FromDosing, Because Because);
