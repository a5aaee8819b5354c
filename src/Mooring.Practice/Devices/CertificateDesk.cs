using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Storage;
using Mooring.Storage.Telemetry;

namespace Mooring.Practice.Devices;

/// <summary>A certificate that was shown here.</summary>
/// <param name="Named">The devices that its first message named.</param>
/// <param name="SpeaksFor">The devices that a person tied it to; none while it waits.</param>
public sealed record DeviceCertificate(string Fingerprint, string Subject, DateTimeOffset ExpiresAt, DateTimeOffset ShownAt, string? From, IReadOnlyList<string> Named, IReadOnlyList<string> SpeaksFor)
{
    /// <summary>Who tied it last, by name.</summary>
    public string? TiedBy { get; init; }

    /// <summary>As a person compares it with the device: the first 16 signs in fours.</summary>
    public string Short => string.Join(' ', Fingerprint.Chunk(4).Take(4).Select(part => new string(part)));
}

/// <summary>Says which certificate speaks for which device. One that nobody tied speaks for none.</summary>
public sealed class CertificateDesk(MooringDb db, DeviceBookEditions editions, TimeProvider clock)
{
    private const int Most = 200;

    /// <summary>Those that wait first, then by their names.</summary>
    public async Task<IReadOnlyList<DeviceCertificate>> All(CancellationToken cancel)
    {
        var ties = (await db.Set<CertificateDeviceRow>().AsNoTracking().ToListAsync(cancel)).ToLookup(row => row.Fingerprint);
        var shown = await db.Set<CertificateRow>().AsNoTracking().OrderByDescending(row => row.ShownAt).Take(Most).ToListAsync(cancel);
        return
        [
            .. shown.Select(row => new DeviceCertificate(
                row.Fingerprint, row.Subject, row.ExpiresAt, row.ShownAt, row.HeardFrom,
                row.Named?.Split('\n', StringSplitOptions.RemoveEmptyEntries) ?? [],
                [.. ties[row.Fingerprint].Select(tie => tie.Device).Order(StringComparer.Ordinal)])
            {
                TiedBy = ties[row.Fingerprint].MaxBy(tie => tie.TiedAt)?.TiedBy,
            }).OrderBy(one => one.SpeaksFor.Count > 0).ThenBy(one => one.Subject, StringComparer.Ordinal),
        ];
    }

    /// <summary>It speaks for these devices from now on, and for those it spoke for; they are known with it.</summary>
    public async Task<Outcome<string>> Tie(string? fingerprint, IReadOnlyList<string> devices, CancellationToken cancel)
    {
        if (db.Unless(Right.TieDevices) is { } notTheirs)
            return notTheirs;
        if (await Find(fingerprint, cancel) is not { } row)
            return new Refusal("DEV302", "No such certificate was shown here.", "certificate");
        string[] names = [.. devices.Select(name => name.Trim()).Where(name => name.Length > 0).Distinct(StringComparer.Ordinal)];
        if (names.Length == 0 || names.Any(name => name.Length >= TextLimits.Name))
            return new Refusal("DEV303", "Name at least one device for which the certificate may speak, each as it names itself.", "devices");
        var tied = await db.Set<CertificateDeviceRow>().Where(tie => tie.Fingerprint == row.Fingerprint).Select(tie => tie.Device).ToListAsync(cancel);
        foreach (var name in names.Except(tied, StringComparer.Ordinal))
        {
            await NewDevicesDesk.Known(db, name, clock, cancel);
            db.Add(new CertificateDeviceRow { ClinicId = db.Clinic, Fingerprint = row.Fingerprint, Device = name, TiedBy = db.ClinicScope.Actor?.Name ?? "", TiedAt = clock.GetUtcNow() });
        }

        await db.SaveChangesAsync(cancel);
        editions.Changed(db.Clinic);
        return row.Subject;
    }

    /// <summary>It speaks for this device no more; for none when it was the last.</summary>
    public async Task<Outcome<string>> Untie(string? fingerprint, string? device, CancellationToken cancel)
    {
        if (db.Unless(Right.TieDevices) is { } notTheirs)
            return notTheirs;
        if (await db.Set<CertificateDeviceRow>().SingleOrDefaultAsync(tie => tie.Fingerprint == fingerprint && tie.Device == device, cancel) is not { } row)
            return new Refusal("DEV304", "This certificate does not speak for this device.", "certificate");
        db.Remove(row);
        await db.SaveChangesAsync(cancel);
        editions.Changed(db.Clinic);
        return row.Device;
    }

    private Task<CertificateRow?> Find(string? fingerprint, CancellationToken cancel) => db.Set<CertificateRow>().SingleOrDefaultAsync(row => row.Fingerprint == fingerprint, cancel);
}
