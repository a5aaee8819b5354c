using System.Globalization;
using Mooring.Clinical;
using Mooring.Clinical.Vitals;
using Mooring.Practice.Devices;
using Mooring.Storage.Telemetry;

namespace Mooring.Web.Pages.Devices;

/// <summary>What is known of a device's link and clock, in words.</summary>
internal static class DeviceWords
{
    /// <summary>As people speak of it: by the chair it stands at, else by what it is; its own name stands beside it.</summary>
    public static string Called(DeviceSeen device) => device switch
    {
        { Chair: { } chair, Profile: { } profile } => $"{chair.Name}: {profile.Title}",
        { Chair: { } chair } => $"{chair.Name}: {(device.Last is not { } last ? "device" : last.Sign.Code.StartsWith("pump", StringComparison.Ordinal) ? "pump" : "monitor")}",
        { Profile: { } profile } => profile.Title,
        _ => "Device at no chair",
    };

    public static string Link(DeviceLink? link) => link switch
    {
        null => "not heard since this server started",
        { IsConnected: true } => $"connected from {link.From}",
        { Closed: { } why } => $"not connected. {why}",
        _ => "not connected",
    };

    /// <summary>What it is about, for those at the chair.</summary>
    public static string Heading(DeviceDoubt doubt) => doubt.Kind switch
    {
        DoubtKind.NotItsCertificate => $"A message in the name of {doubt.Device} was not taken",
        DoubtKind.NotItsValue => $"Somebody else tried to change a value of {doubt.Device}",
        _ => $"{doubt.Device} sends more than is taken",
    };

    public static string Rate(DeviceLink? link) => link is null ? "–" : link.PerMinute.ToString(link.PerMinute < 10 ? "0.#" : "0", CultureInfo.InvariantCulture) + " a minute";

    /// <summary>Compared with what its profile expects; null when it is on time, or nobody knows what to expect.</summary>
    public static string? Late(DeviceSeen device, DateTimeOffset now) =>
        device is { Profile: { } profile, Link: { } link } && now - link.LastMessageAt > profile.Interval.Is * 2.5
            ? $"later than the {Span(profile.Interval.Is)} its profile expects"
            : null;

    public static string Clock(DeviceLink? link) => link?.ClockOffset switch
    {
        null => "not measured yet",
        { } offset when offset.Duration() < TimeSpan.FromSeconds(1) => "right to the second",
        { } offset => $"{Span(offset.Duration())} {(offset > TimeSpan.Zero ? "ahead" : "behind")}",
    };

    public static bool ClockIsOff(DeviceLink? link) => link?.ClockIsOff == Finding.Met;

    public static string Clock(WrongClock clock) =>
        $"Monitor clock {Span(clock.Offset.Duration())} {(clock.Offset > TimeSpan.Zero ? "ahead" : "behind")} ({clock.Device}): its values are shown and charted by this server's time, and the time it gives is kept beside them.";

    /// <summary>"priority high, about the patient, at 88, limits there 90-100, audio paused".</summary>
    public static string Alarm(DeviceAlarm alarm)
    {
        var last = alarm.Last;
        var parts = new[]
        {
            $"priority {AlarmWords.Priority(last.Priority)}",
            AlarmWords.Type(last.Type),
            last.Value is null ? "" : $"at {last.Value}{(last.Limits is null ? "" : $", limits there {last.Limits}")}",
            last.Inactivation is null or "enabled" ? "" : AlarmWords.Inactivation(last.Inactivation),
        };
        return string.Join(", ", parts.Where(part => part.Length > 0));
    }

    /// <summary>Why nobody knows whether it is on.</summary>
    public static string Unknown(DeviceAlarm alarm, DateTimeOffset listeningSince) =>
        alarm.Last.ReceivedAt < listeningSince ? "unknown: not heard of since this server started" : "unknown: the device does not say";

    private static string Span(TimeSpan span) => span switch
    {
        { TotalDays: >= 2 } => string.Create(CultureInfo.InvariantCulture, $"{span.TotalDays:0.#} days"),
        { TotalHours: >= 2 } => $"{span.TotalHours:0.#} h",
        { TotalMinutes: >= 2 } => $"{span.TotalMinutes:0} min",
        _ => string.Create(CultureInfo.InvariantCulture, $"{span.TotalSeconds:0} s"),
    };
}
