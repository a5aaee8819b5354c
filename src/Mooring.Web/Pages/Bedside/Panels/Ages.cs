using Mooring.Clinical.Monitoring;
using Mooring.Clinical.Watching;

namespace Mooring.Web.Pages.Bedside.Panels;

/// <summary>How old a device's number may be, by how often it has been coming. Not known yet counts as often.</summary>
public static class Ages
{
    public static TimeSpan StaleAfter(TimeSpan? every, StalenessRule rule) =>
        every is { } interval && interval > rule.FastUpTo ? interval * rule.StaleIntervals : rule.StaleFast;

    public static Freshness Of(DateTimeOffset? at, TimeSpan? every, DateTimeOffset now, StalenessRule rule) =>
        Staleness.Of(at, every ?? rule.FastUpTo, now, rule);
}
