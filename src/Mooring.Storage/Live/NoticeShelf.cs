using System.Collections.Concurrent;
using System.Globalization;
using Mooring.Clinical;
using Mooring.Clinical.Sessions;
using Mooring.Clinical.Sessions.Events;
using Mooring.Clinical.Watching;
using Mooring.Storage.Telemetry;

namespace Mooring.Storage.Live;

/// <summary>What stands out in a session now, and what is wrong with its signals.</summary>
public sealed record NoticePicture(IReadOnlyList<Notice> Notices, IReadOnlyList<SignalGap> Gaps);

/// <summary>
/// Sessions' notices as last folded, so that a new value costs one value and not the whole session. They can always be
/// folded anew from journal and readings: after a restart, a correction, or when other limits hold, that is what happens.
/// </summary>
public sealed class NoticeShelf(LatestReadings latest)
{
    private const int Most = 500;

    // A value may be kept a little later than a newer one; taking one twice changes nothing.
    private static readonly TimeSpan Overlap = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan Latest = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<Id<Session>, Fold> folds = new();

    public async Task<NoticePicture> Of(Session session, MooringDb db, DateTimeOffset now, CancellationToken cancel)
    {
        if (folds.Count >= Most)
            folds.Clear();
        var fold = folds.GetOrAdd(session.Id, _ => new());
        await fold.Gate.WaitAsync(cancel);
        try
        {
            await Advance(fold, session, db, cancel);
            return new(Notices.All(session, fold.Watch!, now), fold.Watch!.SignalsAt(session.LeftAt ?? now));
        }
        finally
        {
            fold.Gate.Release();
        }
    }

    private async Task Advance(Fold fold, Session session, MooringDb db, CancellationToken cancel)
    {
        var news = fold.Seq == session.LastSeq ? [] : session.Journal.Where(entry => entry.Seq > fold.Seq).ToList();
        var limits = news.Count == 0 ? fold.Limits : KeyOf(session);
        if (fold.Watch is null || session.LastSeq < fold.Seq || limits != fold.Limits || news.Exists(entry => entry.What is Corrected))
        {
            var all = await Samples(db, session, null, cancel);
            (fold.Watch, fold.Until) = (Notices.Folded(session, all), all.Count == 0 ? null : all[^1].ReceivedAt);
        }
        else
        {
            foreach (var entry in news)
                fold.Watch.Take(entry);
            if (latest.Of(session.Id).Select(reading => (DateTimeOffset?)reading.ReceivedAt).Max() is { } newest && !(newest <= fold.Until))
            {
                foreach (var (receivedAt, sample) in await Samples(db, session, fold.Until, cancel))
                {
                    fold.Watch.Take(sample);
                    fold.Until = receivedAt;
                }
            }
        }

        (fold.Seq, fold.Limits) = (session.LastSeq, limits);
    }

    private static async Task<List<(DateTimeOffset ReceivedAt, Sample Sample)>> Samples(MooringDb db, Session session, DateTimeOffset? after, CancellationToken cancel)
    {
        var values = await SessionReadings.Of(db, session.Id, cancel, after - Latest, after - Overlap);
        return
        [
            .. values.Where(value => value.Value is not null && value.Status != ValueStatus.Withdrawn)
                .OrderBy(value => value.ReceivedAt).ThenBy(value => value.At).ThenBy(value => value.Code, StringComparer.Ordinal)
                .Select(value => (value.ReceivedAt, new Sample(value.Sign.Code, value.Value!.Value, value.At, IsDevice: true))),
        ];
    }

    private static string KeyOf(Session session) => string.Join(';', session.Limits.Select(limit =>
        string.Create(CultureInfo.InvariantCulture, $"{limit.Id}{limit.Bound.Value:R}{(limit.Bound.IsRelative ? session.Baseline(limit.Of) : null):R}")));

    private sealed class Fold
    {
        public SemaphoreSlim Gate { get; } = new(1, 1);

        public NoticeWatch? Watch { get; set; }

        public long Seq { get; set; }

        public string Limits { get; set; } = "";

        public DateTimeOffset? Until { get; set; }
    }
}
