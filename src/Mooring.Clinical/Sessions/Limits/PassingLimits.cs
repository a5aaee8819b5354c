using Mooring.Clinical.Monitoring;
using Mooring.Clinical.Sessions.Charting;

namespace Mooring.Clinical.Sessions.Limits;

/// <summary>A rating beyond a limit that outlasts the dosing: a rating holds until the next one.</summary>
/// <param name="Values">One after the other, all beyond.</param>
/// <param name="Over">When it was rated within again, or the next dose came; null while neither was.</param>
internal sealed record Outlasting(Limit Limit, IReadOnlyList<Observed> Values, DateTimeOffset From, DateTimeOffset? Over);

/// <summary>Charted values held against the limits that hold for the patient.</summary>
internal static class PassingLimits
{
    extension(Session session)
    {
        /// <summary>The gravest limit that this value lies beyond; null when none.</summary>
        public Limit? Passed(Observed value)
        {
            var baseline = session.Baseline(value.Of);
            return session.Limits
                .Where(limit => limit.Of == value.Of && limit.Bound.Passed(value.Value, baseline) == Finding.Met)
                .Where(limit => limit.AfterDosing is not { } after || session.AfterDosing(after).Any(window => value.At > window.From && !(value.At >= window.Until)))
                .OrderByDescending(limit => limit.Level)
                .FirstOrDefault();
        }

        /// <summary>What belongs to the effect, and stood out by <paramref name="now"/> because it outlasts it.</summary>
        public IEnumerable<Outlasting> Outlasting(DateTimeOffset now) =>
            from limit in session.Limits
            where limit.AfterDosing is not null
            from stretch in Stretches(session, limit)
            from window in session.AfterDosing(limit.AfterDosing!.Value)
            let opened = stretch[0].At > window.From ? stretch[0].At : window.From
            let over = Earlier(End(session, stretch[^1]), window.Until)
            where opened < (over ?? now)
            select new Outlasting(limit, stretch, opened, over);

        /// <summary>Whether any value since the first dose lay beyond a critical limit, or an emergency was opened.</summary>
        public bool WasCritical =>
            session.FirstDoseAt is { } dosed
            && (session.Emergencies.Any(emergency => emergency.OpenedAt >= dosed)
                || session.Outlasting(DateTimeOffset.MaxValue).Any(one => one.Limit.Level == LimitLevel.Critical)
                || session.Chart.All.Any(value => value.At >= dosed && session.Passed(value)?.Level == LimitLevel.Critical));
    }

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
}
