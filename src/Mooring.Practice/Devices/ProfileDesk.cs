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
        var names = await db.Set<DeviceRow>().AsNoTracking().Select(device => new { device.Name, Waits = device.WaitsSince != null }).ToListAsync(cancel);
        var ties = (await db.Set<CertificateDeviceRow>().AsNoTracking().ToListAsync(cancel)).ToLookup(tie => tie.Fingerprint, tie => tie.Device);
        var certificates = await db.Set<CertificateRow>().AsNoTracking().Select(row => row.Fingerprint).ToListAsync(cancel);
        return new(profiles, mappings.GroupBy(mapping => mapping.Scope).ToDictionary(
            same => same.Key, same => (IReadOnlyList<CodeMapping>)[.. same.Select(mapping => mapping.AsMapping())]))
        {
            Known = names.Where(device => !device.Waits).Select(device => device.Name).ToHashSet(StringComparer.Ordinal),
            Waiting = names.Where(device => device.Waits).Select(device => device.Name).ToHashSet(StringComparer.Ordinal),
            Certificates = certificates.ToDictionary(one => one, one => (IReadOnlySet<string>)ties[one].ToHashSet(StringComparer.Ordinal)),
        };
    }

    /// <summary>Says by which profile a device, or a gateway, is read from now on; nothing takes its profile away.</summary>
    public async Task<Outcome<string>> Give(string? device, string? profile, CancellationToken cancel)
    {
        if (db.Unless(Right.TieDevices) is { } notTheirs)
            return notTheirs;
        var called = (device ?? "").Trim();
        List<Refusal> refusals = [];
        if (called.Length is 0 or >= TextLimits.Name)
            refusals.Add(new("STO130", "Write the device's name as it sends it: its 16-digit EUI-64, or the sender's name.", "name"));
        if (!string.IsNullOrEmpty(profile) && !library.DeviceProfiles.ContainsKey(profile))
            refusals.Add(new("STO183", "There is no such profile in the library.", "profile"));
        if (refusals.Count > 0)
            return Outcome<string>.Refuse(refusals);

        var row = await NewDevicesDesk.Known(db, called, clock, cancel);
        row.Profile = string.IsNullOrEmpty(profile) ? null : profile;
        await db.SaveChangesAsync(cancel);
        editions.Changed(db.Clinic);
        return called;
    }
}
