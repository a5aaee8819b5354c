using Mooring.Clinical.Monitoring;
using Mooring.Clinical.Sessions.Bedside;
using Mooring.Clinical.Sessions.Charting;
using Mooring.Clinical.Sessions.Rescuing;
using static Mooring.Clinical.Sessions.Deciding;

namespace Mooring.Clinical.Sessions.Leaving;

/// <summary>What the record says against a yes to a discharge criterion.</summary>
internal static class Contradicting
{
    extension(Session session)
    {
        /// <summary>Everything in the record with which the criterion can not be so.</summary>
        internal IEnumerable<Refusal> Against(DischargeCriterion criterion, DateTimeOffset at) => session.AgainstMeasured(criterion, at).Concat(session.AgainstNeeds(criterion)).Concat(session.AgainstPressure(criterion, at));

        /// <summary>What was recorded that a yes can not stand beside: SES264 to SES266. What was never recorded contradicts nobody.</summary>
        private IEnumerable<Refusal> AgainstNeeds(DischargeCriterion criterion)
        {
            if (criterion.Needs == CriterionNeed.LineOut && session.Access is { } access)
                yield return new("SES264", $"The cannula in the {access.Site} is not recorded as removed: {criterion.Label}.", criterion.Id);
            if (criterion.Needs == CriterionNeed.RoomAir && session.Oxygen is { } oxygen)
                yield return new("SES265", $"Oxygen still runs at {Plain(oxygen.LitersPerMinute)} L/min: {criterion.Label}.", criterion.Id);
            if (criterion.Needs == CriterionNeed.Standing && session.IsSteady == Finding.NotMet)
                yield return new("SES266", $"On standing up, it {StandingRule.Says(session.Standing!)}: {criterion.Label}. Check again, or answer \"not yet\".", criterion.Id);
        }

        /// <summary>SES195 for each last value up to this time with which the criterion can not be so. What was never charted contradicts nobody.</summary>
        private IEnumerable<Refusal> AgainstMeasured(DischargeCriterion criterion, DateTimeOffset at) =>
            from bound in criterion.Measured
            let last = session.Chart.Of(bound.Of).LastOrDefault(value => value.At <= at)
            where last is not null
            let baseline = session.Baseline(bound.Of)
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
}
