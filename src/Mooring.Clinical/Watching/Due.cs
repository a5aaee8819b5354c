using Mooring.Clinical.Monitoring;
using Mooring.Clinical.Sessions;
using Mooring.Clinical.Sessions.Leaving;

namespace Mooring.Clinical.Watching;

/// <summary>Something that somebody has to do.</summary>
/// <param name="Id">The round, or the step such as <c>gates</c>, <c>go</c>, <c>time-out</c>, <c>recheck-…</c>.</param>
/// <param name="At">When.</param>
/// <param name="OverdueAt">From when it is late; null when it can wait.</param>
/// <param name="By">Who may do it.</param>
/// <param name="Measures">What to chart; empty for a step.</param>
public sealed record DueItem(string Id, string Says, DateTimeOffset At, DateTimeOffset? OverdueAt, IReadOnlyList<Role> By, IReadOnlyList<string> Measures)
{
    /// <summary>Of its measures, those that the last set left out; empty while none of it was charted.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];

    /// <summary>A step waits for somebody and has no hour of its own: it is never late, it only waits.</summary>
    public bool IsStep => Measures.Count == 0 && OverdueAt is null;

    public bool IsDue(DateTimeOffset now) => now >= At;

    public bool IsOverdue(DateTimeOffset now) => now >= OverdueAt;
}

/// <summary>What comes next at a chair.</summary>
public static class Due
{
    /// <summary>Everything to come, the soonest first.</summary>
    /// <param name="notices">As they stand now; null for what was charted alone.</param>
    public static IReadOnlyList<DueItem> Next(Session session, MonitoringPack pack, DateTimeOffset now, IReadOnlyList<Notice>? notices = null)
    {
        var phase = session.PhaseAt(now);
        var open = phase is Phase.Discharged or Phase.Signed ? [] : notices ?? Notices.Of(session, now);
        return
        [
            .. DueSteps.Of(session, pack, phase, now)
                .Concat(pack.Schedule.Where(round => round.IsIn(phase)).Select(round => Round(session, pack, round)).OfType<DueItem>())
                .Concat(Rechecks(pack, open))
                .Concat(phase is Phase.Discharged or Phase.Signed ? [] : Lasting.Rechecks(session, pack))
                .Concat(DueAnswers.Of(session, open, phase, now))
                .OrderBy(item => item.At),
            .. DueSteps.Unwritten(session),
        ];
    }

    /// <summary>The first time of a round that no set of values covers. A set counts for the time it lies nearest to.</summary>
    private static DueItem? Round(Session session, MonitoringPack pack, Round round)
    {
        if (AnchorOf(session, round.From) is not { } anchor)
            return null;

        var last = round.Measures.Select(code => session.Chart.Last(code)?.At ?? DateTimeOffset.MinValue).Min();
        var before = TimeSpan.Zero;
        foreach (var offset in Times(round))
        {
            var gap = offset - before;
            // Before the start there is nothing to be near to: whatever was charted since the patient came is that set.
            var counts = round.While == During.Before ? anchor : anchor + offset - (gap / 2);
            if (counts > last)
                return Open(session, round, (anchor + offset, anchor + before + (gap * pack.Overdue.After)), counts);
            before = offset;
        }

        return null;
    }

    private static DueItem Open(Session session, Round round, (DateTimeOffset At, DateTimeOffset Late) due, DateTimeOffset counts)
    {
        string[] missing = [.. round.Measures.Where(code => !(session.Chart.Last(code)?.At >= counts))];
        var isPart = missing.Length < round.Measures.Count;
        return new(round.Id, isPart ? $"{round.Label}. Missing: {string.Join(", ", missing.Select(Measures.NameOf))}" : round.Label, due.At, due.Late, round.By, round.Measures)
        {
            Missing = isPart ? missing : [],
        };
    }

    private static IEnumerable<TimeSpan> Times(Round round)
    {
        foreach (var at in round.At)
            yield return at;
        if (round.ThenEvery is not { } every)
            yield break;
        var next = round.At.DefaultIfEmpty(TimeSpan.Zero).Last();
        while (next < TimeSpan.FromDays(1))
            yield return next += every;
    }

    /// <summary>One for each notice whose values are to be looked at again; what a device sends all the time looks again by itself.</summary>
    private static IEnumerable<DueItem> Rechecks(MonitoringPack pack, IEnumerable<Notice> notices) =>
        from notice in notices
        where notice.EndedAt is null
        let beyond = notice.Beyond.Where(one => one.Limit is { Recheck: not null, AfterDosing: null } && !(one.IsDevice && pack.Notices?.SignalOf(one.Limit.Of)?.Persists is not null)).ToList()
        where beyond.Count > 0
        let wait = beyond.Min(one => one.Limit.Recheck!.Value)
        let measured = beyond.Max(one => one.At)
        select new DueItem(
            "recheck-" + notice.Group,
            $"{notice.Title} again",
            measured + wait,
            measured + (wait * pack.Overdue.After),
            [Role.Nurse, Role.Prescriber],
            [.. beyond.Select(one => one.Limit.Of).Distinct()]);

    private static DateTimeOffset? AnchorOf(Session session, Anchor from) => from switch
    {
        Anchor.CheckIn => session.Steps.Where(step => step.Phase == Phase.Checking).Select(step => (DateTimeOffset?)step.Since).FirstOrDefault(),
        Anchor.FirstDose => session.FirstDoseAt,
        Anchor.LastDose => session.LastDoseAt,
        Anchor.LastChange => session.Infusion is { Settings.Count: > 1 } infusion ? infusion.LastChangeAt : null,
        _ => session.DosingEndedAt,
    };
}
