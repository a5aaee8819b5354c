using Mooring.Clinical;
using Mooring.Clinical.Courses;
using Mooring.Clinical.Protocols;
using Mooring.Clinical.Sessions;
using Mooring.Practice.Plans;
using Mooring.Web.Pages.Care.Visits;

namespace Mooring.Tests.Web;

/// <summary>The visits of a patient by what is asked: nobody looks through thirty equal rows for the one of today.</summary>
public class GroupingVisits
{
    private static readonly DateOnly Today = new(2026, 3, 10);

    [Fact]
    public void Puts_each_open_visit_into_one_group()
    {
        var late = Visit(VisitKind.Integration, 2, -4, -1);
        var now = Visit(VisitKind.Dosing, 3, 0, 0);
        var running = Visit(VisitKind.FollowUpCall, 2, -1, 1);
        var later = Visit(VisitKind.Dosing, 4, 3, 3);
        var over = Visit(VisitKind.Dosing, 2, -5, -5) with { SessionId = Id<Session>.New(DateTimeOffset.UnixEpoch) };
        var behind = Visit(VisitKind.Preparation, 1, -9, -8);
        var groups = new VisitGroups([late, now, running, later, over, behind], Today);

        Assert.Equal([late], groups.Now);
        Assert.Equal([now, running], groups.Today);
        Assert.Equal([later], groups.Later.SelectMany(session => session));
        Assert.Equal([behind], groups.LeftOpen);
        Assert.Equal([over], groups.Done);
        Assert.Equal(now, groups.Next);
        Assert.Equal((1, (int?)null), (groups.DaysLate(late), groups.DaysLate(now)));
    }

    [Fact]
    public void Lets_nobody_arrive_for_another_day_than_one_that_has_come()
    {
        var (today, next) = (Visit(VisitKind.Dosing, 1, 0, 0), Visit(VisitKind.Dosing, 2, 7, 7));
        var groups = new VisitGroups([today, next], Today);

        Assert.True(groups.MayArrive(today));
        Assert.False(groups.MayArrive(next));
        Assert.False(groups.MayArrive(today with { State = VisitState.Done }));
        Assert.False(groups.MayArrive(Visit(VisitKind.FollowUpCall, 1, 0, 0)));
    }

    [Fact]
    public void Keeps_the_visits_of_an_earlier_course_apart_and_names_the_phase()
    {
        var (before, now) = (Made(1), Made(2));
        var (old, next) = (Visit(VisitKind.FollowUpCall, 4, -4, -1) with { Plan = before.Plans[0] }, Visit(VisitKind.Dosing, 1, 2, 2) with { Plan = now.Plans[0] });

        var courses = new VisitCourses([before, now], [old, next]);

        Assert.Equal(now, courses.Now);
        Assert.Equal([next], courses.OfNow);
        Assert.Equal([old], Assert.Single(courses.Earlier).Visits);
        Assert.Equal("Induction", courses.PhaseOf(next));
    }

    private static Course Made(int number)
    {
        var plan = new Id<Plan>(new Guid(number, 0, 0, new byte[8]));
        return new() { Id = new(plan.Value), ProtocolId = "TRD-IV-STD", Phases = [new(PhaseKind.Induction, "Induction", 6)], Counted = [new(plan, "TRD-IV-STD", [6], DateTimeOffset.UnixEpoch.AddDays(number), null, null, [])] };
    }

    private static PlannedVisit Visit(VisitKind kind, int session, int on, int until) =>
        new(Id<Visit>.New(DateTimeOffset.UnixEpoch), default, default, new(kind, session, Today.AddDays(on), Today.AddDays(until), "", []), VisitState.Planned, null, null, null);
}
