using Mooring.Kinetics.Quantities;

namespace Mooring.Tests.Kinetics;

public class ConvertingUnits
{
    [Theory]
    [InlineData(0.05, "mIU/L", 0.05, "m[IU]/L")]
    [InlineData(0.05, "mU/L", 0.05, "m[IU]/L")]
    [InlineData(0.05, "uIU/mL", 0.05, "m[IU]/L")]
    [InlineData(0.05, "\u00b5IU/mL", 0.05, "m[IU]/L")]
    [InlineData(0.05, "u[iU]/mL", 0.05, "m[IU]/L")]
    [InlineData(0.1, "10*-3.[IU]/L", 0.1, "m[IU]/L")]
    [InlineData(480, "msec", 480, "ms")]
    [InlineData(480, "MSEC", 480, "ms")]
    [InlineData(0.48, "s", 480, "ms")]
    [InlineData(72, "BPM", 72, "/min")]
    [InlineData(72, "beats/minute", 72, "/min")]
    [InlineData(72, "{beats}/min", 72, "/min")]
    [InlineData(72, "1/min", 72, "/min")]
    [InlineData(24, "kPa", 180.014778203, "mm[Hg]")]
    [InlineData(185, "mmHg", 185, "mm[Hg]")]
    [InlineData(185, "mm Hg", 185, "mm[Hg]")]
    [InlineData(185, "MMHG", 185, "mm[Hg]")]
    [InlineData(70_000, "g", 70, "kg")]
    [InlineData(400, "lb", 181.436948, "kg")]
    [InlineData(400, "LBS", 181.436948, "kg")]
    [InlineData(400, "[lb_av]", 181.436948, "kg")]
    [InlineData(70, "in", 177.8, "cm")]
    [InlineData(6, "ft", 182.88, "cm")]
    [InlineData(98.6, "degF", 37, "Cel")]
    [InlineData(98.6, "[degF]", 37, "Cel")]
    [InlineData(98.6, "\u00b0F", 37, "Cel")]
    [InlineData(310.15, "K", 37, "Cel")]
    [InlineData(37, "\u00b0C", 37, "Cel")]
    [InlineData(31, "kg/m^2", 31, "kg/m2")]
    [InlineData(31, "kg/m\u00b2", 31, "kg/m2")]
    [InlineData(31, "kg.m-2", 31, "kg/m2")]
    [InlineData(55, "mL/min/1.73m2", 55, "mL/min/{1.73_m2}")]
    [InlineData(55, "mL/min/1.73 m\u00b2", 55, "mL/min/{1.73_m2}")]
    [InlineData(55, "ml/min/1.73m^2", 55, "mL/min/{1.73_m2}")]
    [InlineData(200, "IU/L", 200, "U/L")]
    [InlineData(2, "ukat/L", 120, "U/L")]
    [InlineData(0.97, "1", 97, "%")]
    [InlineData(12, "mg/L", 1.2, "mg/dL")]
    [InlineData(26, "{Score}", 26, "{score}")]
    [InlineData(26, "points", 26, "{score}")]
    [InlineData(2, "mg/day", 2, "mg/d")]
    [InlineData(2000, "ug/d", 2, "mg/d")]
    [InlineData(18, "years", 18, "a")]
    public void Knows_every_spelling_of_the_same_unit(double value, string unit, double expected, string wanted)
    {
        var converted = new Quantity(value, unit).In(wanted)!.Value;

        Assert.Equal(expected, converted.Value, 9);
        Assert.Equal(wanted, converted.Unit);
    }

    [Theory]
    [InlineData(5, "mmol/L", "mg/dL")]
    [InlineData(55, "mL/min", "mL/min/{1.73_m2}")]
    [InlineData(70, "stones", "kg")]
    [InlineData(70, "", "kg")]
    [InlineData(70, "cm", "kg")]
    [InlineData(97, "1", "%")]
    [InlineData(50, "%", "{score}")]
    [InlineData(70, "Mg", "kg")]
    [InlineData(70, "kg/", "kg")]
    [InlineData(70, "((kg)", "kg")]
    [InlineData(70, "10*999999.kg", "kg")]
    public void Never_guesses_at_another(double value, string unit, string wanted) => Assert.Null(new Quantity(value, unit).In(wanted));

    [Fact]
    public void Reads_any_text_without_failing()
    {
        const string Letters = "mgkLU/.[]{}()*^-+0129%IHs \u00b5";
        var random = new Random(7);
        for (var round = 0; round < 5000; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(12)).Select(_ => Letters[random.Next(Letters.Length)]));
            Assert.True(new Quantity(1, text).In("kg") is null or { Unit: "kg" });
        }
    }
}
