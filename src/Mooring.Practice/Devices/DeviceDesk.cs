using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Clinical.Vitals;
using Mooring.Content.Library;
using Mooring.Practice.Chairs;
using Mooring.Storage;
using Mooring.Storage.Telemetry;

namespace Mooring.Practice.Devices;

/// <summary>Values of one device that wait, and why.</summary>
public sealed record ParkedValues(string Because, int Count);

/// <summary>A device as the devices page shows it.</summary>
/// <param name="Last">The last value heard; null when there was none for a day.</param>
/// <param name="Parked">Values of the last day that belong to nobody.</param>
public sealed record DeviceSeen(string Name, Chair? Chair, DateTimeOffset FirstHeardAt, LatestReading? Last, IReadOnlyList<ParkedValues> Parked)
{
    /// <summary>Nobody has taken its name into the list of devices yet.</summary>
    public bool IsWaiting { get; init; }

    /// <summary>Null when nobody gave it one.</summary>
    public DeviceProfile? Profile { get; init; }

    /// <summary>Null when it was not heard since the server started.</summary>
    public DeviceLink? Link { get; init; }

    /// <summary>Its own alarms, those that are on first.</summary>
    public IReadOnlyList<DeviceAlarm> Alarms { get; init; } = [];
}

/// <summary>The devices that have been heard, and where they stand.</summary>
public sealed class DeviceDesk(
    MooringDb db, ChairDesk chairs, LatestReadings latest, LatestAlarms alarms, DeviceTraffic traffic, ClinicalLibrary library, DeviceBookEditions editions, TimeProvider clock)
{
    private const int MostApart = 50;
    private static readonly TimeSpan Back = TimeSpan.FromDays(1);

    /// <summary>All that somebody has taken into the list.</summary>
    public Task<IReadOnlyList<DeviceSeen>> All(CancellationToken cancel) => These(db.Set<DeviceRow>().Where(device => device.WaitsSince == null), cancel);

    /// <summary>One device, also one whose name waits; null when it is not known here.</summary>
    public async Task<DeviceSeen?> Find(string name, CancellationToken cancel) => await These(db.Set<DeviceRow>().Where(device => device.Name == name), cancel) is [var device] ? device : null;

    private async Task<IReadOnlyList<DeviceSeen>> These(IQueryable<DeviceRow> which, CancellationToken cancel)
    {
        var since = clock.GetUtcNow() - Back;
        var places = (await chairs.All(cancel)).ToDictionary(chair => chair.Id);
        var parked = await db.Set<ReadingRow>().AsNoTracking().Where(row => row.SessionId == null && row.At > since)
            .GroupBy(row => new { row.Device, row.Parked }).Select(rows => new { rows.Key.Device, rows.Key.Parked, Count = rows.Count() }).ToListAsync(cancel);
        var packed = await db.Set<ReadingSetRow>().AsNoTracking().Where(set => set.SessionId == null && set.At > since)
            .GroupBy(set => new { set.Device, set.Parked }).Select(sets => new { sets.Key.Device, sets.Key.Parked, Count = sets.Sum(set => set.Numbers.Length) / sizeof(double) }).ToListAsync(cancel);
        var waiting = parked.Concat(packed).GroupBy(rows => (rows.Device, rows.Parked), rows => rows.Count).ToLookup(rows => rows.Key.Device, rows => new ParkedValues(rows.Key.Parked ?? "", rows.Sum()));
        var devices = await which.AsNoTracking().OrderBy(device => device.Name).ToListAsync(cancel);
        return
        [
            .. devices.Select(device => new DeviceSeen(
                device.Name,
                device.ChairId is { } chair ? places.GetValueOrDefault(chair) : null,
                device.FirstHeardAt,
                latest.Of(db.Clinic, device.Name),
                [.. waiting[device.Name]])
            {
                IsWaiting = device.WaitsSince is not null,
                Profile = device.Profile is { } profile ? library.DeviceProfiles.GetValueOrDefault(profile)?.Value : null,
                Link = traffic.Of(db.Clinic, device.Name, clock.GetUtcNow()),
                Alarms = alarms.Of(db.Clinic, device.Name),
            }),
        ];
    }

    /// <summary>The newest of what was kept apart.</summary>
    /// <param name="device">Only of this one; null for all.</param>
    public async Task<IReadOnlyList<KeptApart>> Quarantine(CancellationToken cancel, string? device = null) =>
    [
        .. (await db.Set<QuarantineRow>().AsNoTracking().Where(row => device == null || row.Device == device)
            .OrderByDescending(row => row.ReceivedAt).ThenByDescending(row => row.Id).Take(MostApart).ToListAsync(cancel)).Select(ReadingsBook.AsApart),
    ];

    /// <summary>
    /// Says where a device stands; null takes it away from its chair. Only what comes from now on follows: values that
    /// wait with the device stay there, for nobody knows whose they were.
    /// </summary>
    public async Task<Outcome<string>> Tie(string? name, Id<Chair>? chair, CancellationToken cancel)
    {
        if (db.Unless(Right.TieDevices) is { } notTheirs)
            return notTheirs;
        var called = (name ?? "").Trim();
        List<Refusal> refusals = [];
        if (called.Length is 0 or >= TextLimits.Name)
            refusals.Add(new("STO130", "Write the device's name as it sends it: its 16-digit EUI-64, or the sender's name.", "name"));
        if (chair is { } wanted && await Against(wanted, cancel) is { } refused)
            refusals.Add(refused);
        if (refusals.Count > 0)
            return Outcome<string>.Refuse(refusals);

        var row = await NewDevicesDesk.Known(db, called, clock, cancel);
        if (row.ChairId != chair)
            row.TiedAt = chair is null ? null : clock.GetUtcNow();
        row.ChairId = chair;
        await db.SaveChangesAsync(cancel);
        editions.Changed(db.Clinic);
        return called;
    }

    private async Task<Refusal?> Against(Id<Chair> chair, CancellationToken cancel) => (await chairs.All(cancel)).FirstOrDefault(one => one.Id == chair) is { } stands
        ? RetiringChairs.Refused(stands) : new("STO131", "There is no such chair in this clinic.", "chair");
}
