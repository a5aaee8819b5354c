using Mooring.Clinical.Monitoring;
using Mooring.Clinical.Sessions;
using Mooring.Clinical.Sessions.Charting;
using Mooring.Clinical.Sessions.Limits;

namespace Mooring.Clinical.Watching;

/// <summary>
/// Folds values and acknowledgements, in the order in which they reached us, into notices. The same values in the same
/// order give the same notices: nothing else goes in, and each value costs the same however long the session lasts.
/// </summary>
public sealed class NoticeWatch
{
    private readonly Dictionary<string, (SignTrack Track, string Group)> signs = new(StringComparer.Ordinal);
    private readonly Dictionary<string, GroupTrack> groups = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string[]> members = new(StringComparer.Ordinal);
    private readonly SignalWatch signals;
    private readonly LossWatch losses;

    /// <param name="session">Its limits and resting values; what was charted in it is not taken from here.</param>
    public NoticeWatch(Session session)
    {
        var rule = session.Pack.Notices;
        (signals, losses) = (new(session.Pack), new(rule, session.Pack.Staleness));
        foreach (var limits in session.Limits.Where(limit => limit.AfterDosing is null).GroupBy(limit => limit.Of))
        {
            var group = rule?.GroupOf(limits.Key);
            var id = group?.Id ?? limits.Key;
            signs[limits.Key] = (new([.. limits], session.Baseline(limits.Key), rule?.SignalOf(limits.Key), rule?.UnbrokenWithin), id);
            groups.TryAdd(id, new(id, group?.Title ?? Measures.NameOf(limits.Key), rule, group?.Actions ?? []));
        }

        foreach (var group in signs.GroupBy(sign => sign.Value.Group))
            members[group.Key] = [.. group.Select(sign => sign.Key)];
    }

    /// <summary>A device's number that can hardly be one is about the signal, not about the patient.</summary>
    public void Take(Sample sample)
    {
        if (!double.IsFinite(sample.Value))
            return;
        var counts = !sample.IsDevice || signals.Take(sample);
        if (sample.IsDevice)
            losses.Take(sample, counts);
        if (!counts)
            return;
        if (!signs.TryGetValue(sample.Of, out var sign) || !sign.Track.Take(sample))
            return;
        Exceeded[] beyond = [.. members[sign.Group].SelectMany(of => signs[of].Track.Beyond).OrderByDescending(one => one.Limit.Level).ThenByDescending(one => one.At)];
        groups[sign.Group].Take(beyond, sample.At);
    }

    /// <summary>An entry of the journal: charted values and acknowledgements.</summary>
    public void Take(JournalEntry entry)
    {
        losses.Take(entry);
        foreach (var value in Chart.Values(entry))
        {
            // A tablet's clock may be ahead as well.
            var isAhead = value.At > entry.ReceivedAt;
            Take(new Sample(value.Of, value.Value, isAhead ? entry.ReceivedAt : value.At, IsDevice: false)
            {
                ReceivedAt = entry.ReceivedAt,
                IsAhead = isAhead,
                IsReadOff = value.Source == ValueSource.Device,
            });
        }

        if (entry.What is NoticeAcknowledged seen && (groups.GetValueOrDefault(seen.Group) ?? losses.NoticeOf(seen.Group)) is { } group)
            group.Take(seen.OpenedAt, new(entry.By, entry.HappenedAt, seen.Level, seen.Action));
    }

    /// <summary>All so far, the oldest first. Time only goes forward.</summary>
    public IReadOnlyList<Notice> At(DateTimeOffset now) => [.. groups.Values.SelectMany(group => group.At(now)).Concat(losses.At(now)).OrderBy(notice => notice.OpenedAt)];

    /// <summary>Signals that stopped or made no sense, the oldest first.</summary>
    public IReadOnlyList<SignalGap> SignalsAt(DateTimeOffset now) => [.. losses.Apart(signals.At(now), now)];
}
