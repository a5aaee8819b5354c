using Mooring.Clinical.Sessions.Charting;
using Mooring.Clinical.Sessions.Correcting;
using Mooring.Clinical.Vitals;
using static Mooring.Tests.Clinical.Sessions.Chairside;

namespace Mooring.Tests.Clinical.Sessions;

public class ThePressure
{
    [Theory]
    [InlineData(80, 120)]
    [InlineData(90, 90)]
    public void Is_not_taken_the_wrong_way_round_however_often_it_was_looked_at(double systolic, double diastolic)
    {
        var session = Infusion().Running().Session;

        var charted = session.ChartVitals(At(5), [Typed(VitalSign.Systolic, systolic), Typed(VitalSign.Diastolic, diastolic)]);

        Assert.Equal(["SES299"], charted.Refusals.Select(refusal => refusal.Code));
        Assert.Contains("wrong way round", charted.Refusals[0].Says, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(120, 130, 80)]
    [InlineData(120, 70, 80)]
    public void Is_not_taken_with_a_mean_that_is_not_between(double systolic, double mean, double diastolic)
    {
        var session = Infusion().Running().Session;

        var charted = session.ChartVitals(At(5), [Typed(VitalSign.Systolic, systolic), Typed(VitalSign.MeanPressure, mean), Typed(VitalSign.Diastolic, diastolic)]);

        Assert.Equal(["SES299"], charted.Refusals.Select(refusal => refusal.Code));
    }

    [Fact]
    public void Is_not_corrected_to_the_wrong_way_round()
    {
        var chair = Infusion().Running().Then(5, session => session.ChartVitals(At(5), [Typed(VitalSign.Systolic, 120), Typed(VitalSign.Diastolic, 80)]));
        var right = chair.Session.Journal[^1].EventId;

        var corrected = chair.Session.Correct(At(6), right, new VitalsCharted([Typed(VitalSign.Systolic, 80), Typed(VitalSign.Diastolic, 120)]), "typed wrong", null);

        Assert.Contains("SES299", corrected.Refusals.Select(refusal => refusal.Code));
    }

    [Fact]
    public void Is_taken_as_it_is_when_only_one_was_measured() =>
        Assert.Empty(Infusion().Running().Session.ChartVitals(At(5), [Typed(VitalSign.Systolic, 120)]).Refusals);

    private static ChartedValue Typed(VitalSign sign, double value) => new(sign, value, Minute(5)) { Confirmed = true };
}
