using Mooring.Clinical;
using Mooring.Clinical.Sessions;
using Mooring.Clinical.Sessions.Correcting;
using Mooring.Clinical.Sessions.Dosing;
using Mooring.Clinical.Sessions.Leaving;
using Mooring.Clinical.Sessions.Rescuing;
using Mooring.Clinical.Watching;
using static Mooring.Tests.Clinical.Sessions.Chairside;

namespace Mooring.Tests.Clinical.Sessions;

public class InAnEmergency
{
    private static readonly AdverseEventRecorded Harm = new("laryngospasm", 3, "oxygen", AdverseOutcome.Resolved);

    [Fact]
    public void The_clock_runs_from_the_first_tap_whatever_is_tapped_later()
    {
        var session = Opened(20).Then(21, session => Tapped(session.RecordEmergencyAction("Oxygen given", card: "seizure"))).Session;

        Assert.Equal(Minute(20), session.EmergencySince);
        Assert.Empty(session.OpenEmergency());
        Assert.Equal("seizure", Assert.Single(session.Emergencies).Card);
    }

    [Fact]
    public void Stopping_the_infusion_is_one_tap_that_stops_it_in_the_record_too()
    {
        var session = Opened(20).Then(21, session => Tapped(session.RecordEmergencyAction("Infusion stopped", stopsInfusion: true))).Session;

        Assert.Equal(Minute(21), session.Infusion!.StoppedAt);
        Assert.Equal(session.DoseSoFar(Minute(21)), session.DoseSoFar(Minute(60)));
        Assert.Single(session.RecordEmergencyAction("Infusion stopped", stopsInfusion: true));
    }

    [Fact]
    public void A_tap_by_mistake_is_taken_back_with_all_that_came_with_it_and_stays_readable()
    {
        var tapped = Opened(20).Then(21, session => Tapped(session.RecordEmergencyAction("Infusion stopped", stopsInfusion: true)));
        var tap = Assert.Single(tapped.Session.Emergencies[0].Actions).EventId;

        var session = tapped.Then(22, session => Tapped(session.UndoEmergencyAction(tap))).Session;

        Assert.Empty(session.Emergencies[0].Actions);
        Assert.Null(session.Infusion!.StoppedAt);
        Assert.Equal(2, Timeline.Of(session).Count(line => line.Struck is not null));
        Assert.Empty(session.UndoEmergencyAction(tap));
    }

    [Fact]
    public void Called_over_too_soon_it_goes_on()
    {
        var closed = Over();

        var session = closed.Then(26, session => Tapped(session.UndoEmergencyAction(session.Emergencies[0].ClosedBy!.Value))).Session;

        Assert.Equal(Minute(20), session.EmergencySince);
    }

    [Fact]
    public void What_it_was_is_due_after_all_that_the_patient_needs_until_it_is_written_down()
    {
        var over = Over();
        var due = Due.Next(over.Session, over.Session.Pack, Minute(40));

        var session = over.Then(41, session => session.ReviewEmergency(At(41), AReview(session), Harm)).Session;

        Assert.Equal("emergency-review", due[^1].Id);
        Assert.True(due.Count > 1);
        Assert.DoesNotContain("emergency-review", Due.Next(session, session.Pack, Minute(42)).Select(item => item.Id));
        Assert.Equal("laryngospasm", Assert.Single(session.AdverseEvents).Term);
        Refused.With("SES175", session.ReviewEmergency(At(42), AReview(session), Harm));
    }

    [Fact]
    public void Is_written_down_with_its_harm_or_the_word_that_there_was_none()
    {
        var session = Over().Session;

        Refused.With("SES177", session.ReviewEmergency(At(41), AReview(session), null));
        Refused.With("SES177", session.ReviewEmergency(At(41), AReview(session) with { NoHarm = true }, Harm));
        Refused.With("SES171", session.ReviewEmergency(At(41), AReview(session), Harm with { Grade = 0 }));
        Refused.With("SES176", session.ReviewEmergency(At(41), AReview(session) with { Told = [] }, Harm));
        Refused.With("SES215", session.ReviewEmergency(At(41), AReview(session) with { WhatHappened = " " }, Harm));
        Refused.With("SES173", session.ReviewEmergency(At(41), AReview(session) with { Emergency = AnId(9) }, Harm));
        Refused.With("SES174", Opened(20).Session.ReviewEmergency(At(41), AReview(Opened(20).Session), Harm));
        Assert.True(session.ReviewEmergency(At(41), AReview(session) with { NoHarm = true }, null).IsDone);
    }

    [Fact]
    public void The_record_is_not_signed_before_it_is_written_down()
    {
        var left = Recovered().Then(240, session => session.Discharge(At(240)));

        Refused.With("SES179", left.Session.Sign(At(241)));
        var session = left.Then(242, session => session.ReviewEmergency(At(242), AReview(session), Harm)).Session;
        Assert.True(session.Sign(At(243)).IsDone);
    }

    [Fact]
    public void Handed_over_the_patient_is_in_this_chair_no_longer_and_no_criterion_holds_them()
    {
        var over = Over();
        var review = AReview(over.Session) with { TransferredTo = "County Hospital" };

        Refused.With("SES178", over.Session.ReviewEmergency(At(41), review, Harm));
        var session = over.Then(41, session => session.StopInfusion(At(41), completed: false, "emergency"))
            .Then(42, session => session.ReviewEmergency(At(42), review, Harm)).Session;

        Assert.Equal(Phase.Discharged, session.Phase);
        Assert.Null(session.LeftAt);
    }

    [Fact]
    public void Makes_the_minimum_stay_as_long_as_a_critical_value_does()
    {
        var (calm, after) = (Infusion().Recovering().Session, Recovered().Session);

        Assert.Equal(calm.DosingEndedAt + calm.Pack.Discharge.Stay.For, calm.EarliestDischarge);
        Assert.Equal(after.DosingEndedAt + after.Pack.Discharge.Stay.AfterCritical, after.EarliestDischarge);
    }

    private static Chairside Opened(double minute) => Infusion().Running().Then(minute, session => Tapped(session.OpenEmergency()));

    private static Chairside Over() => Opened(20).Then(25, session => Tapped(session.CloseEmergency("settled")));

    private static Chairside Recovered() => Over().Charted(30).Then(50, session => session.StopInfusion(At(50), completed: true)).FitToLeave(200);

    private static EmergencyReviewed AReview(Session session) => new(session.Emergencies[0].Id, "No air for a minute.", AdverseOutcome.Resolved, ["Prescriber"]);

    private static Outcome<IReadOnlyList<SessionEvent>> Tapped(IReadOnlyList<SessionEvent> events) => Outcome<IReadOnlyList<SessionEvent>>.Done(events);
}
