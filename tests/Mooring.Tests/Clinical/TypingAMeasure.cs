using Mooring.Clinical;

namespace Mooring.Tests.Clinical;

public class TypingAMeasure
{
    [Theory]
    [InlineData("71.4", "kg", 71.4)]
    [InlineData("71,45 kg", "kg", 71.45)]
    [InlineData("154 lb", "kg", 69.9)]
    [InlineData("154lbs", "kg", 69.9)]
    [InlineData("154.5 pounds", "kg", 70.1)]
    [InlineData("178", "cm", 178)]
    [InlineData("1.78 m", "cm", 178)]
    [InlineData("5'10\"", "cm", 177.8)]
    [InlineData("5 ft 10 in", "cm", 177.8)]
    [InlineData("5 ft", "cm", 152.4)]
    [InlineData("70 in", "cm", 177.8)]
    [InlineData("99.1 °F", "Cel", 37.3)]
    [InlineData("37.3 C", "Cel", 37.3)]
    public void Keeps_one_unit_whatever_unit_is_typed(string typed, string unit, double kept) => Assert.Equal(new(kept, null), TypedMeasure.Read(typed, unit));

    [Theory]
    [InlineData("154 cm", "kg", "cm")]
    [InlineData("5'10\"", "kg", "ft")]
    [InlineData("80 smoots", "cm", "smoots")]
    public void Takes_no_unit_of_something_else(string typed, string unit, string other) => Assert.Equal(new(null, null, other), TypedMeasure.Read(typed, unit));

    [Theory]
    [InlineData("1,540 lb")]
    [InlineData("1,540")]
    public void Asks_about_a_number_that_can_be_read_in_two_ways(string typed)
    {
        var read = TypedMeasure.Read(typed, "kg");

        Assert.Null(read.Value);
        Assert.NotNull(read.Asks);
    }

    [Theory]
    [InlineData("")]
    [InlineData("heavy")]
    [InlineData("lb")]
    public void Reads_nothing_out_of_what_is_no_number(string typed) => Assert.Equal(default, TypedMeasure.Read(typed, "kg"));
}
