using Mooring.Clinical;

namespace Mooring.Tests.Clinical;

public class TypingANumber
{
    [Theory]
    [InlineData("36", 36)]
    [InlineData(" 36.6 ", 36.6)]
    [InlineData("36,6", 36.6)]
    [InlineData("71,45", 71.45)]
    [InlineData("1050", 1050)]
    [InlineData("1.050", 1.05)]
    [InlineData("0.125", 0.125)]
    [InlineData("-2,5", -2.5)]
    [InlineData("1,0505", 1.0505)]
    [InlineData(".5", 0.5)]
    public void Reads_a_point_or_a_comma_before_the_decimals(string typed, double value) => Assert.Equal(new(value, null), TypedNumber.Read(typed));

    [Theory]
    [InlineData("1,050", "1050", "1.050")]
    [InlineData("0,125", "0125", "0.125")]
    [InlineData("71,400", "71400", "71.400")]
    [InlineData("-1,050", "-1050", "-1.050")]
    public void Asks_about_a_comma_before_three_digits(string typed, string whole, string point)
    {
        var read = TypedNumber.Read(typed);

        Assert.Null(read.Value);
        Assert.Contains(whole, read.Asks!.ToString(), StringComparison.Ordinal);
        Assert.Contains(point, read.Asks!.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("three")]
    [InlineData("1e3")]
    [InlineData("NaN")]
    [InlineData("1,050.5")]
    [InlineData("1.050,5")]
    [InlineData("1 050")]
    [InlineData("--1")]
    [InlineData("0x10")]
    [InlineData(",")]
    [InlineData("３６")]
    public void Takes_nothing_else_for_a_number(string? typed) => Assert.Equal(default, TypedNumber.Read(typed));
}
