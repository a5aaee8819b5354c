using Mooring.Kinetics.Quantities;

namespace Mooring.Clinical.Monitoring;

/// <summary>
/// What two readings must show before the criterion of pressure can be met, and from where on nobody lets a patient go.
/// The bounds by value and baseline stand with the criterion.
/// </summary>
public sealed record LeavingPressure
{
    /// <summary>The discharge criterion that it speaks to.</summary>
    public required string Criterion { get; init; }

    /// <summary>The two readings lie at least so far apart, both after dosing ended.</summary>
    public required TimeSpan Apart { get; init; }

    /// <summary>The second may be above the first by this much, for the noise of a cuff.</summary>
    public required Quantity RiseAtMost { get; init; }

    /// <summary>Whatever the baseline: from here on the criterion is not met, and only a prescriber lets go, with a reason.</summary>
    public required Quantity SystolicBelow { get; init; }

    public required Quantity DiastolicBelow { get; init; }

    /// <summary>From here on nobody lets the patient go.</summary>
    public required Quantity SystolicNobodyFrom { get; init; }

    public required Quantity DiastolicNobodyFrom { get; init; }

    public required IReadOnlyList<Because> Because { get; init; }
}
