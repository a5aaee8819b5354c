using Mooring.Clinical.Sessions;
using Mooring.Clinical.Sessions.Events;

namespace Mooring.Clinical.Watching;

/// <summary>
/// What belongs to the effect while it lasts, and stands out when it outlasts it. A rating holds until the next one: that
/// nobody looked again does not mean that the patient is back.
/// </summary>
internal static class Lasting
{
    /// <summary>All notices of this kind, the oldest first.</summary>
    public static IEnumerable<Notice> Of(Session session, DateTimeOffset now) =>
        from limit in session.Limits
        where limit.AfterDosing is not null
        from stretch in Stretches(session, limit)
        from window in session.AfterDosing(limit.AfterDosing!.Value)
        let opened = stretch[0].At > window.From ? stretch[0].At : window.From
        let over = Earlier(End(session, stretch[^1]), window.Until)
        where opened < (over ?? now)
        select Notice(session, limit, stretch.LastOrDefault(value => over is null || value.At < over) ?? stretch[0], opened, over, now);

    /// <summary>When to look again at what is not over: once before it is a notice, then as often as the limit says.</summary>
    public static IEnumerable<DueItem> Rechecks(Session session, MonitoringPack pack) =>
        from limit in session.Limits
        where limit is { AfterDosing: not null, Recheck: not null }
        let last = session.Chart.Last(limit.Of)
        where last is not null && limit.Bound.Passed(last.Value) == Finding.Met
        from window in session.AfterDosing(limit.AfterDosing!.Value).TakeLast(1)
        let wait = limit.Recheck!.Value
        let at = last.At > window.From - (wait * 2) ? last.At + wait : window.From - wait
        select new DueItem("recheck-" + limit.Of, $"{Measures.NameOf(limit.Of)} again", at, at + (wait * (pack.Overdue.After - 1)), [Role.Nurse, Role.Prescriber], [limit.Of]);

    // Ratings that lie beyond, one after the other.
    private static List<List<Observed>> Stretches(Session session, Limit limit)
    {
        List<List<Observed>> stretches = [];
        var isBeyond = false;
        foreach (var value in session.Chart.Of(limit.Of))
        {
            var was = isBeyond;
            isBeyond = limit.Bound.Passed(value.Value) == Finding.Met;
            if (isBeyond && was)
                stretches[^1].Add(value);
            else if (isBeyond)
                stretches.Add([value]);
        }

        return stretches;
    }

    private static DateTimeOffset? End(Session session, Observed last) => session.Chart.Of(last.Of).SkipWhile(value => value != last).Skip(1).FirstOrDefault()?.At;

    private static DateTimeOffset? Earlier(DateTimeOffset? one, DateTimeOffset? other) => one is null || other < one ? other ?? one : one;

    private static Notice Notice(Session session, Limit limit, Observed newest, DateTimeOffset opened, DateTimeOffset? over, DateTimeOffset now)
    {
        var (rule, group) = (session.Pack.Notices, session.Pack.Notices?.GroupOf(limit.Of));
        var id = group?.Id ?? limit.Of;
        return new(id, group?.Title ?? Measures.NameOf(limit.Of), opened)
        {
            Level = limit.Level,
            LevelSince = opened,
            EndedAt = over,
            Beyond = [new(limit, newest.Value, newest.At, null, IsDevice: false)],
            TimeBeyond = (over ?? now) - opened,
            Answers =
            [
                .. from entry in session.Told
                   let seen = entry.What as NoticeAcknowledged
                   where seen?.Group == id && seen.OpenedAt == opened
                   select new Answer(entry.By, entry.HappenedAt, seen.Level, seen.Action),
            ],
            AnswerBy = limit.Level == LimitLevel.Critical ? opened + rule?.AnswerWithin : null,
            Actions = group?.Actions ?? [],
        };
    }
}
