using Mooring.Clinical;
using Mooring.Clinical.Courses;

namespace Mooring.Tests.Clinical.Courses;

public class StepsOfACourse
{
    private static readonly DateOnly Tomorrow = PlanExample.Today.AddDays(1);

    [Fact]
    public void Are_kept_with_reason_who_and_when()
    {
        var step = Decide(CountingACourse.Whole(3), CourseAct.Paused, " Surgery in June. ");

        Assert.Equal((CourseAct.Paused, "Surgery in June.", PlanExample.Prescriber, PlanExample.Now), (step.Value!.Act, step.Value.Reason, step.Value.By, step.Value.At));
        Assert.Equal(CourseState.Paused, CountingACourse.Whole(3, step.Value).State);
    }

    [Fact]
    public void Are_a_prescribers() => Refused("CRS301", Decide(CountingACourse.Whole(3), CourseAct.Paused, "Away.", by: PlanExample.Nurse));

    [Fact]
    public void Owe_a_reason_that_fits()
    {
        Refused("CRS302", Decide(CountingACourse.Whole(3), CourseAct.StoppedEarly, " "));
        Refused("CRS302", Decide(CountingACourse.Whole(3), CourseAct.StoppedEarly, new string('a', CourseSteps.LongestReason + 1)));
    }

    [Fact]
    public void Fit_the_state_that_stands()
    {
        var paused = Decide(CountingACourse.Whole(3), CourseAct.Paused, "Away.").Value!;

        Refused("CRS304", Decide(CountingACourse.Whole(3, paused), CourseAct.Paused, "Away."));
        Refused("CRS305", Decide(CountingACourse.Whole(3), CourseAct.Resumed, "Back.", Tomorrow));
        Refused("CRS306", Decide(CountingACourse.Whole(3, paused), CourseAct.Resumed, "Back.", PlanExample.Today.AddDays(-1)));
        Refused("CRS307", Decide(CountingACourse.Whole(3), CourseAct.Completed, "Done."));
        Assert.True(Decide(CountingACourse.Whole(10), CourseAct.Completed, "Well.").IsDone);
        Assert.Equal(Tomorrow, Decide(CountingACourse.Whole(3, paused), CourseAct.Resumed, "Back.", Tomorrow).Value!.From);
    }

    [Theory]
    [InlineData(CourseAct.StoppedEarly, CourseState.StoppedEarly)]
    [InlineData(CourseAct.TransferredOut, CourseState.TransferredOut)]
    public void End_it_for_good(CourseAct act, CourseState state)
    {
        var ended = CountingACourse.Whole(3, Decide(CountingACourse.Whole(3), act, "Moves away.").Value!);

        Assert.Equal((state, false, PlanExample.Now), (ended.State, ended.GoesOn, ended.EndedAt));
        Refused("CRS303", Decide(ended, CourseAct.Paused, "Away."));
    }

    [Fact]
    public void Lay_the_rest_of_the_sessions_and_no_more()
    {
        var protocol = Content.Protocol("TRD-IV-STD");

        var left = Schedule.For(protocol, CourseLayout.Of(protocol, CountingACourse.Whole(4), null), 4, Tomorrow, new CourseDays(_ => true));

        Assert.Equal([(5, 0), (6, 0), (7, 1), (8, 1), (9, 1), (10, 1)], left.Where(visit => visit.Kind == Mooring.Clinical.Protocols.VisitKind.Dosing).Select(visit => (visit.Session, visit.Phase)));
        Assert.DoesNotContain(left, visit => visit.Kind == Mooring.Clinical.Protocols.VisitKind.Preparation);
    }

    private static Outcome<CourseEvent> Decide(Course course, CourseAct act, string reason, DateOnly? from = null, Actor? by = null) =>
        course.Decide(Id<CourseEvent>.New(PlanExample.Now), act, reason, from, by ?? PlanExample.Prescriber, PlanExample.Now, PlanExample.Today);

    private static void Refused(string code, Outcome<CourseEvent> outcome) => Assert.Equal(code, Assert.Single(outcome.Refusals).Code);
}
