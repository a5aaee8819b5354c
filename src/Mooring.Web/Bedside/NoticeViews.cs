using Mooring.Clinical;
using Mooring.Clinical.Sessions;
using Mooring.Clinical.Sessions.Events;
using Mooring.Clinical.Vitals;
using Mooring.Clinical.Watching;
using Mooring.Storage.Telemetry;

namespace Mooring.Web.Bedside;

/// <summary>What stands out now: charted and live values beyond a limit, and devices that have stopped sending.</summary>
internal static class NoticeViews
{
    public static IEnumerable<NoticeView> Of(Session session, LatestReadings latest, DateTimeOffset now)
    {
        if (session.Phase >= Phase.Discharged)
            yield break;

        var codes = session.Pack.Limits.Select(limit => limit.Of).Distinct();
        var findings = codes.Select(code => VitalViews.Newest(session, latest, code)).OfType<Observed>()
            .Select(value => Watch.Gravest(session, session.Pack, value)).OfType<WatchFinding>();
        foreach (var finding in findings.OrderByDescending(finding => finding.Level))
            yield return View(finding);

        foreach (var sign in VitalSign.All.Where(sign => sign != VitalSign.PumpSetting && !sign.Code.StartsWith("nibp", StringComparison.Ordinal)))
        {
            if (latest.Of(session.Id, sign) is { } reading
                && Ages.Of(reading.At, reading.Every, now, session.Pack.Staleness) == Freshness.Silent
                && session.Phase < Phase.Discharged)
                yield return new("know", $"{sign.Name} has stopped coming from {reading.Device}.", ["Look at the patient, then at the sensor and the cable."], Source(session.Pack.Staleness.Because), reading.At);
        }
    }

    private static NoticeView View(WatchFinding finding) => new(
        finding.Level == LimitLevel.Critical ? "stop" : "care",
        finding.Says + (finding.Value is { Source: ValueSource.Device, Event: var charted } && charted == Guid.Empty ? " Not charted yet." : ""),
        finding.Limit.Consider,
        Source(finding.Limit.Because),
        finding.Value.At);

    private static string Source(IReadOnlyList<Because> because) =>
        string.Join("; ", because.Select(reason => reason.At is { } at ? $"{reason.Source}, {at}" : reason.Source));
}
