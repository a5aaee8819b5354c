using Mooring.Clinical;

namespace Mooring.Tests.Clinical;

public sealed class DaysOfAClinic
{
    [Theory]
    [InlineData("America/Havana", "2026-03-08", "2026-03-08T05:00Z", "midnight is skipped: the clocks go from 0:00 to 1:00")]
    [InlineData("America/Havana", "2026-03-09", "2026-03-09T04:00Z", "the day after")]
    [InlineData("America/Chicago", "2026-03-08", "2026-03-08T06:00Z", "the clocks change at 2:00")]
    [InlineData("Europe/Berlin", "2026-01-05", "2026-01-04T23:00Z", "east of Greenwich")]
    public void A_day_begins_at_the_first_instant_its_date_stands_on_the_clinics_clock(string zone, string day, string begins, string why)
    {
        var clinic = new Clinic(Id<Clinic>.New(DateTimeOffset.UnixEpoch), "Quay Clinic", zone, IsDemo: false);

        var instant = clinic.InstantOf(DateOnly.ParseExact(day, "yyyy-MM-dd"), TimeOnly.MinValue);

        Assert.True(instant == DateTimeOffset.Parse(begins, System.Globalization.CultureInfo.InvariantCulture), why);
        Assert.Equal(DateOnly.ParseExact(day, "yyyy-MM-dd"), clinic.DayOf(instant));
        Assert.Equal(DateOnly.ParseExact(day, "yyyy-MM-dd").AddDays(-1), clinic.DayOf(instant.AddTicks(-1)));
    }
}
