using Mooring.Clinical.Sessions;
using Mooring.Clinical.Watching;
using static Mooring.Tests.Clinical.Sessions.Chairside;

namespace Mooring.Tests.Clinical.Watching;

/// <summary>Values whose time is later than their arrival, and a server whose own clock goes back.</summary>
public class DatedAhead
{
    private static readonly Session Running = Infusion().Running().Session;

    [Theory]
    [InlineData(2)]
    [InlineData(0)]
    public void A_value_hides_no_later_one_from_the_notices(int lateBySeconds)
    {
        var odd = Of("spo2", 15, 98) with { IsAhead = true, IsMisdated = true };
        var low = Enumerable.Range(1, 45).Select(second => Of("spo2", 15, 60, second) with { At = Minute(15).AddSeconds(second - lateBySeconds) });

        Assert.Equal("breathing", Assert.Single(Fold([odd, .. low]).Notices).Group);
    }

    [Fact]
    public void A_stream_of_them_makes_the_same_notices_as_one_that_is_on_time()
    {
        Sample[] stream = [.. Enumerable.Range(0, 20).Select(second => Of("spo2", 15, 97, second)), .. Enumerable.Range(20, 30).Select(second => Of("spo2", 15, 88, second))];

        var onTime = Assert.Single(Fold(stream).Notices);
        var ahead = Assert.Single(Fold([.. stream.Select(sample => sample with { IsAhead = true })]).Notices);

        Assert.Equal((onTime.OpenedAt, onTime.Level), (ahead.OpenedAt, ahead.Level));
    }

    [Fact]
    public void It_is_a_matter_of_the_signals_until_the_next_is_dated_right()
    {
        var (_, gaps) = Fold([Of("spo2", 15, 98) with { IsAhead = true, IsMisdated = true }, Of("spo2", 15, 97, 1), Of("spo2", 15, 97, 2)]);

        var gap = Assert.Single(gaps, gap => gap.Trouble == SignalTrouble.Misdated);
        Assert.Equal((Minute(15), Minute(15).AddSeconds(1)), (gap.Since, gap.Until));
    }

    [Fact]
    public void A_server_whose_clock_was_put_back_goes_on_watching()
    {
        var before = Enumerable.Range(0, 30).Select(second => Of("spo2", 80, 97, second));
        var after = Enumerable.Range(0, 30).Select(second => Of("spo2", 20, 60, second));

        Assert.Contains(Fold([.. before, .. after], until: 21).Notices, notice => notice.Group == "breathing");
    }

    [Fact]
    public void A_value_from_a_time_still_to_come_is_not_fresh() =>
        Assert.Equal(Freshness.Silent, Staleness.Of(Minute(60), TimeSpan.FromSeconds(1), Minute(0), Iv.Staleness));

    private static Sample Of(string sign, double minute, double value, int second = 0) =>
        new(sign, value, Minute(minute).AddSeconds(second), IsDevice: true) { ReceivedAt = Minute(minute).AddSeconds(second) };

    private static (IReadOnlyList<Notice> Notices, IReadOnlyList<SignalGap> Gaps) Fold(IReadOnlyList<Sample> samples, double until = 16)
    {
        var watch = Notices.Folded(Running, samples.Select(sample => (sample.ReceivedAt!.Value, sample)));
        return (Notices.All(Running, watch, Minute(until)), watch.SignalsAt(Minute(until)));
    }
}
