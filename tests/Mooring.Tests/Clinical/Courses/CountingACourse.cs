using System.Globalization;
using Mooring.Clinical.Courses;

namespace Mooring.Tests.Clinical.Courses;

public class CountingACourse
{
    private static readonly DateTimeOffset Day = new(2026, 3, 2, 15, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Goes_on_through_a_plan_that_took_another_ones_place()
    {
        var course = Assert.Single(Old([Plan(1, 6, held: 2, replacedAfter: 10), Plan(2, 4, held: 1, from: 10)]));

        Assert.Equal((3, 6), (course.Held.Count, course.Planned));
        Assert.Null(course.EndedAt);
    }

    [Fact]
    public void Begins_at_nothing_after_a_complete_one()
    {
        var courses = Old([Plan(1, 4, held: 4, replacedAfter: 30), Plan(2, 4, held: 1, from: 30)]);

        Assert.Equal([(4, 4), (1, 4)], courses.Select(course => (course.Held.Count, course.Planned)));
        Assert.Equal(courses[0].Held[^1], courses[0].EndedAt);
        Assert.Null(courses[1].EndedAt);
    }

    [Fact]
    public void Begins_anew_by_another_protocol()
    {
        var courses = Old([Plan(1, 6, held: 2, replacedAfter: 10), Plan(2, 8, held: 0, from: 10) with { Protocol = "TRD-ESK-IN" }]);

        Assert.Equal([(2, 6), (0, 8)], courses.Select(course => (course.Held.Count, course.Planned)));
    }

    [Fact]
    public void Ends_where_it_was_stopped_early()
    {
        var course = Assert.Single(Old([Plan(1, 6, held: 3) with { StoppedAt = Day.AddDays(12) }]));

        Assert.Equal(Day.AddDays(12), course.EndedAt);
        Assert.Equal((3, 6, CourseState.StoppedEarly), (course.Held.Count, course.Planned, course.State));
    }

    [Fact]
    public void Has_no_end_when_it_was_stopped_before_its_first_session() =>
        Assert.Null(Assert.Single(Old([Plan(1, 6, held: 0) with { StoppedAt = Day.AddDays(1) }])).EndedAt);

    [Fact]
    public void Begins_anew_after_a_stop()
    {
        var courses = Old([Plan(1, 6, held: 3) with { StoppedAt = Day.AddDays(12) }, Plan(2, 6, held: 1, from: 60)]);

        Assert.Equal([3, 1], courses.Select(course => course.Held.Count));
    }

    [Fact]
    public void Counts_each_phase_and_ends_the_induction_with_its_last_session()
    {
        var course = Whole(held: 7);

        Assert.Equal([(6, 6), (1, 4), (0, 0)], course.Phases.Select((_, phase) => (course.HeldIn(phase), course.PlannedIn(phase))));
        Assert.Equal((1, course.Held[5], (DateTimeOffset?)null), (course.PhaseNow, course.InductionEndedAt, course.EndedAt));
        Assert.Null(Whole(held: 5).InductionEndedAt);
    }

    [Theory]
    [InlineData(5, false)]
    [InlineData(6, true)]
    public void Ends_the_induction_where_the_plan_does(int sessions, bool ends)
    {
        var course = new Course
        {
            Id = new(Guid.Parse("00000000-0000-7000-8000-000000000001")),
            ProtocolId = "TRD-IV-STD",
            Phases = PlannedPhase.Of(Content.Protocol("TRD-IV-STD")),
            Counted = [Plan(1, 6, held: 0) with { Planned = [8, 4], Held = [.. Enumerable.Range(0, sessions + 2).Select(at => new HeldInPhase(Day.AddDays(3 * at), 0))] }],
        };

        Assert.Equal(ends, Checkpoints.After(Content.Protocol("TRD-IV-STD"), course, 60).Any(prompt => prompt.Checkpoint.Id == "end-of-induction"));
    }

    [Fact]
    public void Is_under_way_until_it_ends_or_all_of_it_was_held()
    {
        var pause = new CourseEvent(default, CourseAct.Paused, "Surgery.", PlanExample.Prescriber, Day.AddDays(10));

        Assert.True(Whole(held: 3).IsUnderWay);
        Assert.True(Whole(3, pause).IsUnderWay);
        Assert.False(Whole(held: 10).IsUnderWay);
        Assert.False(Whole(3, pause with { Act = CourseAct.StoppedEarly }).IsUnderWay);
    }

    internal static Course Whole(int held, params CourseEvent[] events) => new()
    {
        Id = new(Guid.Parse("00000000-0000-7000-8000-000000000001")),
        ProtocolId = "TRD-IV-STD",
        Phases = PlannedPhase.Of(Content.Protocol("TRD-IV-STD")),
        Counted = [Plan(1, 6, held: 0) with { Planned = [6, 4], Held = [.. Enumerable.Range(0, held).Select(at => new HeldInPhase(Day.AddDays(3 * at), at < 6 ? 0 : 1))] }],
        Events = events,
    };

    private static IReadOnlyList<Course> Old(IReadOnlyList<CountedPlan> plans) => [.. CoursesOf.Plans(plans).Select(same => new Course
    {
        Id = new(same[0].Plan.Value),
        ProtocolId = same[0].Protocol,
        Phases = PlannedPhase.Of(Content.Protocol(same[0].Protocol)),
        Counted = same,
    })];

    private static CountedPlan Plan(int number, int planned, int held, int? replacedAfter = null, int from = 0) => new(
        new(Guid.ParseExact(number.ToString("x32", CultureInfo.InvariantCulture), "N")), "TRD-IV-STD", [planned], Day.AddDays(from),
        replacedAfter is { } days ? Day.AddDays(days) : null, null, [.. Enumerable.Range(0, held).Select(at => new HeldInPhase(Day.AddDays(from + (3 * at)), 0))]);
}
