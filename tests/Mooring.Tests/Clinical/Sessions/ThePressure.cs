using System.Text.Json;
using Mooring.Clinical.Sessions;
using Mooring.Clinical.Sessions.Charting;
using Mooring.Clinical.Sessions.Correcting;
using Mooring.Clinical.Sessions.Json;
using Mooring.Clinical.Vitals;
using static Mooring.Tests.Clinical.Sessions.Chairside;

namespace Mooring.Tests.Clinical.Sessions;

public class ThePressure
{
    private static readonly Cuff LeftArm = new(Position.Reclined, CuffSite.LeftArm);

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

    [Fact]
    public void Is_remembered_with_position_and_arm_for_the_next_set_of_this_session()
    {
        var chair = Infusion().Running();
        Assert.Equal(Cuff.NotSaid, Cuff.LastOf(Infusion().Session));

        chair = chair.Then(5, session => session.ChartVitals(At(5), [Typed(VitalSign.Systolic, 120), Typed(VitalSign.HeartRate, 70)], LeftArm));

        Assert.Equal(LeftArm, Cuff.LastOf(chair.Session));
        Assert.Equal((LeftArm, Cuff.NotSaid), (chair.Session.Chart.Last(VitalSign.Systolic.Code)!.Cuff, chair.Session.Chart.Last(VitalSign.HeartRate.Code)!.Cuff));
        Assert.EndsWith(", semi-reclined, left arm.", Describe.What(chair.Session.Journal[^1].What, chair.Session.Pack), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_a_monitor_says_nothing_of_the_arm_and_leaves_what_was_said_last()
    {
        var chair = Infusion().Running()
            .Then(5, session => session.ChartVitals(At(5), [Typed(VitalSign.Systolic, 120)], LeftArm))
            .Then(10, session => session.ChartVitals(At(10), [new(VitalSign.Systolic, 122, Minute(10), ValueSource.Device)]));

        Assert.Equal("not said", chair.Session.Chart.Last(VitalSign.Systolic.Code)!.Cuff.InWords);
        Assert.Equal(LeftArm, Cuff.LastOf(chair.Session));
    }

    [Fact]
    public void That_was_not_taken_has_no_arm()
    {
        var chair = Infusion().Running().Then(5, session => session.ChartVitals(At(5), [Typed(VitalSign.SpO2, 97)], LeftArm));

        Assert.Equal(Cuff.NotSaid, Assert.IsType<VitalsCharted>(chair.Session.Journal[^1].What).Cuff);
    }

    [Fact]
    public void That_was_kept_before_anybody_asked_reads_as_not_said()
    {
        const string Before = """{"$type":"vitals","values":[{"sign":"nibp-sys","value":120,"observedAt":"2026-03-02T09:00:00+00:00","source":"hand","confirmed":false}]}""";

        var read = Assert.IsType<VitalsCharted>(JsonSerializer.Deserialize<SessionEvent>(Before, SessionJson.Options));

        Assert.Equal("not said", read.Cuff.InWords);
    }

    private static ChartedValue Typed(VitalSign sign, double value) => new(sign, value, Minute(5)) { Confirmed = true };
}
