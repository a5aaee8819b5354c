using Mooring.Clinical;

namespace Mooring.Tests.Clinical;

public class WhereAClinicLies
{
    [Theory]
    [InlineData("America/Chicago")]
    [InlineData("America/Indiana/Knox")]
    [InlineData("America/Puerto_Rico")]
    [InlineData("Pacific/Honolulu")]
    [InlineData("US/Eastern")]
    [InlineData("Central Standard Time")]
    [InlineData("UTC")]
    [InlineData("Etc/UTC")]
    public void Is_the_United_States_where_nothing_says_otherwise(string zone) => Assert.True(Country.IsUnitedStates(zone));

    [Theory]
    [InlineData("Europe/Berlin")]
    [InlineData("Asia/Hong_Kong")]
    [InlineData("America/Toronto")]
    [InlineData("America/Mexico_City")]
    [InlineData("Pacific/Auckland")]
    [InlineData("Japan")]
    public void Is_elsewhere_where_its_time_zone_is(string zone) => Assert.False(Country.IsUnitedStates(zone));
}
