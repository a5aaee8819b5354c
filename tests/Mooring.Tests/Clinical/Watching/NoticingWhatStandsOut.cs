using Mooring.Clinical;
using Mooring.Clinical.Monitoring;
using Mooring.Clinical.Sessions;
using Mooring.Clinical.Sessions.Bedside;
using Mooring.Clinical.Sessions.Charting;
using Mooring.Clinical.Sessions.Correcting;
using Mooring.Clinical.Vitals;
using Mooring.Clinical.Watching;
using Mooring.Tests.Clinical.Sessions;
using static Mooring.Tests.Clinical.Sessions.Chairside;

namespace Mooring.Tests.Clinical.Watching;

public class NoticingWhatStandsOut
{
    private static readonly Session Running = Infusion().Running().Session;

    [Fact]
    public void One_cuff_reading_beyond_three_limits_is_one_notice()
    {
        var notice = Assert.Single(Fold(Cuff(15, 185, 112, 136)));

        Assert.Equal(("pressure", LimitLevel.Critical), (notice.Group, notice.Level));
        Assert.Equal(["nibp-dia", "nibp-map", "nibp-sys"], notice.Beyond.Select(one => one.Limit.Of).Distinct().Order());
        Assert.Equal(Minute(15) + Iv.Notices!.AnswerWithin, notice.AnswerBy);
    }

    [Fact]
    public void A_drop_that_takes_breathing_and_alertness_with_it_is_one_notice()
    {
        var chair = Infusion().Running().Then(20, session => session.Rate(At(20), Scale.Sedation, 3));

        var notices = Notices.Of(chair.Session, Each("spo2", 20, 91, 30).Concat(Each("rr", 20, 7, 30)).OrderBy(sample => sample.At).Select(sample => (sample.At, sample)), Minute(21));

        Assert.Equal("breathing", Assert.Single(notices).Group);
    }

    [Fact]
    public void A_second_of_a_slipped_sensor_is_none_and_ten_seconds_are_one()
    {
        Assert.Empty(Fold([.. Each("spo2", 15, 97, 20), .. Each("spo2", 15.35, 88, 5), .. Each("spo2", 15.45, 97, 60)]));
        Assert.Single(Fold([.. Each("spo2", 15, 97, 20), .. Each("spo2", 15.35, 88, 30)]));
    }

    [Fact]
    public void A_slow_devices_single_value_counts_at_once() =>
        Assert.Equal(Minute(17), Assert.Single(Fold([Device("hr", 15, 80), Device("hr", 16, 82), Device("hr", 17, 135)])).OpenedAt);

    [Fact]
    public void It_is_over_only_past_the_margin_and_when_it_has_settled()
    {
        var high = Cuff(15, 162, 80, 100);

        Assert.Null(Assert.Single(Fold([.. high, .. Cuff(20, 158, 80, 100)])).EndedAt);
        Assert.Equal(Minute(20), Assert.Single(Fold([.. high, .. Cuff(20, 140, 80, 100)], until: 22)).EndedAt);
        var again = Assert.Single(Fold([.. high, .. Cuff(20, 140, 80, 100), .. Cuff(20.5, 165, 80, 100)]));
        Assert.Equal((null, 2), (again.EndedAt, again.Times));
    }

    [Fact]
    public void It_keeps_the_value_that_crossed_while_others_come_that_did_not()
    {
        // Back at the limit and not past its margin: the notice stands, and 90 is not below 90.
        var near = Assert.Single(Fold([.. Each("spo2", 15, 97, 20), .. Each("spo2", 15.35, 88, 30), .. Each("spo2", 16, 90, 30)]));
        Assert.Equal((88, true), (near.Beyond[0].Value, near.Beyond[0].IsDevice));

        var chair = Infusion().Running().Then(20, session => session.ChartVitals(At(20), [new(VitalSign.SpO2, 72, Minute(20))]));
        var monitor = Each("spo2", 20.02, 98, 5).ToList();
        var byHand = Assert.Single(Notices.Of(chair.Session, monitor.Select(sample => (sample.At, sample)), monitor[^1].At));

        Assert.Equal((72, Minute(20), false), (byHand.Beyond[0].Value, byHand.Beyond[0].At, byHand.Beyond[0].IsDevice));
        Assert.Equal("SpO2 72% by hand at 6:52 PM: below 90%.", Watch.Says(byHand.Beyond[0], "by hand at 6:52 PM"));
    }

    [Fact]
    public void What_was_charted_from_the_monitor_says_so()
    {
        var chair = Infusion().Running().Then(20, session => session.ChartVitals(At(20), [new(VitalSign.SpO2, 85, Minute(20), ValueSource.Device)]));

        Assert.True(Assert.Single(Notices.Of(chair.Session, Minute(21))).Beyond[0].IsReadOff);
    }

    [Fact]
    public void Going_from_a_warning_to_critical_asks_again_in_the_same_notice()
    {
        var chair = Infusion().Running().Charted(15, 165);
        var acknowledged = chair.Then(16, session => session.Acknowledge(At(16), Now(session, 16).Single(), "Watched"));
        Assert.True(Now(acknowledged.Session, 17).Single().IsAnswered);

        var worse = Assert.Single(Now(acknowledged.Charted(18, 185).Session, 19));

        Assert.False(worse.IsAnswered);
        Assert.Equal((Minute(15), Minute(18), Minute(20)), (worse.OpenedAt, worse.LevelSince, worse.AnswerBy!.Value));
        Assert.True(worse.IsOverdue(Minute(20)));
    }

