using Mooring.Kinetics;
using Mooring.Kinetics.Models;
using Mooring.Kinetics.Quantities;
using Mooring.Kinetics.Regimens;
using Mooring.Kinetics.Solvers;

namespace Mooring.Tests.Kinetics;

public class AskingTheImpossible
{
    [Theory]
    [InlineData("351 mg iv over 40 min", "KIN305")]
    [InlineData("20 mg/min iv from 0 min to 60 min", "KIN305")]
    [InlineData("0 mg iv at 0 min", "KIN302")]
    [InlineData("35 mg iv over 0 min", "KIN303")]
    [InlineData("1 mg/min iv from 20 min to 10 min", "KIN303")]
    [InlineData("28 mg nasal at 0 min", "KIN304")]
    [InlineData("35 mg im over 5 min", "KIN309")]
    public void Is_refused_with_its_code(string regimen, string code)
    {
        var answer = Prediction.Predict(Models.Kamp, Models.SeventyKilos, Models.Read(regimen), [Models.Min(60)]);

        Assert.Equal(code, Assert.Single(answer.Objections).Code);
    }

    [Theory]
    [InlineData(29.9)]
    [InlineData(250.1)]
    [InlineData(double.NaN)]
    public void A_weight_out_of_reason_is_refused(double kilograms)
    {
        var answer = Prediction.Predict(Models.Kamp, new(Weight.Kilograms(kilograms)), Models.Read("35 mg iv over 40 min"), [Models.Min(60)]);

        Assert.Equal("KIN301", Assert.Single(answer.Objections).Code);
    }

    [Fact]
    public void Everything_wrong_is_named_at_once()
    {
        var answer = Prediction.Predict(Models.Kamp, new(Weight.Kilograms(10)), Models.Read("0 mg iv at 0 min; 28 mg nasal at 0 min"), []);

        Assert.Equal(["KIN301", "KIN302", "KIN304", "KIN306"], answer.Objections.Select(one => one.Code));
        Assert.Equal("regimen[1]", answer.Objections[2].At);
    }

    [Fact]
    public void Nothing_given_is_a_curve_of_zero()
    {
        var curve = Models.Predict(Models.Kamp, Regimen.Nothing, [Models.Min(60)]);

        Assert.Equal(default, curve.Points[0].Plasma);
    }

    [Fact]
    public void A_model_that_can_not_be_right_is_found_out()
    {
        var broken = Models.Kamp with
        {
            Flows = [.. Models.Kamp.Flows, new Flow { From = "central", To = "nowhere", Rate = "CL / V1" }],
            Parameters = [.. Models.Kamp.Parameters.Select(one => one.Id == "CL" ? one with { Value = new(84, "L/week") } : one)],
        };

        var objections = ModelCheck.Of(broken);

        Assert.Equal(["KIN202", "KIN209"], objections.Select(one => one.Code));
    }

    [Fact]
    public void Every_model_shipped_is_sound() => Assert.Empty(Models.Library.Faults);

    [Fact]
    public void What_no_model_describes_is_said_and_moves_nothing()
    {
        var regimen = Models.Read("35 mg iv over 40 min");
        var person = Models.SeventyKilos with { BodyMassIndex = 36.2, Circumstances = [Circumstance.Pregnancy, Circumstance.LiverDisease, Circumstance.EnzymeInducer] };

        var curve = Prediction.Predict(Models.Kamp, person, regimen, [Models.Min(40)]).Value!;

        Assert.All(["36.2", "pregnant", "liver disease", "speeds"], word => Assert.Contains(curve.Caveats, caveat => caveat.Contains(word, StringComparison.Ordinal)));
        Assert.Equal(Models.Predict(Models.Kamp, regimen, [Models.Min(40)]).Points[0], curve.Points[0]);
        Assert.DoesNotContain(Models.Predict(Models.Kamp, regimen, [Models.Min(40)]).Caveats, caveat => caveat.Contains("body mass", StringComparison.Ordinal));
    }

    [Fact]
    public void Someone_outside_the_data_is_told_so()
    {
        var curve = Prediction.Predict(Models.Kamp, Models.SeventyKilos with { AgeInYears = 81 }, Models.Read("35 mg im at 0 min"), [Models.Min(60)]).Value!;

        Assert.Contains(curve.Caveats, caveat => caveat.Contains("81 years", StringComparison.Ordinal));
        Assert.Contains(curve.Caveats, caveat => caveat.Contains("our own calibration", StringComparison.Ordinal));
    }
}
