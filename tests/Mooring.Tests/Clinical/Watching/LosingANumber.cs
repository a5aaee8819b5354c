using Mooring.Clinical.Monitoring;
using Mooring.Clinical.Sessions;
using Mooring.Clinical.Watching;
using Mooring.Content.Reading;
using static Mooring.Tests.Clinical.Sessions.Chairside;

namespace Mooring.Tests.Clinical.Watching;

/// <summary>A number that had been coming, and stopped while devices at the chair went on.</summary>
public class LosingANumber
{
    private static readonly LossRule Rule = Iv.Notices!.Losses.Single(loss => loss.Of == "etco2");
    private static readonly int Limit = (int)Rule.After.TotalSeconds;
    private static readonly Session Running = Infusion().Running().Session;

    [Fact]
    public void Below_and_at_the_limit_is_none_above_it_is_one_and_one_that_never_came_is_none()
    {
        Sample[] before = [.. Each("etco2", 0, 30), .. Each("spo2", 0, 30)];

        Assert.Empty(Fold([.. before, .. Each("spo2", 30, Limit - 1)]));
        Assert.Empty(Fold([.. before, .. Each("spo2", 30, Limit)]));
        var notice = Assert.Single(Fold([.. before, .. Each("spo2", 30, Limit + 1)]));
        Assert.Equal((Rule.Id, Rule.Level, At(30 + Limit)), (notice.Group, notice.Level, notice.OpenedAt));
        Assert.Equal(notice.OpenedAt + Iv.Notices!.AnswerWithin, notice.AnswerBy);
        Assert.Contains("EtCO2, last 38 mmHg: ", Watch.Says(notice.Beyond[0]), StringComparison.Ordinal);
        Assert.Empty(Fold([.. Each("spo2", 0, 300)]));
    }

    [Fact]
    public void It_is_over_when_the_number_is_back()
    {
        var notice = Assert.Single(Fold([.. Each("etco2", 0, 30), .. Each("spo2", 0, 100), .. Each("etco2", 70, 200), .. Each("spo2", 100, 170)]));

        Assert.Equal(At(70), notice.EndedAt);
    }

    [Fact]
    public void Where_everything_stops_it_is_the_network_and_a_matter_of_the_signals_alone()
    {
        var watch = Watched([.. Each("etco2", 0, 30), .. Each("spo2", 0, 30)]);
        Assert.Empty(watch.At(At(300)));
        Assert.Equal(["etco2", "spo2"], Assert.Single(watch.SignalsAt(At(300))).Of.Order());

        // What comes first when all is back is no witness for the time in which nothing came.
        var back = Watched([.. Each("etco2", 0, 30), .. Each("spo2", 0, 30), .. Each("spo2", 300, 10), .. Each("spo2", 310, 60), .. Each("etco2", 310, 60)]);
        Assert.Empty(back.At(At(400)));
    }

    [Fact]
    public void One_event_is_one_notice_and_leaves_the_other_signals_to_the_signals()
    {
        var watch = Watched([.. Each("etco2", 0, 30), .. Each("rr", 0, 30), .. Each("spo2", 0, 90)]);

        Assert.Equal([Rule.Id], watch.At(At(90)).Select(notice => notice.Group));
        Assert.Equal(["rr"], Assert.Single(watch.SignalsAt(At(90))).Of);
    }

    [Fact]
    public void A_number_that_can_hardly_be_one_does_not_bring_it_back_and_shows_that_the_device_goes_on()
    {
        var watch = Watched([.. Each("etco2", 0, 30), .. Each("etco2", 30, 60, 0)]);

        Assert.Equal(Rule.Id, Assert.Single(watch.At(At(90))).Group);
        Assert.Empty(watch.SignalsAt(At(89.5)));
    }

