using Mooring.Clinical;
using Mooring.Clinical.Courses;
using Mooring.Clinical.Outcomes;

namespace Mooring.Tests.Clinical.Courses;

public class DecidingMaintenance
{
    private static readonly MaintenanceDraft Begin = new() { Choice = IntervalChoice.Begin, Days = 14, First = PlanExample.Today.AddDays(7), Reason = "Response holds two weeks." };

    [Fact]
    public void Keeps_interval_reason_and_what_it_was_decided_on()
    {
        var step = Decide(Begin, CountingACourse.Whole(10), Finding.NotMet).Value!;

        Assert.Equal(new(IntervalChoice.Begin, 14, 6, PlanExample.Today.AddDays(7), 55, Finding.NotMet), step.Maintenance);
        Assert.Equal(2, CountingACourse.Whole(10, step).PhaseNow);
    }

    [Theory]
    [InlineData(IntervalChoice.Lengthen, 21, null)]
    [InlineData(IntervalChoice.Lengthen, 14, "CRS328")]
    [InlineData(IntervalChoice.Shorten, 21, "CRS328")]
    [InlineData(IntervalChoice.Keep, 14, null)]
    [InlineData(IntervalChoice.Begin, 14, "CRS321")]
    public void Is_what_was_chosen(IntervalChoice choice, int days, string? code)
    {
        var course = CountingACourse.Whole(10, Decide(Begin, CountingACourse.Whole(10)).Value!);

        Assert.Equal(code, Decide(Begin with { Choice = choice, Days = days }, course).Refusals.Select(refusal => refusal.Code).SingleOrDefault());
    }

    [Fact]
    public void Asks_about_an_interval_outside_the_protocols()
    {
        Refused(MaintenanceDraft.Unusual, Begin with { Days = 3 }, CountingACourse.Whole(10));
        Refused(MaintenanceDraft.Unusual, Begin with { Days = 92 }, CountingACourse.Whole(10));
        Assert.True(Decide(Begin with { Days = 3, IsMeant = true }, CountingACourse.Whole(10)).IsDone);
    }

    [Fact]
    public void Waits_for_the_end_of_the_induction_and_for_a_protocol_that_defines_it()
    {
        Refused("CRS323", Begin, CountingACourse.Whole(5));
        Assert.Equal("CRS324", Assert.Single(Begin.Decide(
            CountingACourse.Whole(10), Content.Protocol("OCD-IV"), Id<CourseEvent>.New(PlanExample.Now), 55, Finding.Met, PlanExample.Prescriber, PlanExample.Now, PlanExample.Today).Refusals).Code);
    }

    [Fact]
    public void Owes_day_number_and_reason()
    {
        Refused("CRS322", Begin with { Days = null }, CountingACourse.Whole(10));
        Refused("CRS326", Begin with { First = PlanExample.Today.AddDays(-1) }, CountingACourse.Whole(10));
        Refused("CRS327", Begin with { Visits = 0 }, CountingACourse.Whole(10));
        Refused("CRS302", Begin with { Reason = "" }, CountingACourse.Whole(10));
    }

    [Theory]
    [InlineData(Finding.NotMet, Finding.NotMet, 20.0, 9.0)]
    [InlineData(Finding.NotMet, Finding.Met, 20.0, 9.0, 12.0)]
    [InlineData(Finding.NotMet, Finding.NotMet, 20.0, 18.0, 16.0)]
    [InlineData(Finding.Met, Finding.Met, 20.0, 9.0, 12.0, 13.0)]
    [InlineData(Finding.NotMet, Finding.NotMet, 20.0, 9.0, 12.0, 8.0)]
    public void Stands_beside_the_relapse_signal(Finding relapse, Finding early, params double[] weekly)
    {
        var signal = Signal(weekly);

        Assert.Equal((relapse, early), (signal.Relapse, signal.Early));
    }

    [Fact]
    public void Says_unknown_of_a_relapse_without_baseline_or_score()
    {
        Assert.Equal(Finding.Unknown, Signal([20]).Relapse);
        Assert.Equal(Finding.Unknown, RelapseSignal.Of(null, null).Relapse);
    }

    // The first is the baseline, the others follow week by week.
    private static RelapseSignal Signal(double[] weekly)
    {
        var phq9 = Content.Library.Instruments["phq-9"].Value.Outcome!;
        return RelapseSignal.Of(phq9, CourseOutcome.Assess("PHQ-9", phq9, [.. weekly.Select((total, week) => new TimedScore(PlanExample.Now.AddDays(7 * week), total))], PlanExample.Now));
    }

    private static Outcome<CourseEvent> Decide(MaintenanceDraft draft, Course course, Finding relapse = Finding.NotMet) => draft.Decide(
        course, Content.Protocol("TRD-IV-STD"), Id<CourseEvent>.New(PlanExample.Now), 55, relapse, PlanExample.Prescriber, PlanExample.Now, PlanExample.Today);

    private static void Refused(string code, MaintenanceDraft draft, Course course) => Assert.Equal(code, Assert.Single(Decide(draft, course).Refusals).Code);
}
