using Mooring.Devices.Hl7;

namespace Mooring.Devices.Readings;

/// <summary>
/// Reads the alarms of an ORU^R40 (IHE PCD-04). Makers number the facets differently and two generations of codes are
/// about, so they are found by their reference names; what is missing stays unknown.
/// </summary>
internal static class AlarmReading
{
    private const string EventPrefix = "MDC_EVT_";

    /// <summary>The alarms, or what is wrong with the message as an alarm.</summary>
    public static (IReadOnlyList<AlarmReport> Alarms, Quarantined? Why) All(
        IReadOnlyList<ResultLine> lines, MessageTimes times, string raw)
    {
        List<AlarmReport> alarms = [];
        foreach (var group in lines.GroupBy(line => line.Obr))
        {
            if (group.FirstOrDefault(IsEvent) is { Devices.Count: > 0 } named && One(group.Key, named, [.. group], times) is { } alarm)
                alarms.Add(alarm);
        }

        return alarms.Count > 0
            ? (alarms, null)
            : ([], new("DEV242", "An alarm message (PCD-04) that names no event, no device or no alarm: kept as it came.", "MSH[1]-9", raw, IsAlert: true));
    }

    private static AlarmReport? One(Segment obr, ResultLine named, IReadOnlyList<ResultLine> lines, MessageTimes times)
    {
        if (AlarmId(obr) is not { } id)
            return null;
        var code = Event(named.Obx);
        var text = Text(named.Obx);
        var interpretation = named.Obx[8].Repetitions.Select(one => one[1]).ToList();
        var about = lines.FirstOrDefault(line => line.Obx[2].Text == "NM" && !line.Obx[5].IsEmpty);
        var receivedAt = times.ReceivedAt;
        var at = times.Of(named.TimeText)?.At ?? receivedAt;
        return new(
            new()
            {
                Device = named.Devices[0],
                AlarmId = id,
                Event = code.Trim(),
                Words = text.Length > 0 ? text : code.Trim(),
                Phase = Facet(lines, "EVENT_PHASE"),
                State = Facet(lines, "ALARM_STATE", "ALERT_STATE"),
                Inactivation = Facet(lines, "INACTIVATION_STATE"),
                Priority = Facet(lines, "ALARM_PRIORITY", "ALERT_PRIORITY") ?? interpretation.Find(word => word is "PH" or "PM" or "PL" or "PN" or "PI" or "PU"),
                Type = Facet(lines, "ALERT_TYPE", "ALARM_TYPE") ?? interpretation.Find(word => word is "SP" or "ST" or "SA"),
                Value = about is null ? null : $"{about.Obx[5].Text} {Unit(about.Obx[6])}".TrimEnd(),
                Limits = about?.Obx[7].Text is { Length: > 0 } limits ? limits : null,
                // An alarm of the future is one of now: a device's clock must not hide it behind later ones.
                At = at > receivedAt ? receivedAt : at,
                ReceivedAt = receivedAt,
            },
            named.Devices,
            named.Patient,
            named.Place);
    }

    // The first message about an alarm is known by its own filler number, all later ones by that of their parent.
    private static string? AlarmId(Segment obr)
    {
        var parts = obr[29].Raw.Split(obr[29].Marks.Component);
        var parent = parts.Length > 1 && parts[1].Length > 0 ? parts[1] : parts[0];
        if (parent.Length > 0)
            return Id(parent.Split(obr[29].Marks.Subcomponent));
        return Id([obr[3][1], obr[3][2]]) ?? Id([obr[2][1], obr[2][2]]);
    }

    // A number that only counts is unique with the name beside it, and not without.
    private static string? Id(string[] parts) => parts switch
    {
        [{ Length: > 0 } number, { Length: > 0 } space, ..] when number.All(char.IsAsciiDigit) => $"{number}/{space}",
        [{ Length: > 0 } id, ..] => id,
        _ => null,
    };

    private static bool IsEvent(ResultLine line) =>
        line.Status != "X" && (line.Obx[3][2].StartsWith(EventPrefix, StringComparison.Ordinal) || line.Obx[3][2].StartsWith("MDCX_EVT_", StringComparison.Ordinal));

    // Some put the event itself into the value, under the code that only says "an alarm".
    private static string Event(Segment obx) => obx[3][1] == "196616" && obx[5][1].Length > 0 && obx[5][2].Length > 0
        ? $"{obx[5][1]} {obx[5][2]}"
        : $"{obx[3][1]} {obx[3][2]}";

    private static string Text(Segment obx) => (obx[5][9], obx[5][2], obx[5][1]) switch
    {
        ({ Length: > 0 } original, _, _) => original,
        (_, { Length: > 0 } name, _) => name,
        var (_, _, plain) => plain,
    };

    private static string? Facet(IReadOnlyList<ResultLine> lines, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            foreach (var line in lines)
            {
                if (line.Obx[3][2].EndsWith(name, StringComparison.Ordinal) && line.Obx[5].Text is { Length: > 0 } text)
                    return text.TrimStart('^');
            }
        }

        return null;
    }

    private static string Unit(Field unit) => unit[4].Length > 0 ? unit[4] : unit[2].Length > 0 && unit[3] == "MDC" ? Plain(unit[2]) : unit[1];

    private static string Plain(string name) => name switch
    {
        "MDC_DIM_PERCENT" => "%",
        "MDC_DIM_MMHG" => "mmHg",
        "MDC_DIM_BEAT_PER_MIN" or "MDC_DIM_RESP_PER_MIN" => "/min",
        _ => name,
    };
}
