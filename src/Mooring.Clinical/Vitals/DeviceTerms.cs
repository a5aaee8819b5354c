using Mooring.Kinetics.Quantities;

namespace Mooring.Clinical.Vitals;

/// <summary>By what devices are judged: their clocks, and a pump's own account of what it gave. Read from <c>content/device-terms.yaml</c>.</summary>
public sealed record DeviceTerms
{
    public required int Version { get; init; }

    public required ClockTerms Clock { get; init; }

    public required PumpTerms Pump { get; init; }
}

/// <summary>When a device's clock is wrong enough to say so.</summary>
public sealed record ClockTerms
{
    /// <summary>A clock off by more than this is warned of.</summary>
    public required TimeSpan WarnBeyond { get; init; }

    /// <summary>The median of so many messages is what is compared.</summary>
    public required int MedianOf { get; init; }

    /// <summary>With fewer messages nothing is said.</summary>
    public required int AtLeast { get; init; }

    public required IReadOnlyList<Because> Because { get; init; }
}

/// <summary>How far a pump's own account may lie from what was charted.</summary>
public sealed record PumpTerms
{
    /// <summary>A share of what was charted, in percent.</summary>
    public required Quantity VolumeShare { get; init; }

    /// <summary>A smaller difference in volume is never one, in mL.</summary>
    public required Quantity VolumeLeast { get; init; }

    /// <summary>How far the running rate may lie from the one charted, in percent of it.</summary>
    public required Quantity RateShare { get; init; }

    /// <summary>For so long after an entry the pump may already, or not yet, follow it.</summary>
    public required TimeSpan Settling { get; init; }

    public required IReadOnlyList<Because> Because { get; init; }
}
