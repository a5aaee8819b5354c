namespace Mooring.Clinical.Instruments;

/// <summary>How the values of items become one number, for the whole sheet or a part of it.</summary>
public enum ScoringMethod
{
    Sum,

    /// <summary>To one decimal.</summary>
    Mean,

    Highest,

    /// <summary>Of the most that the items can come to, to one decimal.</summary>
    Percent,

    /// <summary>A level by the gravest yes, instead of a number.</summary>
    Triage,

    /// <summary>No number: the parts and the flags are the result.</summary>
    None,
}

/// <summary>A range of totals with its name, both ends included.</summary>
public sealed record Band
{
    public required string Id { get; init; }

    public required double From { get; init; }

    public required double To { get; init; }
}

/// <summary>A triage level is reached when one of its items is answered yes. The gravest comes first.</summary>
public sealed record TriageLevel
{
    public required string Id { get; init; }

    public required IReadOnlyList<string> AnyOf { get; init; }
}

public sealed record Subscale
{
    public required string Id { get; init; }

    public required IReadOnlyList<string> Items { get; init; }

    public ScoringMethod Scoring { get; init; }

    /// <summary>How many of its items must count for the pattern of <see cref="Pattern"/>.</summary>
    public int? Needs { get; init; }
}

/// <summary>A diagnostic pattern: in each subscale enough items reach a value.</summary>
public sealed record Pattern
{
    public required string Flag { get; init; }

    public required int ItemAtLeast { get; init; }
}

/// <summary>What one item, one subscale or, where neither is named, the total must reach.</summary>
public record Threshold
{
    public string? Item { get; init; }

    public string? Subscale { get; init; }

    public required double AtLeast { get; init; }
}

/// <summary>Raised when it and everything beside it is reached; a safety flag says which step it opens.</summary>
public sealed record Flag : Threshold
{
    public required string Id { get; init; }

    public IReadOnlyList<Threshold> And { get; init; } = [];

    public string? Opens { get; init; }

    internal IEnumerable<Threshold> Thresholds => [this, .. And];
}

/// <summary>How missing answers are filled: the mean of the others, rounded, marked.</summary>
public sealed record Proration
{
    public required int MissingAtMost { get; init; }

    /// <summary>Items that must be answered: their meaning is not in the other items.</summary>
    public IReadOnlyList<string> NeverMissing { get; init; } = [];
}
