using Mooring.Clinical.Monitoring;

namespace Mooring.Clinical.Watching;

public enum Freshness
{
    /// <summary>Nothing ever came.</summary>
    Unknown,
    Fresh,

    /// <summary>Too old to be read as now.</summary>
    Stale,

    /// <summary>The device has stopped sending: a technical matter for a person.</summary>
    Silent,
}

/// <summary>How old a device's number may be before it looks old.</summary>
public static class Staleness
{
    /// <summary>From which age on a value that comes so often has stopped coming.</summary>
    public static TimeSpan SilentAfter(TimeSpan interval, StalenessRule rule) =>
        interval <= rule.FastUpTo ? rule.SilentFast : (interval * rule.StaleIntervals) + rule.SilentExtra;

    /// <summary>How often a value comes, after one more. A silence is not a slower pace: a gap counts for twice the usual at most.</summary>
    public static TimeSpan? Pace(TimeSpan? usual, TimeSpan? gap) =>
        gap <= TimeSpan.Zero ? usual : usual is { } before && gap > before * 2 ? before * 2 : gap;

    /// <param name="interval">How often the device sends this value.</param>
    public static Freshness Of(DateTimeOffset? lastAt, TimeSpan interval, DateTimeOffset now, StalenessRule rule)
    {
        if (lastAt is not { } last)
            return Freshness.Unknown;
        var (stale, silent) = (interval <= rule.FastUpTo ? rule.StaleFast : interval * rule.StaleIntervals, SilentAfter(interval, rule));
        // A value from a time still to come is as little of now: a clock was put back since.
        return (now - last).Duration() switch
        {
            var age when age >= silent => Freshness.Silent,
            var age when age >= stale => Freshness.Stale,
            _ => Freshness.Fresh,
        };
    }
}
