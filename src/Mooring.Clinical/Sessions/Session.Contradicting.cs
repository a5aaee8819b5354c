using Mooring.Clinical.Sessions.Events;
using Mooring.Clinical.Watching;

namespace Mooring.Clinical.Sessions;

/// <content>What the chart says against a yes.</content>
public sealed partial class Session
{
    /// <summary>SES115: a yes that says something was charted, when it was not in this session; null when nothing speaks against it.</summary>
    public Refusal? AgainstGate(Gate gate, GateAnswer answer)
    {
        string[] missing = [.. gate.Charted.Where(code => Chart.Last(code) is null)];
        return answer != GateAnswer.Met || missing.Length == 0
            ? null
            : new("SES115", $"Not charted in this session: {string.Join(", ", missing.Select(Measures.NameOf))}. Chart it first, or answer no: {gate.Label}.", gate.Id);
    }

    /// <summary>Everything in the record with which the criterion can not be so.</summary>
    private IEnumerable<Refusal> Against(DischargeCriterion criterion, DateTimeOffset at) => AgainstMeasured(criterion, at).Concat(AgainstNeeds(criterion)).Concat(AgainstPressure(criterion, at));

    /// <summary>What was recorded that a yes can not stand beside: SES264 to SES266. What was never recorded contradicts nobody.</summary>
    private IEnumerable<Refusal> AgainstNeeds(DischargeCriterion criterion)
    {
        if (criterion.Needs == CriterionNeed.LineOut && Access is { } access)
            yield return new("SES264", $"The cannula in the {access.Site} is not recorded as removed: {criterion.Label}.", criterion.Id);
        if (criterion.Needs == CriterionNeed.RoomAir && Oxygen is { } oxygen)
            yield return new("SES265", $"Oxygen still runs at {Plain(oxygen.LitersPerMinute)} L/min: {criterion.Label}.", criterion.Id);
        if (criterion.Needs == CriterionNeed.Standing && IsSteady == Finding.NotMet)
            yield return new("SES266", $"On standing up, it {StandingRule.Says(Standing!)}: {criterion.Label}. Check again, or answer \"not yet\".", criterion.Id);
    }

    /// <summary>SES195 for each last value up to this time with which the criterion can not be so. What was never charted contradicts nobody.</summary>
    private IEnumerable<Refusal> AgainstMeasured(DischargeCriterion criterion, DateTimeOffset at) =>
        from bound in criterion.Measured
        let last = Chart.Of(bound.Of).LastOrDefault(value => value.At <= at)
        where last is not null
        let baseline = Baseline(bound.Of)
        where !bound.Holds(last.Value, baseline)
        select new Refusal(
            "SES195",
            Sentence.Of(
                "{value} was charted at {at}, and must be {bound}: {criterion}. Measure again, or answer \"not yet\".",
                ("value", Measures.Print(bound.Of, last.Value)),
                ("at", last.At),
                ("bound", bound.Says(baseline)),
                ("criterion", criterion.Label)),
            criterion.Id);
}
