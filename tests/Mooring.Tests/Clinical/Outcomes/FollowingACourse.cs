using Mooring.Clinical;
using Mooring.Clinical.Outcomes;

namespace Mooring.Tests.Clinical.Outcomes;

public class FollowingACourse
{
    private static readonly DateTimeOffset FirstDose = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly OutcomeDefinition Phq = ScreeningContent.Library.Instruments["phq-9"].Value.Outcome!;

    [Fact]
    public void The_baseline_is_the_last_score_of_the_two_weeks_before()
    {
        var course = Assess((-15, 27), (-14, 22), (-1, 20), (7, 10));

        Assert.Equal(20, course.Baseline!.Total);
        Assert.Equal(Finding.Met, course.Evaluable);
        Assert.Equal((Finding.Met, Finding.NotMet, 50.0), (course.Points[0].Response, course.Points[0].Remission, course.Points[0].FallPercent));
    }

    [Fact]
    public void Without_a_baseline_nothing_is_compared() =>
        Assert.Equal((Finding.Unknown, Finding.Unknown), (Assess((-15, 20), (7, 4)).Evaluable, Assess((-15, 20), (7, 4)).Points[0].Response));

    [Fact]
    public void A_mild_start_does_not_count_in_the_denominator() => Assert.Equal(Finding.NotMet, Assess((-1, 8), (7, 4)).Evaluable);

    [Fact]
    public void Partial_response_and_deterioration_are_named()
    {
        var points = Assess((-1, 20), (7, 15), (14, 25), (21, 16)).Points;

        Assert.Equal([Finding.Met, Finding.NotMet, Finding.NotMet], points.Select(point => point.Partial));
        Assert.Equal([Finding.NotMet, Finding.Met, Finding.NotMet], points.Select(point => point.Deterioration));
    }

    [Theory]
    [InlineData(1.0, 0.0, Finding.NotMet)]
    [InlineData(0.0, 1.0, Finding.Met)]
    [InlineData(1.0, null, Finding.Unknown)]
    [InlineData(null, 2.0, Finding.Unknown)]
    public void A_rise_of_the_item_on_thoughts_of_death_is_deterioration_whatever_the_total(double? before, double? after, Finding expected)
    {
        TimedScore[] scores = [new(FirstDose.AddDays(-1), 20, before), new(FirstDose.AddDays(7), 12, after)];

        var course = CourseOutcome.Assess("PHQ-9", Phq, scores, FirstDose);

        Assert.Equal(expected, course.Points[0].Deterioration);
        Assert.Contains("any rise of item 9", course.Definition, StringComparison.Ordinal);
    }

    private static CourseOutcome Assess(params (int Day, double Total)[] scores) =>
        CourseOutcome.Assess("PHQ-9", Phq, [.. scores.Select(score => new TimedScore(FirstDose.AddDays(score.Day), score.Total, 0))], FirstDose);
}
