using Mooring.Kinetics.Quantities;

namespace Mooring.Clinical.Monitoring;

/// <summary>What may be entered without a second look.</summary>
public sealed record EntryRule
{
    /// <summary>How far ahead of the server's clock an event may lie.</summary>
    public required TimeSpan FutureAllowed { get; init; }

    public required IReadOnlyList<Plausible> Plausible { get; init; }

    /// <summary>How far a number typed by hand may lie from what the monitor shows before somebody asks.</summary>
    public IReadOnlyList<Differing> Differs { get; init; } = [];

    public required IReadOnlyList<Because> Because { get; init; }
}

/// <summary>A hand and a monitor at the same patient do not differ so much: one of them is wrong, and which is asked.</summary>
public sealed record Differing
{
    public required string Of { get; init; }

    /// <summary>By so much or more.</summary>
    public required Quantity By { get; init; }

    /// <summary>Only when both were read within this time of each other.</summary>
    public required TimeSpan Within { get; init; }

    public required IReadOnlyList<Because> Because { get; init; }
}

/// <summary>Outside this a number is more likely a slip of the hand: it is asked about, never refused.</summary>
public sealed record Plausible
{
    public required string Of { get; init; }

    public required Quantity Low { get; init; }

    public required Quantity High { get; init; }
}
