using Mooring.Clinical;
using Mooring.Clinical.Courses;
using Mooring.Clinical.Protocols;
using Mooring.Clinical.Surveillance;

namespace Mooring.Tests.Clinical.Courses;

public class TheSchedule
{
    private static readonly DateOnly Monday = new(2026, 3, 9);

    [Fact]
    public void Doses_twice_a_week_on_open_days()
    {
        var days = Dosings("TRD-IV-STD", Monday);

        Assert.Equal([0, 3, 7, 10, 14, 17], days.Select(day => day.DayNumber - Monday.DayNumber));
    }

    [Fact]
    public void Moves_a_session_from_a_closed_day_to_the_next_open_one()
    {
        var days = Dosings("TRD-IV-STD", Monday.AddDays(-2));

        Assert.Equal(Monday, days[0]);
        Assert.All(days, day => Assert.Contains(day.DayOfWeek, PlanExample.Weekdays));
    }

    [Fact]
    public void Gives_eight_sprays_in_four_weeks() =>
        Assert.Equal([0, 3, 7, 10, 14, 17, 21, 24], Dosings("TRD-ESK-IN", Monday).Select(day => day.DayNumber - Monday.DayNumber));

    [Fact]
    public void Puts_integration_within_three_days_and_lays_no_message_or_questionnaire_as_a_visit()
    {
        var visits = Schedule.For(Content.Protocol("TRD-IV-STD"), Monday, PlanExample.Weekdays);
        var days = visits.Where(visit => visit.Kind == VisitKind.Dosing).ToDictionary(visit => visit.Session, visit => visit.On);

        Assert.All(visits.Where(visit => visit.Kind == VisitKind.Integration), visit =>
            Assert.InRange(visit.On.DayNumber - days[visit.Session].DayNumber, 1, 3));
        Assert.All(visits, visit => Assert.True(visit.Kind.IsVisit()));
        Assert.Equal(6, visits.Count(visit => visit.Kind == VisitKind.FollowUpCall));
        Assert.Single(visits, visit => visit.Kind == VisitKind.Review);
    }

    [Fact]
    public void Asks_a_week_after_each_session_and_writes_the_same_evening_at_timepoints()
    {
        DateOnly[] held = [Monday, Monday.AddDays(3)];

        var points = CourseTimepoint.Of(Content.Protocol("TRD-IV-STD"), held, _ => false);

        Assert.Equal([(1, 7), (2, 10)], points.Where(point => point.Kind == TimepointKind.Questionnaire).Select(point => (point.Session, point.On.DayNumber - Monday.DayNumber)));
        Assert.Equal(held, points.Where(point => point.Kind == TimepointKind.Message).Select(point => point.On));
    }

    [Fact]
    public void Gives_sprays_twice_a_week_for_four_weeks_weekly_to_week_8_and_every_two_weeks_from_week_9()
    {
        var protocol = Content.Protocol("TRD-ESK-IN");

        var days = Schedule.For(protocol, CourseLayout.Of(protocol, null, null), 0, Monday, new CourseDays(_ => true)).Where(visit => visit.Kind == VisitKind.Dosing).ToList();

        Assert.Equal([0, 3, 7, 10, 14, 17, 21, 24, 28, 35, 42, 49, 56, 70, 84, 98, 112, 126], days.Select(visit => visit.On.DayNumber - Monday.DayNumber));
        Assert.Equal((8, 4, 6), (days.Count(visit => visit.Phase == 0), days.Count(visit => visit.Phase == 1), days.Count(visit => visit.Phase == 2)));
        Assert.Equal(Enumerable.Range(1, 18), days.Select(visit => visit.Session));
    }

    [Fact]
    public void Prepares_twice_before_sessions_with_therapy()
    {
        var visits = Schedule.For(Content.Protocol("KAP-IM"), Monday, PlanExample.Weekdays);

        Assert.Equal(2, visits.Count(visit => visit.Kind == VisitKind.Preparation && visit.On < Monday));
        Assert.Equal(VisitKind.Preparation, visits[0].Kind);
    }

    [Fact]
    public void Prepares_only_before_the_first_phase() => Assert.DoesNotContain(
        Schedule.For(Content.Protocol("TRD-ESK-IN"), Monday, PlanExample.Weekdays, phase: 1),
        visit => visit.Kind == VisitKind.Preparation);

    [Theory]
    [InlineData(2, 19.9, "after-2")]
    [InlineData(2, 20.0, null)]
    [InlineData(4, 24.9, "after-4-none")]
    [InlineData(4, 25.0, "after-4-going-on")]
    [InlineData(7, 24.9, "no-response")]
    [InlineData(7, 25.0, null)]
    public void Prompts_at_checkpoints(int sessions, double improvement, string? prompt)
    {
        var prompts = Checkpoints.After(Content.Protocol("TRD-IV-STD"), sessions, improvement);

        Assert.Equal(prompt is null ? [] : [prompt], prompts.Select(each => each.Checkpoint.Id));
    }

    [Fact]
    public void Says_unknown_at_a_checkpoint_without_a_score() => Assert.All(
        Checkpoints.After(Content.Protocol("TRD-IV-STD"), 4, null),
        prompt => Assert.Equal(Finding.Unknown, prompt.Applies));

    [Fact]
    public void Leaves_the_review_to_a_prescriber_with_a_reason()
    {
        var plan = PlanExample.Sign(PlanExample.Draft(), PlanExample.Ground()).Value!;

        Assert.True(CourseReview.Decide(plan, ReviewChoice.Continue, "", 6, 55, PlanExample.Prescriber, PlanExample.Now).IsDone);
        Assert.True(CourseReview.Decide(plan, ReviewChoice.Stop, "no response", 6, 5, PlanExample.Prescriber, PlanExample.Now).IsDone);
        Assert.Equal("CRS201", Code(CourseReview.Decide(plan, ReviewChoice.Continue, "well", 6, 55, PlanExample.Nurse, PlanExample.Now)));
        Assert.Equal("CRS202", Code(CourseReview.Decide(plan, ReviewChoice.Adjust, " ", 6, 55, PlanExample.Prescriber, PlanExample.Now)));
        Assert.Equal("CRS203", Code(CourseReview.Decide(plan, ReviewChoice.Continue, "", 6, null, PlanExample.Prescriber, PlanExample.Now)));
    }

    private static string Code(Outcome<CourseReview> outcome) => Assert.Single(outcome.Refusals).Code;

    private static List<DateOnly> Dosings(string protocol, DateOnly first) =>
        [.. Schedule.For(Content.Protocol(protocol), first, PlanExample.Weekdays).Where(visit => visit.Kind == VisitKind.Dosing).Select(visit => visit.On)];
}