    [Fact]
    public void Another_devices_clock_that_is_minutes_off_loses_nothing()
    {
        var behind = Each("etco2", 0, 200).Select(sample => (Sent: sample.At, Sample: sample with { At = sample.At.AddMinutes(-5) }));
        var right = Each("spo2", 0, 200).Select(sample => (Sent: sample.At, Sample: sample));
        var stream = behind.Concat(right).OrderBy(one => one.Sent).Select(one => one.Sample);

        Assert.Empty(Watched(stream, inOrder: true).At(At(300)));
    }

    [Fact]
    public void What_comes_once_a_minute_is_not_missed_after_seconds()
    {
        var slow = Enumerable.Range(0, 5).SelectMany(minute => new[] { Device("spo2", minute * 60, 97), Device("etco2", minute * 60, 38) });

        Assert.Empty(Fold([.. slow, Device("spo2", 300, 97)], until: 301));
        Assert.Single(Fold([.. slow, .. Enumerable.Range(5, 5).Select(minute => Device("spo2", minute * 60, 97))], until: 600));
    }

    [Fact]
    public void Before_the_first_dose_a_line_may_be_put_on_and_off()
    {
        Sample[] stream = [.. Each("etco2", 0, 30), .. Each("spo2", 0, 100)];

        Assert.Empty(Notices.Of(Infusion().Cleared().Session, InOrder(stream), At(100)));
    }

    [Fact]
    public void Taken_off_on_purpose_it_hides_no_later_fall_of_another_number()
    {
        Sample[] stream = [.. Each("etco2", 0, 30), .. Each("spo2", 0, 100), .. Each("spo2", 100, 60, 88)];
        var chair = Infusion().Running();
        var lost = Assert.Single(Notices.Of(chair.Session, InOrder(stream.Where(sample => sample.At < At(90))), At(90)));
        chair.Then(12.5, session => session.Acknowledge(Sessions.Chairside.At(12.5), lost, "Taken off on purpose"));

        var notices = Notices.Of(chair.Session, InOrder(stream), At(160));

        Assert.Equal([(Rule.Id, true), ("breathing", false)], notices.Select(notice => (notice.Group, notice.IsAnswered)));
        Assert.Equal(LimitLevel.Critical, notices[1].Level);
    }

    [Fact]
    public void A_rule_that_can_not_be_is_found()
    {
        var text = Content.Library.Texts["monitoring/iv.yaml"];

        Assert.Contains("LIB403", Codes(text.Replace("of: etco2\n      after:", "of: etco3\n      after:", StringComparison.Ordinal)));
        Assert.Contains("LIB408", Codes(text.Replace("after: 15 s", "after: 0 s", StringComparison.Ordinal)));
        Assert.Contains("LIB401", Codes(text.Replace("id: etco2-lost", "id: breathing", StringComparison.Ordinal)));
    }

    private static IEnumerable<string> Codes(string text) => MonitoringPacks.ReadText(text, "iv.yaml").Faults.Select(fault => fault.Code);

    private static IReadOnlyList<Notice> Fold(IEnumerable<Sample> stream, double until = 600) => Watched(stream).At(At(until));

    private static NoticeWatch Watched(IEnumerable<Sample> stream, bool inOrder = false) =>
        Notices.Folded(Running, inOrder ? stream.Select(sample => (Minute(11), sample)) : InOrder(stream));

    private static IEnumerable<(DateTimeOffset ReceivedAt, Sample Sample)> InOrder(IEnumerable<Sample> stream) => stream.OrderBy(sample => sample.At).Select(sample => (sample.At, sample));

    // Seconds from a minute after the infusion began.
    private static DateTimeOffset At(double second) => Minute(11).AddSeconds(second);

    private static Sample Device(string of, double second, double value) => new(of, value, At(second), IsDevice: true);

    private static IEnumerable<Sample> Each(string of, int from, int seconds, double? value = null) =>
        Enumerable.Range(from, seconds).Select(second => Device(of, second, value ?? of switch { "etco2" => 38, "rr" => 14, _ => 97 }));
}
