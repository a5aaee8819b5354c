namespace Mooring.Clinical.Vitals;

/// <summary>Where a device's own alarm stands, as far as the device has said.</summary>
public enum AlarmStage
{
    /// <summary>It did not say, or this server has not heard of it since it started: neither on nor over.</summary>
    Unknown,
    On,
    Over,
}

/// <summary>One message about an alarm, in the device's own words. Ours are never mixed with them.</summary>
public sealed record AlarmSaid
{
    public required string Device { get; init; }

    /// <summary>What ties the messages about one alarm together.</summary>
    public required string AlarmId { get; init; }

    /// <summary>The code and name of the event, such as <c>196674 MDC_EVT_LO_VAL_LT_LIM</c>.</summary>
    public required string Event { get; init; }

    /// <summary>The text the device shows, or the event's name when it sends none.</summary>
    public required string Words { get; init; }

    /// <summary>start, continue, end, … as sent; null when the device did not say.</summary>
    public string? Phase { get; init; }

    /// <summary>inactive, active, latched.</summary>
    public string? State { get; init; }

    /// <summary>audio-paused, alarm-off, …; one that is not sent means that nothing is paused.</summary>
    public string? Inactivation { get; init; }

    /// <summary>PH, PM, PL, PN.</summary>
    public string? Priority { get; init; }

    /// <summary>SP physiological, ST technical, SA advisory.</summary>
    public string? Type { get; init; }

    /// <summary>The value it is about, as text with its unit.</summary>
    public string? Value { get; init; }

    /// <summary>The limits set at the device, as sent.</summary>
    public string? Limits { get; init; }

    public required DateTimeOffset At { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>What this message alone says about the alarm.</summary>
    public AlarmStage Stage => (Phase, State) switch
    {
        ("end" or "reset" or "stop" or "tpoint", _) => AlarmStage.Over,
        (_, "inactive") => AlarmStage.Over,
        ("start" or "continue" or "present" or "update" or "escalate" or "deescalate" or "acknowledged" or "inactivate", _) => AlarmStage.On,
        (_, "active" or "latched") => AlarmStage.On,
        _ => AlarmStage.Unknown,
    };
}

/// <summary>One alarm of a device from its first message to its last.</summary>
public sealed record DeviceAlarm
{
    private DeviceAlarm(IReadOnlyList<AlarmSaid> said) => Said = said;

    /// <summary>In the order of their own times.</summary>
    public IReadOnlyList<AlarmSaid> Said { get; }

    public AlarmSaid Last => Said[^1];

    /// <summary>When the device said that it began; null when its beginning was never heard.</summary>
    public DateTimeOffset? StartedAt => Said.FirstOrDefault(one => one.Phase is "start" or "tpoint")?.At;

    public DateTimeOffset? EndedAt => Last.Stage == AlarmStage.Over ? Last.At : null;

    /// <summary>Where it stands. What was on when this server last stopped is unknown until the device speaks of it again.</summary>
    /// <param name="listeningSince">Since when this server has listened.</param>
    public AlarmStage StageAt(DateTimeOffset listeningSince) =>
        Last.Stage == AlarmStage.On && Last.ReceivedAt < listeningSince ? AlarmStage.Unknown : Last.Stage;

    /// <summary>This alarm and one more message about it.</summary>
    public DeviceAlarm With(AlarmSaid one) => Tied([.. Said, one])[0];

    /// <summary>Messages made into alarms, the newest alarm first.</summary>
    public static IReadOnlyList<DeviceAlarm> Tied(IEnumerable<AlarmSaid> said) =>
    [
        .. said.GroupBy(one => (one.Device, one.AlarmId))
            .Select(same => new DeviceAlarm([.. same.OrderBy(one => one.At).ThenBy(one => one.ReceivedAt)]))
            .OrderByDescending(alarm => alarm.Last.At),
    ];
}
