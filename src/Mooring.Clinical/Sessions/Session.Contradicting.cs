using Mooring.Clinical.Watching;

namespace Mooring.Clinical.Sessions;

/// <content>What the chart says against a yes.</content>
public sealed partial class Session
{
    /// <summary>SES195 for each last value up to this time with which the criterion can not be so. What was never charted contradicts nobody.</summary>
    private IEnumerable<Refusal> Against(DischargeCriterion criterion, DateTimeOffset at) =>
        from bound in criterion.Measured
        let last = Chart.Of(bound.Of).LastOrDefault(value => value.At <= at)
        where last is not null
        let baseline = Baseline(bound.Of)
        where !bound.Holds(last.Value, baseline)
        select new Refusal(
            "SES195",
            $"{Measures.Print(bound.Of, last.Value)} was charted at {Clock(last.At)}, and must be {bound.Says(baseline)}: {criterion.Label}. Measure again, or answer \"not yet\".",
            criterion.Id);
}