    [Fact]
    public void Acknowledged_it_does_not_come_back_until_it_was_over_and_is_entered_again()
    {
        var chair = Infusion().Running().Charted(15, 185);
        chair.Then(16, session => session.Acknowledge(At(16), Now(session, 16).Single(), "Infusion paused"));

        Assert.True(Now(chair.Charted(17, 186).Session, 18).Single().IsAnswered);
        Assert.DoesNotContain(Now(chair.Charted(20, 130).Session, 25), notice => notice.IsShown);
        var again = Now(chair.Charted(30, 185).Session, 31);
        Assert.Equal([true, false], again.Select(notice => notice.IsAnswered));
    }

    [Fact]
    public void A_critical_one_that_nobody_saw_stays_and_takes_its_return_into_itself()
    {
        var chair = Infusion().Running().Charted(15, 185).Charted(20, 130);

        Assert.True(Now(chair.Session, 30).Single().IsShown);
        Assert.Equal((2, Minute(15)), Now(chair.Charted(35, 186).Session, 36).Select(notice => (notice.Times, notice.OpenedAt)).Single());
    }

    [Fact]
    public void It_is_acknowledged_by_name_with_what_was_done_and_once()
    {
        var chair = Infusion().Running().Charted(15, 185);
        var notice = Now(chair.Session, 16).Single();

        Refused.With("SES277", chair.Session.Acknowledge(At(16), notice, " "));
        Refused.With("SES275", chair.Session.Acknowledge(At(16, Content.As(AnId(9), "Lark Sedge", Role.Therapist)), notice, "Watched"));
        Refused.With("SES274", chair.Session.Acknowledge(At(16), null, "Watched"));
        chair.Then(16.5, session => session.Acknowledge(At(16.5), notice, "Infusion paused"));
        var answered = Now(chair.Session, 17).Single();
        Assert.Equal(("Ada Rowan", TimeSpan.FromSeconds(90)), (answered.Answers[0].By.Name, answered.AnsweredAfter!.Value));
        Refused.With("SES276", chair.Session.Acknowledge(At(18), answered, "Watched"));
    }

    [Fact]
    public void A_mistyped_value_that_was_corrected_was_never_a_notice()
    {
        var chair = Infusion().Running().Charted(15, 185);
        var wrong = chair.Session.Told.Last(entry => entry.What is VitalsCharted).EventId;

        chair.Then(17, session => session.Correct(At(17), wrong, null, "typed wrong"));

        Assert.Empty(Now(chair.Session, 18));
    }

    [Fact]
    public void A_number_that_can_hardly_be_one_is_about_the_signal()
    {
        var watch = Notices.Folded(Running, Each("spo2", 15, 97, 20).Concat(Each("spo2", 15.35, 12, 30)).Select(sample => (sample.At, sample)));

        Assert.Empty(watch.At(Minute(17)));
        Assert.Equal(SignalTrouble.Implausible, watch.SignalsAt(Minute(15.8))[0].Trouble);
    }

    [Fact]
    public void Signals_that_stop_together_are_one_and_come_back_as_one()
    {
        Sample[] until = [.. Each("spo2", 15, 97, 30), .. Each("hr", 15, 80, 30), .. Each("spo2", 17, 97, 30), .. Each("hr", 17, 80, 30)];
        var watch = Notices.Folded(Running, until.OrderBy(sample => sample.At).Select(sample => (sample.At, sample)));

        var gap = Assert.Single(watch.SignalsAt(Minute(17.4)));

        Assert.Equal((SignalTrouble.Stopped, 2), (gap.Trouble, gap.Of.Count));
    }

    [Fact]
    public void What_the_patient_says_may_be_a_notice_until_somebody_answers()
    {
        var chair = Infusion().Running().Then(20, session => session.RaiseConcern(At(20), new("chest-pain", "Chest pain"))).Then(21, session => session.RaiseConcern(At(21), new("thirst", "Thirsty")));

        var notice = Assert.Single(Now(chair.Session, 22));
        Assert.Equal((LimitLevel.Critical, Minute(22)), (notice.Level, notice.AnswerBy!.Value));
        Assert.NotEmpty(notice.Consider);
        chair.Then(22, session => session.AnswerConcern(At(22), notice.Concern!.Value, "ECG taken"));
        Assert.False(Now(chair.Session, 23).Single().IsShown);
    }

    [Fact]
    public void They_are_counted_into_the_hours_of_the_session()
    {
        var session = Infusion().Running().Charted(15, 185).Charted(40, 130).Session;
        var watch = Notices.Folded(session, []);

        var counted = Notices.Counted(session, Notices.All(session, watch, Minute(61)), watch.SignalsAt(Minute(61)), Minute(61));

        Assert.Equal(1, counted.Hours, 6);
        Assert.Equal(("pressure", 25 * 60.0, null), counted.Notices.Select(line => (line.Group, line.SecondsBeyond, line.AnsweredAt)).Single());
    }

    private static IReadOnlyList<Notice> Now(Session session, double minute) => Notices.Of(session, Minute(minute));

    private static IReadOnlyList<Notice> Fold(IReadOnlyList<Sample> samples, double until = 21) => Notices.Of(Running, samples.Select(sample => (sample.At, sample)), Minute(until));

    private static Sample Device(string of, double minute, double value) => new(of, value, Minute(minute), IsDevice: true);

    private static Sample[] Cuff(double minute, double systolic, double diastolic, double mean) =>
        [Device("nibp-sys", minute, systolic), Device("nibp-dia", minute, diastolic), Device("nibp-map", minute, mean)];

    private static IEnumerable<Sample> Each(string of, double minute, double value, int seconds) =>
        Enumerable.Range(0, seconds).Select(second => new Sample(of, value, Minute(minute).AddSeconds(second), IsDevice: true));
}
