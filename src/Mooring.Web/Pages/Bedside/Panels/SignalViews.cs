using Mooring.Clinical;
using Mooring.Clinical.Monitoring;
using Mooring.Clinical.Sessions;
using Mooring.Clinical.Vitals;
using Mooring.Clinical.Watching;
using Mooring.Storage.Telemetry;
using Mooring.Web.Components;

namespace Mooring.Web.Pages.Bedside.Panels;

/// <summary>What is wrong with the signals: stopped, or implausible. One notice for a device that fell silent, not one for each number.</summary>
internal static class SignalViews
{
    public static IEnumerable<NoticeView> Of(Session session, LatestReadings latest, IReadOnlyList<SignalGap> gaps, IReadOnlyList<Notice> notices, DateTimeOffset now, Clinic clinic)
    {
        if (session.Phase >= Phase.Discharged)
            yield break;
        foreach (var gap in gaps.Where(gap => gap is { Trouble: SignalTrouble.Implausible, Until: null }))
            yield return Implausible(session, latest, gap, clinic);
        foreach (var device in Misdated(session, latest, gaps, now).GroupBy(one => one.Device))
            yield return Ahead(session, device.Key, [.. device], clinic);
        // What is lost while others go on has a notice of its own already.
        var lost = notices.Where(notice => notice.EndedAt is null).SelectMany(notice => notice.Beyond).Where(one => one.IsLost).Select(one => one.Limit.Of).ToHashSet(StringComparer.Ordinal);
        foreach (var device in Continuous(session, latest).GroupBy(reading => reading.Device))
        {
            var silent = device.Where(reading => IsSilent(session, reading, now)).ToList();
            if (silent.Where(reading => !lost.Contains(reading.Sign.Code)).ToList() is { Count: > 0 } told)
                yield return Silent(session, device.Key, told, isWhole: silent.Count == device.Count(), clinic);
        }
    }

    private static IEnumerable<LatestReading> Continuous(Session session, LatestReadings latest) =>
        latest.Of(session.Id).Where(reading => !reading.Sign.Code.StartsWith("nibp", StringComparison.Ordinal));

    private static bool IsSilent(Session session, LatestReading reading, DateTimeOffset now) =>
        Ages.Of(reading.At, reading.Every, now, session.Pack.Staleness) == Freshness.Silent;

    private static NoticeView Silent(Session session, string device, IReadOnlyList<LatestReading> silent, bool isWhole, Clinic clinic)
    {
        var names = string.Join(", ", silent.Select(reading => reading.Sign.Name));
        var says = isWhole ? $"Nothing comes from {device} any more: {names}." : $"{names} {(silent.Count == 1 ? "has" : "have")} stopped coming from {device}, which still sends other values.";
        string[] consider = isWhole ? ["The patient first; then power, cable and network of the device"] : ["The patient first; then the sensor and its cable"];
        return new("know", says, consider, NoticeViews.Source(session.Pack.Staleness.Because)) { Since = $"since {Words.Time(silent.Min(reading => reading.At), clinic)}" };
    }

    // One odd time stamp is over with the next value; somebody should still see that it was there.
    private static IEnumerable<(string Device, string Sign, DateTimeOffset Since)> Misdated(Session session, LatestReadings latest, IReadOnlyList<SignalGap> gaps, DateTimeOffset now) =>
        from gap in gaps
        where gap.Trouble == SignalTrouble.Misdated && (gap.Until is not { } until || (now - until).Duration() < (session.Pack.Notices?.SettlesAfter ?? TimeSpan.Zero))
        let sign = VitalSign.Find(gap.Of[0])
        where sign is not null
        select (latest.Of(session.Id, sign)?.Device ?? "a device", sign.Name, gap.Since);

    private static NoticeView Ahead(Session session, string device, IReadOnlyList<(string Device, string Sign, DateTimeOffset Since)> of, Clinic clinic) => new(
        "know",
        $"{device} dates its values later than they arrive: {string.Join(", ", of.Select(one => one.Sign).Distinct())}. They count as measured when they arrived, and are not charted with one tap.",
        ["The clock of the device; until it is right, measure and type"],
        NoticeViews.Source(session.Pack.Staleness.Because))
    {
        Since = $"since {Words.Time(of.Min(one => one.Since), clinic)}",
    };

    private static NoticeView Implausible(Session session, LatestReadings latest, SignalGap gap, Clinic clinic)
    {
        var read = VitalSign.Find(gap.Of[0]) is { } sign && latest.Of(session.Id, sign) is { Value: { } value } ? Measures.Print(sign.Code, value) : Measures.NameOf(gap.Of[0]);
        return new("care", $"{read} is implausible, and counts as no value.", ["The patient first; then the sensor", "A measurement by hand"], NoticeViews.Source(session.Pack.Entry.Because))
        {
            Since = $"since {Words.Time(gap.Since, clinic)}",
        };
    }
}
