using Mooring.Clinical.Monitoring;
using Mooring.Clinical.Sessions;
using Mooring.Clinical.Sessions.Charting;
using Mooring.Clinical.Sessions.Limits;

namespace Mooring.Clinical.Watching;

/// <summary>A charted value beyond a limit: what rule says so, and what may be considered. Not an alarm.</summary>
/// <param name="Says">One sentence with the value.</param>
public sealed record WatchFinding(Limit Limit, Observed Value, double? Baseline, string Says)
{
    public LimitLevel Level => Limit.Level;
}

/// <summary>Holds charted values against the limits that hold for the patient.</summary>
public static class Watch
{
    /// <summary>For the newest value of each sign and scale, the gravest limit it lies beyond.</summary>
    public static IReadOnlyList<WatchFinding> Findings(Session session, MonitoringPack pack, DateTimeOffset now) =>
    [
        .. session.Limits.Select(limit => limit.Of).Distinct()
            .Select(code => session.Chart.Of(code).LastOrDefault(value => value.At <= now + pack.Entry.FutureAllowed))
            .OfType<Observed>()
            .Select(value => Gravest(session, value))
            .OfType<WatchFinding>(),
    ];

    /// <summary>The gravest limit that this value lies beyond; null when none.</summary>
    public static WatchFinding? Gravest(Session session, Observed value)
    {
        var baseline = session.Baseline(value.Of);
        return session.Passed(value) is { } limit ? new(limit, value, baseline, Sentence(limit, value.Value, baseline)) : null;
    }

    /// <summary>Limits nobody can judge yet: nothing was measured, or there is no baseline. They are not fine.</summary>
    public static IReadOnlyList<Limit> Unknown(Session session) =>
    [
        .. session.Limits.Where(limit => limit.Bound.Passed(
            session.Chart.Last(limit.Of)?.Value,
            session.Baseline(limit.Of)) == Finding.Unknown),
    ];

    /// <summary>One sentence with the value, the limit and, where it counts from there, the resting value; of a lost number, with the last that came.</summary>
    /// <param name="read">Where the value is from and when, such as "by hand at 6:52 PM".</param>
    public static string Says(Exceeded beyond, string? read = null) => beyond.IsLost
        ? $"{Measures.NameOf(beyond.Limit.Of)}, last {Measures.Print(beyond.Limit.Of, beyond.Value, named: false)}: {beyond.Limit.Label}."
        : Sentence(beyond.Limit, beyond.Value, beyond.Baseline, read);

    private static string Sentence(Limit limit, double number, double? baseline, string? from = null)
    {
        var read = Measures.Print(limit.Of, number) + (from is null ? "" : " " + from);
        return limit.Bound.IsRelative && baseline is { } rest
            ? $"{read}, from {Measures.Print(limit.Of, rest, named: false)} at rest: {limit.Label}."
            : $"{read}: {limit.Label}.";
    }
}
