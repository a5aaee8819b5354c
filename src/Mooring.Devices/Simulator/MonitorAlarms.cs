using System.Globalization;

namespace Mooring.Devices.Simulator;

/// <summary>
/// The alarms of a simulated monitor, by limits set at it as at any monitor: they are its own and have nothing to do with
/// the limits that a clinic reviewed.
/// </summary>
internal sealed class MonitorAlarms(MonitorIdentity from)
{
    private const double SpO2Low = 92;
    private const double SystolicHigh = 160;
    private static readonly TimeSpan AgainEvery = TimeSpan.FromSeconds(30);

    private readonly Dictionary<string, (SimulatedAlarm Alarm, TimeSpan SaidAt)> on = new(StringComparer.Ordinal);

    /// <summary>The messages due at this moment: an alarm that began, that goes on, or that ended.</summary>
    public IEnumerable<byte[]> At(TimeSpan elapsed, SimulatedSigns signs, string controlId, DateTimeOffset at)
    {
        Dictionary<string, SimulatedAlarm> now = new(StringComparer.Ordinal);
        if (signs.SpO2 is null)
            now["off"] = new("", "196916^MDC_EVT_SENSOR_DISCONN", "SpO2 SENSOR OFF", "PL", "ST");
        else if (signs.SpO2 < SpO2Low)
            now["spo2"] = new("", "196670^MDC_EVT_LO", "SpO2 LOW", "PM", "SP") { About = ("150456^MDC_PULS_OXIM_SAT_O2", Units.Percent), Value = signs.SpO2, Limits = FormattableString.Invariant($"{SpO2Low}-100") };
        if (signs.Systolic > SystolicHigh)
            now["sys"] = new("", "196648^MDC_EVT_HI", "NIBP SYS HIGH", "PM", "SP") { About = ("150021^MDC_PRESS_BLD_NONINV_SYS", Units.MmHg), Value = signs.Systolic, Limits = FormattableString.Invariant($"90-{SystolicHigh}") };

        foreach (var (what, alarm) in now)
        {
            var isNew = !on.TryGetValue(what, out var before);
            if (!isNew && elapsed - before.SaidAt < AgainEvery)
                continue;
            var said = alarm with { Id = isNew ? $"{controlId}-{what}" : before.Alarm.Id };
            on[what] = (said, elapsed);
            yield return AlarmMessage.Compose(from, said, isNew ? "start" : "continue", Id(controlId, what), at);
        }

        foreach (var what in on.Keys.Except(now.Keys).ToList())
        {
            yield return AlarmMessage.Compose(from, on[what].Alarm, "end", Id(controlId, what), at);
            on.Remove(what);
        }
    }

    private static string Id(string controlId, string what) => string.Create(CultureInfo.InvariantCulture, $"{controlId}A{what[0]}");
}
