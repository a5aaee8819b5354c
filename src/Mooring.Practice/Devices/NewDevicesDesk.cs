using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Storage;
using Mooring.Storage.Telemetry;

namespace Mooring.Practice.Devices;

/// <summary>A name that nobody has taken into the list of devices yet.</summary>
/// <param name="From">The address that named it first.</param>
public sealed record WaitingDevice(string Name, DateTimeOffset Since, string? From);

/// <summary>Names of devices that were heard and wait for a person. Anybody who reaches the port can invent one.</summary>
public sealed class NewDevicesDesk(MooringDb db, DeviceBookEditions editions)
{
    /// <summary>How many are shown at once; the newest come first.</summary>
    public const int Shown = 50;

    /// <summary>The newest of them, and how many there are.</summary>
    public async Task<(IReadOnlyList<WaitingDevice> Newest, int All)> Waiting(CancellationToken cancel)
    {
        var waiting = db.Set<DeviceRow>().AsNoTracking().Where(row => row.WaitsSince != null);
        var newest = await waiting.OrderByDescending(row => row.WaitsSince).ThenBy(row => row.Name).Take(Shown).ToListAsync(cancel);
        return ([.. newest.Select(row => new WaitingDevice(row.Name, row.WaitsSince!.Value, row.HeardFrom))], newest.Count < Shown ? newest.Count : await waiting.CountAsync(cancel));
    }

    /// <summary>Takes a name into the list of devices.</summary>
    public async Task<Outcome<string>> Accept(string? name, CancellationToken cancel)
    {
        if (db.Unless(Right.TieDevices) is { } notTheirs)
            return notTheirs;
        if (await db.Set<DeviceRow>().SingleOrDefaultAsync(row => row.Name == name, cancel) is not { } row)
            return new Refusal("DEV301", "No device of this name waits; it may have been taken off the list meanwhile.", "name");
        row.WaitsSince = null;
        await db.SaveChangesAsync(cancel);
        editions.Changed(db.Clinic);
        return row.Name;
    }

    /// <summary>Takes names off the list; one that is heard again waits again. What they sent stays kept.</summary>
    /// <param name="name">One; null for all that wait.</param>
    public async Task<Outcome<int>> Forget(string? name, CancellationToken cancel)
    {
        if (db.Unless(Right.TieDevices) is { } notTheirs)
            return notTheirs;
        var rows = await db.Set<DeviceRow>().Where(row => row.WaitsSince != null && (name == null || row.Name == name)).ToListAsync(cancel);
        db.RemoveRange(rows);
        await db.SaveChangesAsync(cancel);
        editions.Changed(db.Clinic);
        return rows.Count;
    }

    /// <summary>A device that a person names: known from now on, new or not.</summary>
    internal static async Task<DeviceRow> Known(MooringDb db, string name, TimeProvider clock, CancellationToken cancel)
    {
        var row = await db.Set<DeviceRow>().SingleOrDefaultAsync(device => device.Name == name, cancel);
        if (row is null)
            db.Add(row = new DeviceRow { ClinicId = db.Clinic, Name = name, FirstHeardAt = clock.GetUtcNow() });
        row.WaitsSince = null;
        return row;
    }
}
