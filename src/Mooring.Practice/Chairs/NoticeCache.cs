using System.Globalization;
using Mooring.Clinical;
using Mooring.Clinical.Sessions;
using Mooring.Clinical.Sessions.Correcting;
using Mooring.Clinical.Sessions.Leaving;
using Mooring.Clinical.Watching;
using Mooring.Storage;
using Mooring.Storage.Telemetry;

namespace Mooring.Practice.Chairs;

/// <summary>What stands out in a session now, and what is wrong with its signals.</summary>
public sealed record NoticePicture(IReadOnlyList<Notice> Notices, IReadOnlyList<SignalGap> Gaps);

/// <summary>
/// Sessions' notices as last folded, so that a new value costs one value and not the whole session. They can always be
/// folded anew from journal and readings: after a restart, a correction, or when other limits hold, that is what happens.
/// </summary>
public sealed class NoticeCache(LatestReadings latest) : IDisposable
{
    private const int Most = 500;

    // A value may be kept a little later than a newer one.
    private static readonly TimeSpan Overlap = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan Latest = TimeSpan.FromMinutes(5);

    private readonly RecentlyUsed<Id<Session>, Fold> folds = new(Most);

    public async Task<NoticePicture> Of(Session session, MooringDb db, DateTimeOffset now, CancellationToken cancel)
    {
        var fold = folds.GetOrAdd(session.Id, () => new());
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

    public void Dispose() => folds.Dispose();

    private async Task Advance(Fold fold, Session session, MooringDb db, CancellationToken cancel)
    {
        var news = fold.Seq == session.LastSeq ? [] : session.Journal.Where(entry => entry.Seq > fold.Seq).ToList();
        var limits = news.Count == 0 ? fold.Limits : KeyOf(session);
        if (fold.Watch is null || session.LastSeq < fold.Seq || limits != fold.Limits || news.Exists(entry => entry.What is Corrected))
        {
            var all = await Samples(db, session, null, cancel);
            fold.Watch = Notices.Folded(session, all.Select(one => (one.ReceivedAt, one.Sample)));
            fold.Took(all);
        }
        else
        {
            foreach (var entry in news)
                fold.Watch.Take(entry);
            if (latest.Arrived(session.Id) is { } newest && newest.Id != fold.Last)
            {
                // Arrived before the last: the server's clock was put back since.
                var since = newest.ReceivedAt < fold.Until ? newest.ReceivedAt : fold.Until;
                var came = (await Samples(db, session, since, cancel)).FindAll(fold.IsNew);
                foreach (var (_, _, sample) in came)
                    fold.Watch.Take(sample);
                fold.Took(came);
                fold.Last = newest.Id;
            }
        }

        (fold.Seq, fold.Limits) = (session.LastSeq, limits);
    }

    // In the order in which they arrived, which their ids tell.
    private static async Task<List<(Guid Id, DateTimeOffset ReceivedAt, Sample Sample)>> Samples(MooringDb db, Session session, DateTimeOffset? after, CancellationToken cancel)
    {
        var values = await SessionReadings.Of(db, session.Id, cancel, after - Latest, after - Overlap);
        return
        [
            .. values.Where(value => value.Value is not null && value.Status != ValueStatus.Withdrawn)
                .OrderBy(value => ReadingId.Arrival(value.Id)).ThenBy(value => value.At).ThenBy(value => value.Code, StringComparer.Ordinal)
                .Select(value => (value.Id, value.ReceivedAt, new Sample(value.Sign.Code, value.Value!.Value, value.At, IsDevice: true)
                {
                    ReceivedAt = value.ReceivedAt,
                    IsAhead = value.IsAhead,
                    IsMisdated = value.IsMisdated,
                })),
        ];
    }

    private static string KeyOf(Session session) => string.Join(';', session.Limits.Select(limit =>
        string.Create(CultureInfo.InvariantCulture, $"{limit.Id}{limit.Bound.Value:R}{(limit.Bound.IsRelative ? session.Baseline(limit.Of) : null):R}")));

    private sealed class Fold
    {
        private readonly HashSet<Guid> lately = [];

        private long arrival = long.MinValue / 2;

        public SemaphoreSlim Gate { get; } = new(1, 1);

        public NoticeWatch? Watch { get; set; }

        public long Seq { get; set; }

        public string Limits { get; set; } = "";

        /// <summary>When the last that was taken arrived, and which it was.</summary>
        public DateTimeOffset? Until { get; private set; }

        public Guid? Last { get; set; }

        // Another server may keep one a little later than a newer one; none is taken twice.
        public bool IsNew((Guid Id, DateTimeOffset, Sample) one) =>
            ReadingId.Arrival(one.Id) >= arrival - (long)Overlap.TotalMilliseconds && !lately.Contains(one.Id);

        public void Took(List<(Guid Id, DateTimeOffset ReceivedAt, Sample)> taken)
        {
            if (taken.Count == 0)
                return;
            (Until, arrival) = (taken[^1].ReceivedAt, Math.Max(arrival, ReadingId.Arrival(taken[^1].Id)));
            lately.UnionWith(taken.Select(one => one.Id));
            lately.RemoveWhere(id => ReadingId.Arrival(id) < arrival - (long)Overlap.TotalMilliseconds);
        }
    }
}
