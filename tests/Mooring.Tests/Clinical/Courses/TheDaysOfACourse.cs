using Mooring.Clinical.Courses;
using Mooring.Clinical.Protocols;
using Mooring.Clinical.Settings;

namespace Mooring.Tests.Clinical.Courses;

/// <summary>After a pause or a decision on maintenance, visits stay on the weekdays of the plan.</summary>
public class TheDaysOfACourse
{
    // A Wednesday.
    private static readonly DateOnly From = new(2026, 4, 8);
    private static readonly DayOfWeek[] MondayAndThursday = [DayOfWeek.Monday, DayOfWeek.Thursday];

    [Fact]
    public void Are_kept_by_a_plan() => Assert.Equal(
        MondayAndThursday,
        PlanExample.Sign(PlanExample.Draft() with { OpenDays = MondayAndThursday.ToHashSet() }, PlanExample.Ground()).Value!.Days);

    [Fact]
    public void Stay_the_weekdays_of_the_plan_after_the_day_that_was_chosen()
    {
        var days = Dosings(CourseDays.Of(MondayAndThursday, new(), From));

        Assert.Equal(From, days[0].On);
        Assert.All(days.Skip(1).Take(5), visit => Assert.Contains(visit.On.DayOfWeek, MondayAndThursday));
        Assert.All(days.Skip(1).Take(4).Zip(days.Skip(2)), pair => Assert.InRange(pair.Second.On.DayNumber - pair.First.On.DayNumber, 3, 4));
    }

    [Fact]
    public void Are_the_next_open_ones_with_a_word_where_the_clinic_is_closed_on_those_of_the_plan()
    {
        var days = CourseDays.Of([DayOfWeek.Saturday], new(), From);

        var visits = Dosings(days);

        Assert.All(visits, visit => Assert.True(new OpeningTimes().IsOpen(visit.On)));
        Assert.Null(days.Word(visits[0]));
        Assert.All(visits.Skip(1), visit => Assert.Contains("Saturday", days.Word(visit), StringComparison.Ordinal));
    }

    [Fact]
    public void Are_any_open_ones_where_the_plan_was_signed_before_they_were_kept()
    {
        var visits = Dosings(CourseDays.Of(null, new(), From));

        Assert.Equal([0, 5, 9], visits.Take(3).Select(visit => visit.On.DayNumber - From.DayNumber));
    }

    private static IReadOnlyList<Visit> Dosings(CourseDays days) =>
    [
        .. Schedule.For(Content.Protocol("TRD-IV-STD"), CourseLayout.Of(Content.Protocol("TRD-IV-STD"), null, null), 0, From, days)
            .Where(visit => visit.Kind == VisitKind.Dosing),
    ];
}
