using Mooring.Clinical.Monitoring;
using Mooring.Clinical.Sessions;
using Mooring.Clinical.Watching;
using static Mooring.Tests.Clinical.Sessions.Chairside;

namespace Mooring.Tests.Clinical.Watching;

/// <summary>What holds of notices whatever the values are.</summary>
public class NoticesFromStreams
{
    private static readonly Session Running = Infusion().Running().Session;
    private static readonly NoticeRule Rule = Iv.Notices!;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 25)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void No_notice_follows_another_of_its_group_before_it_has_settled(int seed)
    {
        var notices = Fold(Stream(seed));

        foreach (var (before, after) in notices.GroupBy(notice => notice.Group).SelectMany(group => group.OrderBy(notice => notice.OpenedAt).Zip(group.OrderBy(notice => notice.OpenedAt).Skip(1))))
            Assert.True(after.OpenedAt - before.EndedAt >= Rule.SettlesAfter, $"{before.Group}: over at {before.EndedAt:T}, again at {after.OpenedAt:T}");
        Assert.NotEmpty(notices);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_steady_stream_is_beyond_for_as_long_as_must_persist_before_it_is_a_notice(int seed)
    {
        var stream = Stream(seed).Where(sample => sample.Of == "spo2").ToList();

        var notices = Fold(stream);

        var persists = Rule.SignalOf("spo2")!.Persists!.Value;
        foreach (var notice in notices)
        {
            var before = stream.Where(sample => sample.At > notice.OpenedAt - persists && sample.At <= notice.OpenedAt).ToList();
            Assert.True(before.All(sample => sample.Value < 94), $"Opened at {notice.OpenedAt:T} after a value that was well.");
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void The_same_values_give_the_same_notices_however_often_somebody_looks(int seed)
    {
        var stream = Stream(seed).ToList();
        var watch = new NoticeWatch(Running);
        foreach (var sample in stream)
        {
            watch.Take(sample);
            watch.At(sample.At.AddSeconds(3));
        }

        var end = stream[^1].At.AddMinutes(5);
        Assert.Equal(Print(Fold(stream)), Print(watch.At(end)));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_value_that_comes_twice_changes_nothing(int seed)
    {
        var stream = Stream(seed).ToList();

        Assert.Equal(Print(Fold(stream)), Print(Fold(stream.SelectMany(sample => new[] { sample, sample }))));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void The_time_beyond_never_passes_the_time_the_notice_lasted(int seed) =>
        Assert.All(Fold(Stream(seed)), notice => Assert.InRange(notice.TimeBeyond, TimeSpan.Zero, (notice.EndedAt ?? Minute(60)) - notice.OpenedAt));

    private static IReadOnlyList<Notice> Fold(IEnumerable<Sample> stream)
    {
        var watch = new NoticeWatch(Running);
        var end = Minute(11);
        foreach (var sample in stream)
        {
            watch.Take(sample);
            end = sample.At.AddMinutes(5);
        }

        return watch.At(end);
    }

    private static string Print(IEnumerable<Notice> notices) =>
        string.Join('\n', notices.Select(notice => $"{notice.Group} {notice.Level} {notice.OpenedAt:O} {notice.EndedAt:O} {notice.Times} {notice.TimeBeyond}"));

    // Ten minutes of a patient who keeps crossing limits: SpO2, heart and breathing every second, a cuff each minute.
    private static IEnumerable<Sample> Stream(int seed)
    {
        var random = new Random(seed);
        var (spo2, hr, rr) = (95.0, 100.0, 13.0);
        for (var second = 0; second < 600; second++)
        {
            var at = Minute(11).AddSeconds(second);
            (spo2, hr, rr) = (Math.Clamp(spo2 + ((random.NextDouble() - 0.5) * 2), 86, 99), Math.Clamp(hr + ((random.NextDouble() - 0.5) * 6), 40, 140), Math.Clamp(rr + ((random.NextDouble() - 0.5) * 2), 6, 28));
            yield return new("spo2", Math.Round(spo2), at, IsDevice: true);
            yield return new("hr", Math.Round(hr), at, IsDevice: true);
            yield return new("rr", Math.Round(rr), at, IsDevice: true);
            if (second % 60 == 0)
                yield return new("nibp-sys", Math.Round(150 + (random.NextDouble() * 40)), at, IsDevice: true);
        }
    }
}
