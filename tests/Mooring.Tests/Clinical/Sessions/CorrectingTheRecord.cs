using System.Text.Json;
using Mooring.Clinical.Sessions;
using Mooring.Clinical.Sessions.Charting;
using Mooring.Clinical.Sessions.Clearance;
using Mooring.Clinical.Sessions.Correcting;
using Mooring.Clinical.Sessions.Dosing;
using Mooring.Clinical.Sessions.Json;
using Mooring.Clinical.Sessions.Leaving;
using Mooring.Clinical.Sessions.Rescuing;
using Mooring.Clinical.Vitals;
using static Mooring.Tests.Clinical.Sessions.Chairside;

namespace Mooring.Tests.Clinical.Sessions;

public class CorrectingTheRecord
{
    [Fact]
    public void Puts_the_right_thing_in_the_place_of_the_wrong_one_and_keeps_both()
    {
        var chair = Infusion().Running().Then(20, session => session.ChangeRate(At(20), 15, "slip"));
        var wrong = chair.Session.Journal[^1].EventId;

        chair.Then(22, session => session.Correct(At(22), wrong, new RateChanged(100, "drowsy"), "typed 15 for 100", Minute(19)));

        Assert.Equal(100, chair.Session.Infusion!.MillilitersPerHour);
        Assert.Equal(Minute(19), chair.Session.Infusion.LastChangeAt);
        Assert.Contains(chair.Session.Journal, entry => entry.EventId == wrong);
        Assert.Equal("typed 15 for 100", Timeline.Of(chair.Session).Single(line => line.Entry.EventId == wrong).Struck);
    }

    [Fact]
    public void Strikes_out_what_never_was_and_the_phase_follows()
    {
        var chair = Infusion().Recovering();
        var stop = chair.Session.Journal[^1].EventId;

        chair.Then(52, session => session.Correct(At(52), stop, null, "wrong chair"));

        Assert.Equal(Phase.Dosing, chair.Session.Phase);
    }

    [Fact]
    public void Can_itself_be_corrected()
    {
        var chair = Infusion().Recovering();
        var stop = chair.Session.Journal[^1].EventId;
        chair.Then(52, session => session.Correct(At(52), stop, null, "wrong chair"));
        var correction = chair.Session.Journal[^1].EventId;

        chair.Then(54, session => session.Correct(At(54), correction, null, "it was this chair after all"));

        Assert.Equal(Phase.Recovering, chair.Session.Phase);
    }

    [Fact]
    public void Twice_leaves_the_last_word_and_strikes_the_first_correction_with_the_entry()
    {
        var chair = Infusion().Running().Charted(15);
        var wrong = chair.Session.Journal[^1].EventId;

        chair.Then(16, session => session.Correct(At(16), wrong, Rate(82), "counted again"));
        chair.Then(17, session => session.Correct(At(17), wrong, Rate(84), "and again"));

        Assert.Equal(84, Assert.Single(chair.Session.Chart.All, value => value.Event == wrong).Value);
        var lines = Timeline.Of(chair.Session).TakeLast(3).ToList();
        Assert.Equal(["and again", "and again", null], lines.Select(line => line.Struck));
        Assert.Equal([null, null, wrong], lines.Select(line => line.Corrects));
    }

    [Fact]
    public void Is_asked_about_numbers_as_when_they_are_charted()
    {
        var session = Infusion().Running().Charted(15).Session;
        var wrong = session.Journal[^1].EventId;

        Refused.With("SES160", session.Correct(At(16), wrong, Rate(820), "typed wrong"));
        Refused.With("SES165", session.Correct(At(16), wrong, new VitalsCharted([]), "typed wrong"));
        Refused.With("SES161", session.Correct(At(16), wrong, new ScaleRated(Scale.Sedation, 6), "typed wrong"));
        Assert.True(session.Correct(At(16), wrong, Rate(820, confirmed: true), "typed wrong").IsDone);
    }

    [Fact]
    public void Needs_an_entry_and_a_reason_and_leaves_the_opening_alone()
    {
        var session = Infusion().CheckedIn().Session;

        Refused.With("SES204", session.Correct(At(5), AnId(999_999), null, "no such thing"));
        Refused.With("SES153", session.Correct(At(5), session.Journal[1].EventId, null, ""));
        Refused.With("SES208", session.Correct(At(5), session.Journal[0].EventId, null, "wrong patient"));
    }

    [Fact]
    public void Goes_on_after_the_signature_when_nothing_else_does()
    {
        var signed = Infusion().Recovering().FitToLeave(105).Then(110, session => session.Discharge(At(110)))
            .Then(111, session => session.Sign(At(111))).Then(112, session => session.Sign(At(112, Prescriber)), Prescriber).Session;

        Refused.With("SES102", signed.Note(At(120), "slept well"));
        Refused.With("SES102", signed.ChartVitals(At(120), [new(VitalSign.SpO2, 98, Minute(120))]));
        Refused.With("SES153", signed.AddAddendum(At(120), "slept well", ""));
        Assert.True(signed.AddAddendum(At(120), "slept well", "call at 24 h").IsDone);
        Assert.True(signed.Correct(At(120), signed.Journal[^3].EventId, null, "double").IsDone);
        Assert.NotEmpty(signed.RecordEmergencyAction("called back"));
    }

    [Fact]
    public void Two_tablets_arrive_in_any_order_and_tell_the_same_session()
    {
        var journal = Infusion().Running().Charted(15).Then(20, session => session.Pause(At(20), "pressure"))
            .Then(24, session => session.Resume(At(24))).Then(30, session => session.ChangeRate(At(30), 120, "drowsy")).Charted(35)
            .Then(60, session => session.StopInfusion(At(60), completed: true)).Session.Journal;
        var first = State(Session.Replay(journal, Iv));

        for (var seed = 0; seed < 50; seed++)
        {
            var random = new Random(seed);
            var shuffled = journal.Concat(journal.Take(5)).OrderBy(_ => random.Next()).ToArray();
            var arrived = shuffled.Select((entry, at) => entry with { Seq = at + 1 });

            Assert.True(first == State(Session.Replay(arrived, Iv)), $"seed {seed}");
        }
    }

    [Fact]
    public void A_replay_is_the_session_that_was_lived()
    {
        var chair = Infusion().Recovering().FitToLeave(105).Then(110, session => session.Discharge(At(110)));

        var kept = chair.Session.Journal.Select(entry => SessionJson.Read(SessionJson.Bytes(entry)));

        Assert.Equal(State(chair.Session), State(Session.Replay(kept, Iv)));
    }

    private static VitalsCharted Rate(double value, bool confirmed = false) =>
        new([new(VitalSign.HeartRate, value, Minute(15)) { Confirmed = confirmed }]);

    private static string State(Session session) => JsonSerializer.Serialize(
        new
        {
            session.Phase,
            session.Steps,
            Values = session.Chart.All.Select(value => (value.Of, value.Value, value.At).ToString()).Order(),
            Given = session.Given(Minute(300)),
            session.EarliestDischarge,
            Answers = session.Answers.Count,
            session.Escort,
            Told = session.Told.Select(entry => entry.EventId).Order(),
        },
        SessionJson.Options);
}
