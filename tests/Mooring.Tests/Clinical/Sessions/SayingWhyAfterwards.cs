using Mooring.Clinical.Sessions;
using Mooring.Clinical.Sessions.Dosing;
using Mooring.Clinical.Sessions.Leaving;
using Mooring.Clinical.Watching;
using static Mooring.Tests.Clinical.Sessions.Chairside;

namespace Mooring.Tests.Clinical.Sessions;

/// <summary>A pause or an end of the infusion is one tap; why is said afterwards.</summary>
public class SayingWhyAfterwards
{
    [Fact]
    public void The_tap_counts_at_its_time_and_the_reason_is_asked_until_it_is_said()
    {
        var paused = Infusion().Running().Then(20, session => session.Pause(At(20), "", isSaidLater: true));

        Assert.Equal(Minute(20), paused.Session.Infusion!.PausedSince);
        Assert.Contains(Due.Next(paused.Session, Iv, Minute(21)), item => item.Id == "reason");
        var said = paused.Then(22, session => session.Explain(At(22), session.Unexplained!.EventId, "Distress"));
        Assert.Contains(said.Session.Told, entry => entry.What is InfusionPaused { Reason: "Distress" } && entry.HappenedAt == Minute(20));
        Assert.DoesNotContain(Due.Next(said.Session, Iv, Minute(23)), item => item.Id == "reason");
    }

    [Fact]
    public void An_end_that_was_the_whole_bag_or_a_mistake_can_be_said_to_be_it()
    {
        var stopped = Infusion().Running().Then(50, session => session.StopInfusion(At(50), completed: false, isSaidLater: true)).Session;

        Assert.Equal(Phase.Recovering, stopped.Phase);
        var whole = Infusion().Running().Then(50, session => session.StopInfusion(At(50), completed: false, isSaidLater: true))
            .Then(51, session => session.Explain(At(51), session.Unexplained!.EventId, null, completed: true)).Session;
        Assert.Null(whole.Infusion!.StoppedBecause);
        var runs = Infusion().Running().Then(30, session => session.StopInfusion(At(30), completed: false, isSaidLater: true))
            .Then(31, session => session.TakeBackStop(At(31), session.Unexplained!.EventId)).Session;
        Assert.Equal((Phase.Dosing, null), (runs.Phase, runs.Infusion!.StoppedAt));
    }

    [Fact]
    public void Without_a_tap_the_reason_is_still_asked_first_and_nothing_is_signed_without_it()
    {
        Refused.With("SES153", Infusion().Running().Session.Pause(At(20), ""));
        Refused.With("SES167", Infusion().Running().Session.StopInfusion(At(20), completed: false));
        Refused.With("SES158", Infusion().Running().Session.Explain(At(20), AnId(5), "Distress"));
        var gone = Infusion().Running().Then(50, session => session.StopInfusion(At(50), completed: false, isSaidLater: true)).Session;
        Assert.Contains(gone.Sign(At(200)).Refusals, refusal => refusal.Code == "SES159");
    }
}
