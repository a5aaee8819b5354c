namespace Mooring.Clinical.Outcomes;

/// <param name="Item">The answer to the item whose rise counts by itself; null where there is none or it was not answered.</param>
public sealed record TimedScore(DateTimeOffset At, double Total, double? Item = null);

/// <summary>One score beside the baseline. Without a baseline everything that compares is unknown.</summary>
public sealed record OutcomePoint(
    DateTimeOffset At, double Total, double? FallPercent, Finding Response, Finding Partial, Finding Remission, Finding Deterioration, Finding ReliableChange);

/// <param name="Evaluable">Met when the baseline reaches entry severity and a later score exists.</param>
public sealed record CourseOutcome(TimedScore? Baseline, Finding Evaluable, IReadOnlyList<OutcomePoint> Points, string Definition)
{
    /// <summary>How a course went on one instrument, from its scores and the time of the first dose.</summary>
    public static CourseOutcome Assess(string instrument, OutcomeDefinition definition, IReadOnlyList<TimedScore> scores, DateTimeOffset firstDose)
    {
        var baseline = scores.Where(score => score.At <= firstDose && firstDose - score.At <= definition.BaselineWithin).MaxBy(score => score.At);
        IReadOnlyList<OutcomePoint> points = [.. scores.Where(score => score.At > firstDose).OrderBy(score => score.At).Select(score => Point(definition, baseline, score))];
        var evaluable = baseline is null ? Finding.Unknown : Is(baseline.Total >= (definition.EntryAtLeast ?? 0) && points.Count > 0);
        return new(baseline, evaluable, points, definition.Says(instrument));
    }

    private static OutcomePoint Point(OutcomeDefinition definition, TimedScore? baseline, TimedScore score) => new(
        score.At, score.Total,
        baseline is null ? null : definition.Improvement(baseline.Total, score.Total),
        baseline is null ? Finding.Unknown : Is(definition.IsResponse(baseline.Total, score.Total)),
        baseline is null ? Finding.Unknown : Is(definition.IsPartial(baseline.Total, score.Total)),
        Is(definition.IsRemission(score.Total)),
        baseline is null ? Finding.Unknown : Is(definition.IsDeterioration(baseline, score)),
        baseline is null ? Finding.Unknown : Is(definition.IsReliableChange(baseline.Total, score.Total)));

    private static Finding Is(bool? holds) => holds switch { true => Finding.Met, false => Finding.NotMet, null => Finding.Unknown };
}
