using Mooring.Kinetics.Quantities;
using Mooring.Kinetics.Regimens;

namespace Mooring.Tests.Kinetics;

public class CountingSalt
{
    [Theory]
    [InlineData(32.3, 28)] // a spray, by its label
    [InlineData(57.7, 50)] // a film
    public void Hydrochloride_holds_the_base_that_labels_say(double hydrochloride, double expected) =>
        Assert.Equal(expected, LabelMass.Milligrams(hydrochloride, Salt.Hydrochloride).AsBase.InMilligrams, 0.03);

    [Fact]
    public void Base_is_base() => Assert.Equal(35, LabelMass.Milligrams(35, Salt.Base).AsBase.InMilligrams);

    [Theory]
    [InlineData("57.7 mg hydrochloride film at 0 min", 50.03)]
    [InlineData("57.7 mg HCl film at 0 min", 50.03)]
    [InlineData("50 mg base film at 0 min", 50)]
    [InlineData("0.5 mg/kg hydrochloride iv over 40 min", 30.35)]
    [InlineData("1 mg/min hcl iv from 0 min to 40 min", 34.68)]
    public void A_regimen_may_say_which(string text, double milligrams)
    {
        var regimen = RegimenText.Read(text, Weight.Kilograms(70)).Value!;

        Assert.Equal(milligrams, regimen.GivenBy(Models.Min(60)).InMilligrams, 0.01);
    }

    [Fact]
    public void What_was_hydrochloride_is_said_beside_the_curve()
    {
        var curve = Models.Predict(Models.Kamp, Models.Read("40.4 mg hcl iv over 40 min"), [Models.Min(40)]);

        Assert.Contains(curve.Caveats, caveat => caveat.Contains("hydrochloride", StringComparison.Ordinal));
        Assert.DoesNotContain(Models.Predict(Models.Kamp, Models.Read("35 mg base iv over 40 min"), [Models.Min(40)]).Caveats, caveat => caveat.Contains("hydrochloride", StringComparison.Ordinal));
    }

    [Fact]
    public void Half_said_is_refused() =>
        Assert.Equal("KIN103", Assert.Single(RegimenText.Read("35 mg hcl iv over 40 min; 10 mg iv at 50 min", Weight.Kilograms(70)).Objections).Code);

    [Theory]
    [InlineData("35 mg citrate iv at 0 min")]
    [InlineData("35 mg salt iv at 0 min")]
    public void Another_salt_is_refused(string text) =>
        Assert.Equal("KIN101", Assert.Single(RegimenText.Read(text, Weight.Kilograms(70)).Objections).Code);
}
