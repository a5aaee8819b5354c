using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Clinical.Sessions;
using Mooring.Clinical.Sessions.Dosing;
using Mooring.Clinical.Vitals;
using Mooring.Content.Library;
using Mooring.Practice.Sessions;
using Mooring.Storage;
using Mooring.Storage.Telemetry;

namespace Mooring.Practice.Devices;

/// <summary>A device whose clock is off by more than is allowed.</summary>
/// <param name="Offset">Positive when it is ahead.</param>
public sealed record WrongClock(string Device, TimeSpan Offset);

/// <summary>What the devices of a session say about themselves: the pump's account, their own alarms, their clocks.</summary>
/// <param name="Pump">Null when no pump spoke in this session.</param>
/// <param name="Alarms">In the devices' words; those that are on first.</param>
/// <param name="ListeningSince">What was on before then is unknown.</param>
public sealed record ChairDevices(PumpCheck? Pump, IReadOnlyList<DeviceAlarm> Alarms, IReadOnlyList<WrongClock> Clocks, DateTimeOffset ListeningSince)
{
    /// <summary>Devices for which two senders speak.</summary>
    public IReadOnlyList<DisputedDevice> Disputed { get; init; } = [];

    /// <summary>What was not taken of late in the name of a device.</summary>
    public IReadOnlyList<DeviceDoubt> Doubts { get; init; } = [];

    public bool IsEmpty => Pump is null && Alarms.Count == 0 && Clocks.Count == 0 && Disputed.Count == 0 && Doubts.Count == 0;
}

/// <summary>Looks at the devices of a session, for its page and for its record.</summary>
public sealed class ChairDevicesDesk(
    MooringDb db, LatestReadings latest, LatestAlarms alarms, DeviceTraffic traffic, DeviceClaims claims, DeviceDoubts doubts, PumpChecks checks, ClinicalLibrary library, TimeProvider clock)
{
    /// <summary>As they are now.</summary>
    public async Task<ChairDevices> Now(Session session, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        string[] devices = [.. latest.Of(session.Id).Select(reading => reading.Device).Distinct()];
        return new(
            await checks.Of(session, now, () => Pump(session, now, cancel)),
            alarms.Of(session.Id),
            [.. devices.Select(device => Wrong(device, now)).OfType<WrongClock>()],
            alarms.ListeningSince)
        {
            Disputed = [.. devices.Select(device => claims.Of(db.Clinic, device, now)).OfType<DisputedDevice>()],
            Doubts = doubts.IsEmpty ? [] : [.. (await AtChair(session, devices, cancel)).SelectMany(device => doubts.Of(db.Clinic, device, now))],
        };
    }

    /// <summary>For the record: from what is kept, whatever this server remembers.</summary>
    public async Task<ChairDevices> Kept(Session session, CancellationToken cancel) => new(
        await Pump(session, clock.GetUtcNow(), cancel),
        [.. (await AlarmWriter.Of(db, session.Id, cancel)).OrderBy(alarm => alarm.Said[0].At)],
        [],
        alarms.ListeningSince);

    // Also a device that stands at the chair and has said nothing yet that was taken.
    private async Task<IEnumerable<string>> AtChair(Session session, string[] heard, CancellationToken cancel)
    {
        if (await db.Set<SessionRow>().AsNoTracking().Where(row => row.Id == session.Id && row.IsSeated).Select(row => row.ChairId).FirstOrDefaultAsync(cancel) is not { } chair)
            return heard;
        return heard.Union(await db.Set<DeviceRow>().AsNoTracking().Where(device => device.ChairId == chair).Select(device => device.Name).ToListAsync(cancel));
    }

    private WrongClock? Wrong(string device, DateTimeOffset now) =>
        traffic.Of(db.Clinic, device, now) is { ClockIsOff: Finding.Met, ClockOffset: { } offset } ? new(device, offset) : null;

    private async Task<PumpCheck?> Pump(Session session, DateTimeOffset now, CancellationToken cancel)
    {
        var volumes = (await SessionReadings.Newest(db, session.Id, VitalSign.PumpVolume.Code, int.MaxValue, cancel))
            .Where(value => value is { Value: not null, Status: ValueStatus.Final or ValueStatus.Corrected });
        var told = new PumpReport(
            [.. volumes.Select(value => new PumpValue(value.Device, value.Value!.Value, value.At))],
            Newest(session, VitalSign.PumpRate, now),
            Newest(session, VitalSign.PumpSetting, now));
        return PumpCheck.Of(session, told, library.Sound().DeviceTerms!.Value.Pump, now);
    }

    // A rate that stopped coming is no rate of now.
    private PumpValue? Newest(Session session, VitalSign sign, DateTimeOffset now) =>
        latest.Of(session.Id, sign) is { Value: { } value } reading
        && Clinical.Watching.Staleness.Of(reading.At, reading.Every ?? session.Pack.Staleness.FastUpTo, now, session.Pack.Staleness) == Clinical.Watching.Freshness.Fresh
            ? new(reading.Device, value, reading.At)
            : null;
}
