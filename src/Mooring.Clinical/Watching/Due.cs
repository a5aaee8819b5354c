using Mooring.Clinical.Sessions;

namespace Mooring.Clinical.Watching;

/// <summary>Something that somebody has to do.</summary>
/// <param name="Id">The round, or the step such as <c>gates</c>, <c>go</c>, <c>time-out</c>, <c>recheck-…</c>.</param>
/// <param name="At">When.</param>
/// <param name="OverdueAt">From when it is late; null when it can wait.</param>
/// <param name="By">Who may do it.</param>
/// <param name="Measures">What to chart; empty for a step.</param>
public sealed record DueItem(string Id, string Says, DateTimeOffset At, DateTimeOffset? OverdueAt, IReadOnlyList<Role> By, IReadOnlyList<string> Measures)
{
    public bool IsDue(DateTimeOffset now) => now >= At;

    public bool IsOverdue(DateTimeOffset now) => now >= OverdueAt;
}

/// <summary>What comes next at a chair.</summary>
public static class Due
{
    /// <summary>Everything to come, the soonest first.</summary>
    public static IReadOnlyList<DueItem> Next(Session session, MonitoringPack pack, DateTimeOffset now)
    {
        var phase = session.PhaseAt(now);
        return
        [
            .. DueSteps.Of(session, pack, phase, now)
                .Concat(pack.Schedule.Where(round => round.IsIn(phase)).Select(round => Round(session, pack, round)).OfType<DueItem>())
                .Concat(phase is Phase.Discharged or Phase.Signed ? [] : Rechecks(session, pack, now))
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
            if (anchor + offset - (gap / 2) > last)
                return new(round.Id, round.Label, anchor + offset, anchor + before + (gap * pack.Overdue.After), round.By, round.Measures);
            before = offset;
        }

        return null;
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

    /// <summary>Values beyond a limit that are to be looked at again.</summary>
    private static IEnumerable<DueItem> Rechecks(Session session, MonitoringPack pack, DateTimeOffset now)
    {
        foreach (var finding in Watch.Findings(session, pack, now))
        {
            if (finding.Limit.Recheck is { } wait)
            {
                yield return new(
                    "recheck-" + finding.Limit.Of,
                    $"{Measures.NameOf(finding.Limit.Of)} again",
                    finding.Value.At + wait,
                    finding.Value.At + (wait * pack.Overdue.After),
                    [Role.Nurse, Role.Prescriber],
                    [finding.Limit.Of]);
            }
        }
    }

    private static DateTimeOffset? AnchorOf(Session session, Anchor from) => from switch
    {
        Anchor.CheckIn => session.Steps.Where(step => step.Phase == Phase.Checking).Select(step => (DateTimeOffset?)step.Since).FirstOrDefault(),
        Anchor.FirstDose => session.FirstDoseAt,
        Anchor.LastDose => session.LastDoseAt,
        Anchor.LastChange => session.Infusion is { Settings.Count: > 1 } infusion ? infusion.LastChangeAt : null,
        _ => session.DosingEndedAt,
    };
}
