using Mooring.Kinetics.Quantities;

namespace Mooring.Clinical.Monitoring;

/// <summary>How doses may be given.</summary>
public sealed record DosingRule
{
    /// <summary>The most infusions, injections or devices in a session.</summary>
    public required int Most { get; init; }

    /// <summary>The least time between two; absent for infusions.</summary>
    public TimeSpan? Apart { get; init; }

    /// <summary>What one nasal device holds.</summary>
    public Mass? Each { get; init; }

    /// <summary>How far the pump's setting may lie from volume and time; infusions only.</summary>
    public Quantity? RateTolerance { get; init; }

    /// <summary>How long a lozenge is held under the tongue; absent where nothing is held.</summary>
    public TimeSpan? Hold { get; init; }

    /// <summary>The shortest time in which a bolus is pushed into the vein; absent where none is given.</summary>
    public TimeSpan? BolusOver { get; init; }

    public required IReadOnlyList<Because> Because { get; init; }
}
