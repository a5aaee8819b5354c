using Mooring.Clinical;
using Mooring.Clinical.Sessions;
using Mooring.Clinical.Sessions.Charting;
using Mooring.Clinical.Sessions.Dosing;
using Mooring.Clinical.Sessions.Leaving;
using Mooring.Clinical.Sessions.Rescuing;
using Mooring.Clinical.Vitals;
using static Mooring.Tests.Clinical.Sessions.Chairside;

namespace Mooring.Tests.Clinical.Sessions;

public class Leaving
{
    [Fact]
    public void Waits_for_the_minimum_stay()
    {
        var session = Infusion().Recovering().FitToLeave(66).Session;

        Assert.Equal(Minute(110), session.EarliestDischarge);
        Refused.With("SES180", session.Discharge(At(109.9)));
        Assert.Equal(Phase.Recovering, session.PhaseAt(Minute(109.9)));
        Assert.True(session.Discharge(At(110)).IsDone);
        Assert.Equal(Phase.Dischargeable, session.PhaseAt(Minute(110)));
    }

    [Fact]
    public void Waits_longer_after_a_critical_value()
    {
        var session = Infusion().Running().Charted(30, systolic: 185).Then(50, session => session.StopInfusion(At(50), completed: true)).Session;

        Assert.Equal(Minute(170), session.EarliestDischarge);
    }

    [Fact]
    public void Of_an_infusion_may_be_sooner_by_a_prescriber_with_a_reason()
    {
        var session = Infusion().Recovering().FitToLeave(66).Session;
        var waiver = new Waiver(Waiver.MinimumStay, "lives next door, seen twice");

        Refused.With("SES188", session.Discharge(At(80), waiver));
        Refused.With("SES169", session.Discharge(At(80, Prescriber), waiver with { Reason = "" }));
        Assert.True(session.Discharge(At(80, Prescriber), waiver).IsDone);
    }

    [Fact]
    public void Of_esketamine_is_never_sooner_than_two_hours()
    {
        var session = Spray().Cleared().Then(10, session => session.UseDevice(At(10), 1)).Then(15, session => session.UseDevice(At(15), 2))
            .Then(20, session => session.StartRecovery(At(20))).FitToLeave(66).Session;

        var decided = session.Discharge(At(134, Prescriber), new Waiver(Waiver.MinimumStay, "in a hurry"));

        Refused.With("SES189", decided);
        Refused.With("SES180", decided);
        Assert.True(session.Discharge(At(135)).IsDone);
    }

    [Fact]
    public void Names_everything_that_stands_in_the_way_at_once()
    {
        var session = Infusion().Recovering().Then(60, session => session.AnswerCriterion(At(60), "be-alert", Finding.NotMet)).Session;

        var codes = session.Discharge(At(60)).Refusals.Select(refusal => refusal.Code).ToArray();

        Assert.Equal(session.Pack.Discharge.Criteria.Count, codes.Count(code => code == "SES181"));
        Assert.Contains("SES180", codes);
        Assert.Contains("SES182", codes);
        Assert.Contains("SES183", codes);
    }

    [Fact]
    public void Is_not_waived_where_life_hangs_on_it()
    {
        var session = Infusion().Recovering().FitToLeave(105).Then(106, session => session.AnswerCriterion(At(106), "be-safe", Finding.Unknown)).Session;

        Refused.With("SES189", session.Discharge(At(110, Prescriber), new Waiver("be-safe", "known to us")));
        Refused.With("SES181", session.Discharge(At(110)));
    }

    [Fact]
    public void Needs_an_escort_who_was_looked_at()
    {
        var recovering = Infusion().Recovering().Session;

        Refused.With("SES185", recovering.HandOver(At(60), new("Noor Alder", "sister", "555 0100", Verified: false)));
        Refused.With("SES184", recovering.HandOver(At(60), new("Noor Alder", "", "555 0100", Verified: true)));
        Refused.With("SES194", Infusion().Running().Session.HandOver(At(20), new("Noor Alder", "sister", "555 0100", Verified: true)));
    }

    [Fact]
    public void Waits_longer_for_whom_the_screening_says_so()
    {
        var longer = KeptLonger().Recovering().Session;

        Assert.True(longer.IsKeptLonger);
        Assert.Equal(Minute(140), longer.EarliestDischarge);
        Assert.False(Infusion().Recovering().Session.IsKeptLonger);
    }

    [Fact]
    public void Begins_with_an_escort_only_when_the_minimum_stay_is_over()
    {
        EscortHandedOver escort = new("Noor Alder", "sister", "555 0100", Verified: true);
        var recovering = Infusion().Recovering().Session;
        var sprayed = Spray().Cleared().Then(10, session => session.UseDevice(At(10), 1)).Then(15, session => session.UseDevice(At(15), 2))
            .Then(20, session => session.StartRecovery(At(20))).Session;

        Refused.With("SES284", recovering.HandOver(At(109.9), escort));
        Assert.True(recovering.HandOver(At(109.9, Prescriber), escort).IsDone);
        Assert.True(recovering.HandOver(At(110), escort).IsDone);
        Refused.With("SES284", sprayed.HandOver(At(134.9, Prescriber), escort));
        Assert.True(sprayed.HandOver(At(135), escort).IsDone);
    }

    [Fact]
    public void Comes_before_the_signature_which_each_role_gives_once()
    {
        var left = Infusion().Recovering().FitToLeave(105).Then(110, session => session.Discharge(At(110)));

        Refused.With("SES190", Infusion().Recovering().Session.Sign(At(60)));
        var half = left.Then(111, session => session.Sign(At(111))).Session;
        Assert.Equal(Phase.Discharged, half.Phase);
        Refused.With("SES192", half.Sign(At(112)));
        Refused.With("SES191", half.Sign(At(112, Content.As(AnId(8), "Ivo Lark", Role.Therapist))));
    }
}

public class Charting
{
    [Fact]
    public void Takes_a_value_out_of_limits_and_asks_twice_about_one_out_of_reason()
    {
        var session = Infusion().Running().Session;
        var odd = new ChartedValue(VitalSign.HeartRate, 721, Minute(12));

        Assert.True(session.ChartVitals(At(12), [odd with { Value = 190 }]).IsDone);
        Refused.With("SES160", session.ChartVitals(At(12), [odd]));
        Assert.True(session.ChartVitals(At(12), [odd with { Confirmed = true }]).IsDone);
        Refused.With("SES163", session.ChartVitals(At(12), [odd with { Value = double.NaN, Confirmed = true }]));
        Refused.With("SES164", session.ChartVitals(At(12), [odd with { Value = -72, Confirmed = true }]));
        Refused.With("SES161", session.Rate(At(12), Scale.Sedation, 6));
    }

    [Fact]
    public void Of_an_emergency_is_never_refused()
    {
        var arriving = Infusion().Session;

        var opened = arriving.RecordEmergencyAction("called for help");

        Assert.Collection(opened, what => Assert.IsType<EmergencyOpened>(what), what => Assert.IsType<EmergencyAction>(what));
        Assert.Single(Infusion().Running().Session.OpenEmergency("seizure"));
    }
}
