using System.Collections.Immutable;
using Mooring.Clinical;
using Mooring.Clinical.Sessions;
using Mooring.Clinical.Vitals;

namespace Mooring.Storage.Telemetry;

/// <summary>
/// The devices' own alarms of the last hours, in memory, for live pages. Filled only after a commit. What was on when the
/// server last stopped is unknown until the device speaks of it again: it is not asked, and nothing is assumed.
/// </summary>
public sealed class LatestAlarms(TimeProvider clock)
{
    // Enough to show what a device complains about; all of it is kept in the database.
    private const int MostOfADevice = 20;

    private ImmutableDictionary<(Id<Clinic> Clinic, string Device), ImmutableList<(DeviceAlarm Alarm, Id<Session>? Session)>> byDevice =
        ImmutableDictionary<(Id<Clinic>, string), ImmutableList<(DeviceAlarm, Id<Session>?)>>.Empty;

    /// <summary>Since when this server has listened: what was said before says nothing about now.</summary>
    public DateTimeOffset ListeningSince { get; } = clock.GetUtcNow();

    internal void Take(Id<Clinic> clinic, IEnumerable<(AlarmSaid Said, Id<Session>? Session)> said)
    {
        foreach (var one in said)
            ImmutableInterlocked.AddOrUpdate(ref byDevice, (clinic, one.Said.Device), _ => With([], one), (_, known) => With(known, one));
    }

    /// <summary>Of a session: those that are on or unknown first, then the newest.</summary>
    public IReadOnlyList<DeviceAlarm> Of(Id<Session> session) =>
        Ordered(byDevice.Values.SelectMany(alarms => alarms).Where(one => one.Session == session).Select(one => one.Alarm));

    public IReadOnlyList<DeviceAlarm> Of(Id<Clinic> clinic, string device) =>
        byDevice.TryGetValue((clinic, device), out var alarms) ? Ordered(alarms.Select(one => one.Alarm)) : [];

    private IReadOnlyList<DeviceAlarm> Ordered(IEnumerable<DeviceAlarm> alarms) =>
        [.. alarms.OrderBy(alarm => alarm.StageAt(ListeningSince) switch { AlarmStage.On => 0, AlarmStage.Unknown => 1, _ => 2 }).ThenByDescending(alarm => alarm.Last.At)];

    private static ImmutableList<(DeviceAlarm, Id<Session>?)> With(ImmutableList<(DeviceAlarm Alarm, Id<Session>? Session)> known, (AlarmSaid Said, Id<Session>? Session) one)
    {
        var at = known.FindIndex(other => other.Alarm.Last.AlarmId == one.Said.AlarmId);
        var alarm = at < 0 ? DeviceAlarm.Tied([one.Said])[0] : known[at].Alarm.With(one.Said);
        var rest = at < 0 ? known : known.RemoveAt(at);
        return [(alarm, one.Session ?? (at < 0 ? null : known[at].Session)), .. rest.Take(MostOfADevice - 1)];
    }
}
