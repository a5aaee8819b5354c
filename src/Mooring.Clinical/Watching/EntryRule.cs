using Mooring.Kinetics.Quantities;

namespace Mooring.Clinical.Watching;

/// <summary>What may be entered without a second look.</summary>
public sealed record EntryRule
{
    /// <summary>How far ahead of the server's clock an event may lie.</summary>
    public required TimeSpan FutureAllowed { get; init; }

    public required IReadOnlyList<Plausible> Plausible { get; init; }

    public required IReadOnlyList<Because> Because { get; init; }
}

/// <summary>Outside this a number is more likely a slip of the hand: it is asked about, never refused.</summary>
public sealed record Plausible
{
    public required string Of { get; init; }

    public required Quantity Low { get; init; }

    public required Quantity High { get; init; }
}
