using Mooring.Clinical.Monitoring;
using Mooring.Clinical.Sessions;
using Mooring.Clinical.Sessions.Charting;
using Mooring.Clinical.Sessions.Limits;

namespace Mooring.Clinical.Watching;

/// <summary>
/// What belongs to the effect while it lasts, and stands out when it outlasts it. A rating holds until the next one: that
/// nobody looked again does not mean that the patient is back.
/// </summary>
internal static class Lasting
{
    /// <summary>All notices of this kind, the oldest first.</summary>
    public static IEnumerable<Notice> Of(Session session, DateTimeOffset now) =>
        from one in session.Outlasting(now)
        let newest = one.Values.LastOrDefault(value => one.Over is null || value.At < one.Over) ?? one.Values[0]
        select Notice(session, one.Limit, newest, one.From, one.Over, now);

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
