using Mooring.Kinetics.Models;
using Mooring.Kinetics.Quantities;

namespace Mooring.Kinetics.Validation;

/// <summary>Values from papers, to be met again by the models. It lies in the content.</summary>
public sealed record ValidationTable
{
    public required string Because { get; init; }

    public required IReadOnlyList<PublishedStudy> Studies { get; init; }
}

/// <summary>One paper or label, and what it reports.</summary>
public sealed record PublishedStudy
{
    public required string Id { get; init; }

    public required string Source { get; init; }

    public required Trust Trust { get; init; }

    /// <summary>Who was measured, and how many.</summary>
    public required string People { get; init; }

    public required IReadOnlyList<PublishedValue> Values { get; init; }
}

/// <summary>One value. Gated by <see cref="Within"/> or by <see cref="Low"/> and <see cref="High"/>; by neither it is shown only.</summary>
public sealed record PublishedValue
{
    public required IReadOnlyList<string> Models { get; init; }

    public required string Regimen { get; init; }

    public required Measure Measure { get; init; }

    public Analyte Of { get; init; }

    /// <summary>When, for a level; from when a time is counted, for a time of the peak.</summary>
    public TimeSpan? At { get; init; }

    /// <summary>Until when, for an area and a peak; a day without it.</summary>
    public TimeSpan? Until { get; init; }

    public required double Published { get; init; }

    public required string Unit { get; init; }

    public Weight? Weight { get; init; }

    public int? Age { get; init; }

    public Ancestry? Ancestry { get; init; }

    /// <summary>Ours over published, or published over ours, may be this at most.</summary>
    public double? Within { get; init; }

    public double? Low { get; init; }

    public double? High { get; init; }

    /// <summary>Why that gate, or why none.</summary>
    public required string Because { get; init; }
}

/// <summary>What a paper reports.</summary>
public enum Measure
{
    Level,
    Peak,
    PeakTime,
    Area,
    Bioavailability,
    Clearance,
    Volume,
    HalfLife,
}

/// <summary>Of which substance.</summary>
public enum Analyte
{
    Plasma,
    Norketamine,
    Hydroxynorketamine,
}
