using Mooring.Kinetics.Quantities;

namespace Mooring.Clinical.Monitoring;

/// <summary>How far what a pump shows may differ from what the plan works out to, before somebody must stop and look.</summary>
public sealed record TimeOutRule
{
    /// <summary>In percent of what was worked out: room for the pump's own rounding.</summary>
    public required Quantity PumpShare { get; init; }

    public required IReadOnlyList<Because> Because { get; init; }
}
