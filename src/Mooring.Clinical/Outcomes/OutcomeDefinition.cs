using System.Globalization;

namespace Mooring.Clinical.Outcomes;

/// <summary>What counts as response and remission on an instrument, by its change from baseline.</summary>
public sealed record OutcomeDefinition
{
    /// <summary>Improvement from baseline in percent; null where response is not defined by percent.</summary>
    public double? ResponsePercent { get; init; }

    /// <summary>Improvement from baseline in points, where response is defined by points.</summary>
    public double? ResponsePoints { get; init; }

    public double? PartialPercent { get; init; }

    /// <summary>Remission is a score at or below this; null where none is defined.</summary>
    public double? RemissionAtMost { get; init; }

    /// <summary>Change in points, either way, beyond what the scale's own noise explains in one person.</summary>
    public double? ReliablePoints { get; init; }

    /// <summary>Change in points that people on average notice as better or worse. It is about groups, and is no reliable change.</summary>
    public double? ImportantPoints { get; init; }

    public double? DeteriorationPoints { get; init; }

    /// <summary>The item whose rise is deterioration whatever the total, such as the one on thoughts of death; null for none.</summary>
    public string? DeteriorationItem { get; init; }

    /// <summary>The least baseline with which a patient counts in the denominator of efficacy; null where every baseline does.</summary>
    public double? EntryAtLeast { get; init; }

    /// <summary>A lost response counts as relapse from this score on; null where the loss alone counts.</summary>
    public double? RelapseAtLeast { get; init; }

    /// <summary>The time between two readings on which a response is lost before it is called relapse; null where none is defined.</summary>
    public TimeSpan? RelapseApart { get; init; }

    /// <summary>How long before the first dose the baseline may lie.</summary>
    public required TimeSpan BaselineWithin { get; init; }

    /// <summary>True where a higher score is a better one, so that a rise is improvement.</summary>
    public bool HigherIsBetter { get; init; }

    /// <summary>Null where the instrument defines no response.</summary>
    public bool? IsResponse(double baseline, double now) => (ResponsePercent, ResponsePoints) switch
    {
        ({ } percent, _) => Improvement(baseline, now) >= percent,
        (_, { } points) => Better(baseline, now) >= points,
        _ => null,
    };

    /// <summary>The score at which response begins; null where none is defined.</summary>
    public double? ResponseAt(double baseline) => (ResponsePercent is { } percent ? baseline * percent / 100 : ResponsePoints) is { } change
        ? HigherIsBetter ? baseline + change : baseline - change
        : null;

    public bool? IsPartial(double baseline, double now) => PartialPercent is { } percent && ResponsePercent is { } response
        ? Improvement(baseline, now) is { } fall && fall >= percent && fall < response
        : null;

    public bool? IsRemission(double now) => RemissionAtMost is { } limit ? now <= limit : null;

    public bool? IsReliableChange(double baseline, double now) => ReliablePoints is { } points ? Math.Abs(now - baseline) >= points : null;

    public bool? IsImportantChange(double baseline, double now) => ImportantPoints is { } points ? Math.Abs(now - baseline) >= points : null;

    /// <summary>By points, or by a rise of the item. An item that was not answered says nothing either way.</summary>
    public bool? IsDeterioration(TimedScore baseline, TimedScore now) =>
        DeteriorationItem is not null && now.Item > baseline.Item ? true
        : DeteriorationPoints is not { } points ? null
        : -Better(baseline.Total, now.Total) >= points ? true
        : DeteriorationItem is not null && (now.Item is null || baseline.Item is null) ? null
        : false;

    /// <summary>Percent of the baseline, positive when it got better; null where there was nothing to change from.</summary>
    public double? Improvement(double baseline, double now) => baseline > 0 ? 100 * Better(baseline, now) / baseline : null;

    /// <summary>The sentence that stands beside every chart.</summary>
    public string Says(string instrument)
    {
        var way = HigherIsBetter ? "rose" : "fell";
        IEnumerable<string?> parts =
        [
            ResponsePercent is { } percent ? Invariant($"Response: {instrument} {way} by at least {percent} % from baseline.")
                : ResponsePoints is { } response ? Invariant($"Response: {instrument} {way} by at least {response} points from baseline.") : null,
            PartialPercent is { } partial ? Invariant($"Partial response: {partial} to below {ResponsePercent} %.") : null,
            RemissionAtMost is { } limit ? Invariant($"Remission: {limit} or less.") : null,
            ReliablePoints is { } points ? Invariant($"Reliable change: {points} points or more.") : null,
            ImportantPoints is { } noticed ? Invariant($"Important difference: {noticed} points.") : null,
            DeteriorationPoints is { } worse ? Invariant($"Deterioration: {worse} points worse{(DeteriorationItem is { } item ? $", or any rise of item {item}" : "")}.") : null,
            Invariant($"Baseline: the last score in the {BaselineWithin.TotalDays:0} days before the first dose."),
            EntryAtLeast is { } entry ? Invariant($"A baseline below {entry} does not count in the efficacy denominator.") : null,
        ];
        return string.Join(' ', parts.OfType<string>());
    }

    private double Better(double baseline, double now) => HigherIsBetter ? now - baseline : baseline - now;

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
