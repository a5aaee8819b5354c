using Mooring.Clinical;
using Mooring.Clinical.Sessions;
using Mooring.Clinical.Sessions.Leaving;
using static Mooring.Tests.Clinical.Sessions.Chairside;

namespace Mooring.Tests.Clinical.Sessions;

public class ComingHome
{
    private static readonly HomeCheck Check = new()
    {
        Version = 1,
        After = TimeSpan.FromHours(2),
        AskedFor = TimeSpan.FromDays(2),
        Does = "Ask.",
        By = [Role.Nurse],
        Because = [],
    };

    [Fact]
    public void Is_asked_from_its_hour_until_somebody_says_so()
    {
        var left = Left().Session;
        var session = Left().Then(170, session => session.ArriveHome(At(170), new(Teller.Escort))).Session;

        Assert.Null(Check.DueAt(Infusion().Recovering().Session, Minute(60)));
        Assert.Equal(Minute(110).AddHours(2), Check.DueAt(left, Minute(111)));
        Assert.Null(Check.DueAt(left, Minute(110).AddDays(2)));
        Assert.Null(Check.DueAt(session, Minute(171)));
        Assert.Equal(Minute(170), session.Home!.HappenedAt);
    }

    [Fact]
    public void Is_recorded_after_the_signature_too()
    {
        var signed = Left().Then(111, session => session.Sign(At(111))).Then(112, session => session.Sign(At(112, Prescriber)), Prescriber).Session;

        Assert.Equal(Phase.Signed, signed.Phase);
        Assert.True(signed.ArriveHome(At(170), new(Teller.Patient)).IsDone);
    }

    [Fact]
    public void Says_who_said_so_and_is_never_before_the_patient_left()
    {
        var left = Left();

        Refused.With("SES200", Infusion().Recovering().Session.ArriveHome(At(60), new(Teller.Patient)));
        Refused.With("SES202", left.Session.ArriveHome(At(100), new(Teller.Patient)));
        Refused.With("SES203", left.Session.ArriveHome(At(170), new(Teller.SomebodyElse)));
        Refused.With("SES201", Left().Then(170, session => session.ArriveHome(At(170), new(Teller.Patient))).Session.ArriveHome(At(171), new(Teller.Escort)));
    }

    private static Chairside Left() => Infusion().Recovering().FitToLeave(105).Then(110, session => session.Discharge(At(110)));
}
