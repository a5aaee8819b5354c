using Mooring.Clinical.Facts;
using Mooring.Clinical.Rules;

namespace Mooring.Tests.Clinical.Screening;

public class DaysOfTheClinic
{
    // Eight in the evening of March 1 in Chicago, which UTC calls March 2.
    private static readonly DateTimeOffset Evening = new(2026, 3, 2, 2, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("America/Chicago", 17)]
    [InlineData("UTC", 18)]
    public void Say_how_old_somebody_is_on_the_eve_of_a_birthday(string zone, int years)
    {
        var context = Context(zone) with { Facts = new() { BornOn = new(2008, 3, 2) } };

        Assert.Equal((years, years), context.Facts.AgeOn(context.Today));
    }

    [Fact]
    public void Count_a_window_of_days_from_day_to_day()
    {
        var context = Context("America/Chicago");
        // In the morning of February 22, seven days and thirteen hours before; and late on the day before that.
        var (inside, outside) = (new DateTimeOffset(2026, 2, 22, 13, 0, 0, TimeSpan.Zero), new DateTimeOffset(2026, 2, 22, 5, 59, 0, TimeSpan.Zero));

        Assert.True(context.IsWithin(TimeSpan.FromDays(7), inside));
        Assert.False(context.IsWithin(TimeSpan.FromDays(7), outside));
    }

    [Fact]
    public void Count_hours_by_the_clock_also_when_it_was_changed()
    {
        // The clocks went forward in between: an hour of the wall's day is missing, none of the hours that passed.
        var context = Context("America/Chicago") with { On = new(2026, 3, 8, 12, 0, 0, TimeSpan.Zero) };

        Assert.True(context.IsWithin(TimeSpan.FromHours(12), new(2026, 3, 8, 0, 0, 0, TimeSpan.Zero)));
        Assert.False(context.IsWithin(TimeSpan.FromHours(12), new(2026, 3, 7, 23, 59, 0, TimeSpan.Zero)));
    }

    private static RuleContext Context(string zone) =>
        new(new PatientFacts(), ScreeningContent.Library.Scopes["TRD-IV-STD"], ScreeningContent.Library.Words, Evening) { Zone = TimeZoneInfo.FindSystemTimeZoneById(zone) };
}
