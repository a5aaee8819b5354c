using Microsoft.EntityFrameworkCore;
using Mooring.Clinical.Monitoring;
using Mooring.Clinical.Sessions.Limits;
using Mooring.Practice.Sessions;

namespace Mooring.Practice.Reporting;

/// <summary>How many notices of one kind the sessions of a time brought, and how they were answered.</summary>
/// <param name="PerHour">For each hour of session; fewer is better.</param>
/// <param name="AnsweredAfter">The median time to the acknowledgement; null when none was.</param>
public sealed record NoticeCount(string Group, bool IsTechnical, int Count, double PerHour, int Critical, int Answered, int Unanswered, TimeSpan? AnsweredAfter);

/// <summary>The notices of all sessions of a time.</summary>
/// <param name="Uncounted">Sessions in that time whose notices nobody counted, such as those still going on.</param>
public sealed record NoticeSummary(DateTimeOffset From, int Sessions, int Uncounted, double Hours, IReadOnlyList<NoticeCount> Kinds)
{
    /// <summary>About patients, not about signals.</summary>
    public double PerHour => Hours <= 0 ? 0 : Kinds.Where(kind => !kind.IsTechnical).Sum(kind => kind.Count) / Hours;
}

/// <summary>Counts what the sessions' own records say was shown.</summary>
public sealed class NoticeCountDesk(SessionFacts sessions, TimeProvider clock)
{
    public async Task<NoticeSummary> Over(TimeSpan time, CancellationToken cancel)
    {
        var from = clock.GetUtcNow() - time;
        var all = await sessions.Since(from, cancel);
        return Of(from, all.Count, [.. all.Where(session => session.Hours is not null).Select(session => new NoticesShown(session.Hours!.Value, session.Notices))]);
    }

    internal static NoticeSummary Of(DateTimeOffset from, int sessions, IReadOnlyList<NoticesShown> shown)
    {
        var hours = shown.Sum(one => one.Hours);
        return new(
            from,
            shown.Count,
            sessions - shown.Count,
            hours,
            [
                .. shown.SelectMany(one => one.Notices).GroupBy(line => (line.Group, line.IsTechnical))
                    .Select(kind => new NoticeCount(
                        kind.Key.Group,
                        kind.Key.IsTechnical,
                        kind.Count(),
                        hours <= 0 ? 0 : kind.Count() / hours,
                        kind.Count(line => line.Level == LimitLevel.Critical && !line.IsTechnical),
                        kind.Count(line => line.AnsweredAt is not null),
                        kind.Count(line => line is { AnsweredAt: null, IsTechnical: false, Level: LimitLevel.Critical }),
                        Middle([.. kind.Where(line => line.AnsweredAt is not null).Select(line => line.AnsweredAt!.Value - line.OpenedAt).Order()])))
                    .OrderBy(kind => kind.IsTechnical).ThenByDescending(kind => kind.Count),
            ]);
    }

    private static TimeSpan? Middle(IReadOnlyList<TimeSpan> sorted) => sorted.Count == 0 ? null : sorted[sorted.Count / 2];
}
