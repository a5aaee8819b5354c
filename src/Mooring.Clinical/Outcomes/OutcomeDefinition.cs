using System.Globalization;

namespace Mooring.Clinical.Outcomes;

/// <summary>What counts as response and remission on an instrument. Higher scores are worse on every one that has this.</summary>
public sealed record OutcomeDefinition
{
    /// <summary>Fall from baseline in percent.</summary>
    public required double ResponsePercent { get; init; }

    public required double PartialPercent { get; init; }

    /// <summary>Remission is a score at or below this; null where none is defined.</summary>
    public double? RemissionAtMost { get; init; }

    /// <summary>Change in points, either way.</summary>
    public double? ReliablePoints { get; init; }

    public double? DeteriorationPoints { get; init; }

    /// <summary>The least baseline with which a patient counts in the denominator of efficacy.</summary>
    public required double EntryAtLeast { get; init; }

    /// <summary>How long before the first dose the baseline may lie.</summary>
    public required TimeSpan BaselineWithin { get; init; }

    public bool IsResponse(double baseline, double now) => Fall(baseline, now) >= ResponsePercent;

    public bool IsPartial(double baseline, double now) => Fall(baseline, now) is { } fall && fall >= PartialPercent && fall < ResponsePercent;

    public bool? IsRemission(double now) => RemissionAtMost is { } limit ? now <= limit : null;

    public bool? IsReliableChange(double baseline, double now) => ReliablePoints is { } points ? Math.Abs(now - baseline) >= points : null;

    public bool? IsDeterioration(double baseline, double now) => DeteriorationPoints is { } points ? now - baseline >= points : null;

    /// <summary>Percent of the baseline; null where there was nothing to fall from.</summary>
    public static double? Fall(double baseline, double now) => baseline > 0 ? 100 * (baseline - now) / baseline : null;

    /// <summary>The sentence that stands beside every chart.</summary>
    public string Says(string instrument) => string.Create(CultureInfo.InvariantCulture,
        $"Response: {instrument} fell by at least {ResponsePercent} % from baseline, the last score in the {BaselineWithin.TotalDays:0} days before the first dose. Partial response: {PartialPercent} to below {ResponsePercent} %.{(RemissionAtMost is { } limit ? $" Remission: {limit} or less." : "")}{(ReliablePoints is { } points ? $" Reliable change: {points} points or more." : "")} A baseline below {EntryAtLeast} does not count in the efficacy denominator.");
}
