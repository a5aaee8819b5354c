using System.Globalization;
using Mooring.Kinetics.Models;
using Mooring.Kinetics.Quantities;
using Mooring.Kinetics.Regimens;

namespace Mooring.Tests.Kinetics;

public class ReadingARegimen
{
    private static readonly Weight Eighty = Weight.Kilograms(80);

    [Fact]
    public void Understands_every_form()
    {
        var regimen = RegimenText.Read(
            "35 mg iv over 40 min; 10 mg iv at 0 min; 0.5 mg/min iv from 0 min to 60 min; 0.5 mg/kg iv over 40 min; 28 mg nasal at 5 min; 84 mg oral at 0 min; 50mg FILM at 0min; 35 mg im at 1.5 h; 20 mg iv over 20 min at 360 min; 0.3 mg/kg/h iv from 10 min",
            Eighty).Value!;

        Dose[] expected =
        [
            new Dose.Infusion(Rate.MilligramsPerMinute(0.875), DoseRoute.Iv, Min(0), Min(40)),
            new Dose.Single(Mass.Milligrams(10), DoseRoute.Iv, Min(0)),
            new Dose.Infusion(Rate.MilligramsPerMinute(0.5), DoseRoute.Iv, Min(0), Min(60)),
            new Dose.Infusion(Rate.MilligramsPerMinute(1), DoseRoute.Iv, Min(0), Min(40)),
            new Dose.Single(Mass.Milligrams(28), DoseRoute.Nasal, Min(5)),
            new Dose.Single(Mass.Milligrams(84), DoseRoute.Oral, Min(0)),
            new Dose.Single(Mass.Milligrams(50), DoseRoute.Film, Min(0)),
            new Dose.Single(Mass.Milligrams(35), DoseRoute.Im, Min(90)),
            new Dose.Infusion(Rate.MilligramsPerMinute(1), DoseRoute.Iv, Min(360), Min(380)),
            new Dose.Infusion(Rate.MilligramsPerMinute(0.4), DoseRoute.Iv, Min(10), null),
        ];
        Assert.Equal(expected, regimen.Doses);
    }

    [Theory]
    [InlineData("35 iv over 40 min")]
    [InlineData("35 ml iv over 40 min")]
    [InlineData("35 mg iv over 40")]
    [InlineData("35,5 mg iv over 40 min")]
    [InlineData("-35 mg iv over 40 min")]
    [InlineData("1e3 mg iv at 0 min")]
    [InlineData("35 mg salt iv at 0 min")]
    [InlineData("35 mg rectal at 0 min")]
    [InlineData("99999999999999999999 mg iv at 0 min")]
    public void Refuses_what_it_would_have_to_guess(string text)
    {
        var answer = RegimenText.Read("10 mg iv at 0 min; " + text, Eighty);

        var objection = Assert.Single(answer.Objections);
        Assert.Equal(("KIN101", "regimen[1]"), (objection.Code, objection.At));
    }

    [Fact]
    public void Refuses_nothing_at_all() => Assert.Equal("KIN102", Assert.Single(RegimenText.Read(" ; ", Eighty).Objections).Code);

    [Fact]
    public void Reads_the_same_where_a_comma_is_the_decimal_sign()
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");

        var regimen = RegimenText.Read("0.5 mg iv at 0 min", Eighty);

        CultureInfo.CurrentCulture = before;
        Assert.Equal(0.5, ((Dose.Single)regimen.Value!.Doses[0]).Amount.InMilligrams);
    }

    [Fact]
    public void Grows_by_rate_change_pause_and_stop()
    {
        var regimen = Regimen.Nothing
            .RunAt(Rate.MilligramsPerMinute(0.875), Min(0))
            .RunAt(Rate.MilligramsPerMinute(0.5), Min(10))
            .Halt(Min(20))
            .RunAt(Rate.MilligramsPerMinute(0.5), Min(25))
            .Halt(Min(30));

        Assert.Equal(8.75 + 5 + 2.5, regimen.GivenBy(Min(60)).InMilligrams, 9);
        Assert.Equal(8.75 + 2.5, regimen.GivenBy(Min(15)).InMilligrams, 9);
        Assert.Equal(3, regimen.Doses.Count);
    }

    private static TimeSpan Min(double minutes) => TimeSpan.FromMinutes(minutes);
}
