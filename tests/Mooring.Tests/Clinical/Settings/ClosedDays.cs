using Mooring.Clinical;
using Mooring.Clinical.Settings;
using Mooring.Tests.Clinical.Courses;

namespace Mooring.Tests.Clinical.Settings;

public class ClosedDays
{
    // A Monday; the plan of the drafts begins on it.
    private static readonly DateOnly Monday = new(2026, 3, 9);

    private static readonly OpeningTimes WithAHoliday = new() { Closed = [new(Monday.AddDays(3), "{Founders} Day")] };

    [Fact]
    public void Are_the_weekend_as_long_as_nobody_said_otherwise() =>
        Assert.Equal([DayOfWeek.Saturday, DayOfWeek.Sunday], OpeningTimes.Week.Where(day => !new OpeningTimes().IsOpen(day)));

    [Fact]
    public void Are_asked_about_by_their_weekday_and_name()
    {
        var clinic = new Clinic(Id<Clinic>.New(DateTimeOffset.UnixEpoch), "Quay Clinic", "America/Chicago", IsDemo: false);
        var print = new SentencePrinter(clinic, PlanExample.Now);

        Assert.Equal(
            "The clinic is closed on Sunday, Mar 15, 2026. Choose another day, or tick that it is meant.",
            print.Print(WithAHoliday.Asks("VIS106", Monday.AddDays(6), "to")!.Sentence));
        Assert.Equal(
            "The clinic is closed on Thursday, Mar 12, 2026 ({Founders} Day). Choose another day, or tick that it is meant.",
            print.Print(WithAHoliday.Asks("VIS106", Monday.AddDays(3), "to")!.Sentence));
        Assert.Null(WithAHoliday.Asks("VIS106", Monday, "to"));
    }

    [Fact]
    public void Are_asked_about_when_a_plan_begins_there_and_kept_when_that_is_meant()
    {
        var saturday = PlanExample.Draft() with { FirstDosing = Monday.AddDays(5) };

        var asked = PlanExample.Sign(saturday, PlanExample.Ground());
        var meant = PlanExample.Sign(saturday with { IsClosedMeant = true }, PlanExample.Ground());

        Assert.Equal(("CRS112", "firstDosing"), (Assert.Single(asked.Refusals).Code, asked.Refusals[0].At));
        Assert.Equal(Monday.AddDays(5), meant.Value!.Dosings.First().On);
        Assert.All(meant.Value.Dosings.Skip(1), visit => Assert.Contains(visit.On.DayOfWeek, PlanExample.Weekdays));
    }

    [Fact]
    public void Are_asked_about_when_a_plan_names_them_as_open()
    {
        var refusal = Assert.Single(PlanExample.Sign(PlanExample.Draft() with { OpenDays = PlanExample.Weekdays.Append(DayOfWeek.Sunday).ToHashSet() }, PlanExample.Ground()).Refusals);

        Assert.Equal(("CRS112", "open-days"), (refusal.Code, refusal.At));
        Assert.Contains("closed on Sunday", refusal.Says, StringComparison.Ordinal);
    }

    [Fact]
    public void Are_left_out_of_a_plan()
    {
        var days = PlanExample.Sign(PlanExample.Draft() with { Opening = WithAHoliday }, PlanExample.Ground()).Value!.Dosings.Select(visit => visit.On).ToList();

        Assert.Equal([Monday, Monday.AddDays(4)], days.Take(2));
        Assert.DoesNotContain(WithAHoliday.Closed[0].On, days);
    }

    [Fact]
    public void Of_two_weeks_put_the_sessions_off_until_the_clinic_opens_again()
    {
        var weeks = new OpeningTimes { Closed = [.. Enumerable.Range(3, 14).Select(day => new ClosedDay(Monday.AddDays(day), "Summer break"))] };

        var days = PlanExample.Sign(PlanExample.Draft() with { Opening = weeks, IsClosedMeant = true }, PlanExample.Ground()).Value!.Dosings.Select(visit => visit.On).ToList();

        Assert.Equal([Monday, Monday.AddDays(17)], days.Take(2));
        Assert.All(days, day => Assert.True(weeks.IsOpen(day)));
    }
}
