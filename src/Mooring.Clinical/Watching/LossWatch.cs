using Mooring.Clinical.Monitoring;
using Mooring.Clinical.Sessions;

namespace Mooring.Clinical.Watching;

/// <summary>
/// The numbers whose silence makes a notice, from the first dose on. Each is a notice of its own and joins no group: what
/// was taken off on purpose stays lost, and must not take a later fall of another number into itself.
/// </summary>
internal sealed class LossWatch(NoticeRule? rule, StalenessRule staleness)
{
    private readonly List<(LossRule Rule, LossTrack Track, GroupTrack Notice)> losses =
        [.. (rule?.Losses ?? []).Select(loss => (loss, new LossTrack(loss, staleness), new GroupTrack(loss.Id, loss.Title, rule, loss.Actions)))];

    private bool isDosed;

    public void Take(JournalEntry entry) => isDosed |= Session.IsDose(entry.What);

    public void Take(Sample sample, bool counts)
    {
        if (!isDosed)
            return;
        foreach (var (_, track, notice) in losses)
        {
            if (track.Take(sample, counts))
                notice.Take(track.Lost is { } lost ? [lost] : [], sample.At);
        }
    }

    public GroupTrack? NoticeOf(string id) => losses.Find(loss => loss.Rule.Id == id).Notice;

    public IEnumerable<Notice> At(DateTimeOffset now) => losses.SelectMany(loss => loss.Notice.At(now));

    /// <summary>One event is one notice: what is told as lost is not told once more as a signal in trouble.</summary>
    public IEnumerable<SignalGap> Apart(IEnumerable<SignalGap> gaps, DateTimeOffset now) =>
        from gap in gaps
        let rest = gap.Of.Except(losses.Where(loss => loss.Notice.At(now).Any(notice => Overlap(notice, gap))).Select(loss => loss.Rule.Of)).ToList()
        where rest.Count > 0
        select rest.Count == gap.Of.Count ? gap : gap with { Of = rest };

    private static bool Overlap(Notice notice, SignalGap gap) => !(gap.Until < notice.OpenedAt) && !(notice.EndedAt < gap.Since);
}
