using Mooring.Clinical.Courses;

namespace Mooring.Tests.Clinical.Courses;

public class CountingACourse
{
    private static readonly DateTimeOffset Day = new(2026, 3, 2, 15, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Goes_on_through_a_plan_that_took_another_ones_place()
    {
        var course = Assert.Single(CourseProgress.All([Plan(1, 6, held: 2, replacedAfter: 10), Plan(2, 4, held: 1, from: 10)]));

        Assert.Equal((3, 6), (course.Held.Count, course.Planned));
        Assert.Null(course.EndedAt);
    }

    [Fact]
    public void Begins_at_nothing_after_a_complete_one()
    {
        var courses = CourseProgress.All([Plan(1, 4, held: 4, replacedAfter: 30), Plan(2, 4, held: 1, from: 30)]);

        Assert.Equal([(4, 4), (1, 4)], courses.Select(course => (course.Held.Count, course.Planned)));
        Assert.Equal(courses[0].Held[^1], courses[0].EndedAt);
        Assert.Null(courses[1].EndedAt);
    }

    [Fact]
    public void Begins_anew_by_another_protocol()
    {
        var courses = CourseProgress.All([Plan(1, 6, held: 2, replacedAfter: 10), Plan(2, 8, held: 0, from: 10) with { Protocol = "TRD-ESK-IN" }]);

        Assert.Equal([(2, 6), (0, 8)], courses.Select(course => (course.Held.Count, course.Planned)));
    }

    [Fact]
    public void Ends_where_it_was_stopped_early()
    {
        var course = Assert.Single(CourseProgress.All([Plan(1, 6, held: 3) with { StoppedAt = Day.AddDays(12) }]));

        Assert.Equal(Day.AddDays(12), course.EndedAt);
        Assert.Equal((3, 6), (course.Held.Count, course.Planned));
    }

    [Fact]
    public void Has_no_end_when_it_was_stopped_before_its_first_session() =>
        Assert.Null(Assert.Single(CourseProgress.All([Plan(1, 6, held: 0) with { StoppedAt = Day.AddDays(1) }])).EndedAt);

    [Fact]
    public void Begins_anew_after_a_stop()
    {
        var courses = CourseProgress.All([Plan(1, 6, held: 3) with { StoppedAt = Day.AddDays(12) }, Plan(2, 6, held: 1, from: 60)]);

        Assert.Equal([3, 1], courses.Select(course => course.Held.Count));
    }

    private static CountedPlan Plan(int number, int planned, int held, int? replacedAfter = null, int from = 0) => new(
        new(Guid.ParseExact(number.ToString("x32", System.Globalization.CultureInfo.InvariantCulture), "N")), "TRD-IV-STD", planned, Day.AddDays(from),
        replacedAfter is { } days ? Day.AddDays(days) : null, null, [.. Enumerable.Range(0, held).Select(at => Day.AddDays(from + (3 * at)))]);
}
