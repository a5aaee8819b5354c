namespace Mooring.Devices.Simulator;

/// <summary>One alarm of a simulated monitor.</summary>
/// <param name="Id">The same from its start to its end.</param>
/// <param name="Event">Code and name of the event.</param>
/// <param name="Words">What stands on the monitor's screen.</param>
/// <param name="Priority">PH, PM or PL.</param>
/// <param name="Type">SP or ST.</param>
public sealed record SimulatedAlarm(string Id, string Event, string Words, string Priority, string Type)
{
    /// <summary>Code, name and unit of the value it is about; null for a technical alarm.</summary>
    public (string Code, string Unit)? About { get; init; }

    public double? Value { get; init; }

    public string Limits { get; init; } = "";
}

/// <summary>What a monitor sends of its own alarms: ORU^R40 in the form of IHE PCD-04.</summary>
public static class AlarmMessage
{
    /// <param name="phase">start, continue or end.</param>
    public static byte[] Compose(MonitorIdentity from, SimulatedAlarm alarm, string phase, string controlId, DateTimeOffset at)
    {
        // The first message carries the id itself; all later ones name it as their parent.
        var message = Pcd01.Alarm(from, "MOORING_SIM", controlId, phase == "start" ? alarm.Id : controlId, phase == "start" ? null : alarm.Id, at);
        message.Device("69965^MDC_DEV_MON_PHYSIO_MULTI_PARAM_MDS", "1.0.0.0", instance: from.Instance("MONITOR"));
        message.Facet(alarm.Event, "1.1.1.1.1", alarm.Words, $"{alarm.Priority}~{alarm.Type}");
        if (alarm.About is var (code, unit))
            message.Limited(code, "1.1.1.1.2", alarm.Value ?? 0, unit, alarm.Limits);
        else
            message.Facet("68480^MDC_ATTR_ALERT_SOURCE", "1.1.1.1.2", "69642^MDC_DEV_ANALY_SAT_O2_VMD^MDC");
        message.Facet("68481^MDC_ATTR_EVENT_PHASE", "1.1.1.1.3", phase);
        message.Facet("68482^MDC_ATTR_ALARM_STATE", "1.1.1.1.4", phase == "end" ? "inactive" : "active");
        message.Facet("68483^MDC_ATTR_ALARM_INACTIVATION_STATE", "1.1.1.1.5", "enabled");
        message.Facet("68484^MDC_ATTR_ALARM_PRIORITY", "1.1.1.1.6", alarm.Priority);
        message.Facet("68485^MDC_ATTR_ALERT_TYPE", "1.1.1.1.7", alarm.Type);
        return message.Bytes();
    }
}
