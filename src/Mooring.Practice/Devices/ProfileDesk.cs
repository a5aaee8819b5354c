using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Clinical.Vitals;
using Mooring.Content.Library;
using Mooring.Storage;
using Mooring.Storage.Telemetry;

namespace Mooring.Practice.Devices;

/// <summary>Gives devices their profiles, and hands out the device book.</summary>
public sealed class ProfileDesk(MooringDb db, ClinicalLibrary library, DeviceBookEditions editions, TimeProvider clock)
{
    /// <summary>All profiles of the library, monitors first.</summary>
    public IReadOnlyList<DeviceProfile> All => [.. library.DeviceProfiles.Values.Select(item => item.Value).OrderBy(profile => profile.Kind).ThenBy(profile => profile.Title, StringComparer.Ordinal)];

    public async Task<DeviceBook> Book(CancellationToken cancel)
    {
        var profiles = await db.Set<DeviceRow>().AsNoTracking().Where(device => device.Profile != null).ToDictionaryAsync(device => device.Name, device => device.Profile!, cancel);
        var mappings = await db.Set<CodeMappingRow>().AsNoTracking().Where(mapping => mapping.EndedAt == null).ToListAsync(cancel);
        return new(profiles, mappings.GroupBy(mapping => mapping.Scope).ToDictionary(
            same => same.Key, same => (IReadOnlyList<CodeMapping>)[.. same.Select(mapping => mapping.AsMapping())]));
    }

    /// <summary>Says by which profile a device, or a gateway, is read from now on; nothing takes its profile away.</summary>
    public async Task<Outcome<string>> Give(string? device, string? profile, CancellationToken cancel)
    {
        if (db.Unless(Right.TieDevices) is { } notTheirs)
            return notTheirs;
        var called = (device ?? "").Trim();
        List<Refusal> refusals = [];
        if (called.Length is 0 or > 199)
            refusals.Add(new("STO130", "Write the device's name as it sends it: its 16-digit EUI-64, or the sender's name.", "name"));
        if (!string.IsNullOrEmpty(profile) && !library.DeviceProfiles.ContainsKey(profile))
            refusals.Add(new("STO183", "There is no such profile in the library.", "profile"));
        if (refusals.Count > 0)
            return Outcome<string>.Refuse(refusals);

        var row = await db.Set<DeviceRow>().SingleOrDefaultAsync(known => known.Name == called, cancel);
        if (row is null)
            db.Add(row = new DeviceRow { ClinicId = db.Clinic, Name = called, FirstHeardAt = clock.GetUtcNow() });
        row.Profile = string.IsNullOrEmpty(profile) ? null : profile;
        await db.SaveChangesAsync(cancel);
        editions.Changed(db.Clinic);
        return called;
    }
}
