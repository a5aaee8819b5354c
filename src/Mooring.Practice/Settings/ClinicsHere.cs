using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Storage;

namespace Mooring.Practice.Settings;

/// <summary>The clinics of this deployment, for what runs before or beside any request: the gateway, jobs, commands.</summary>
public sealed class ClinicsHere(MooringDb db)
{
    /// <summary>All, the oldest first; enter one in the scope before asking for anything else.</summary>
    public async Task<IReadOnlyList<Clinic>> All(CancellationToken cancel) =>
        [.. (await ClinicInForce.All(db).ToListAsync(cancel)).Select(row => row.AsClinic())];

    /// <summary>The oldest; null before one was set up.</summary>
    public async Task<Clinic?> First(CancellationToken cancel) =>
        (await ClinicInForce.All(db).FirstOrDefaultAsync(cancel))?.AsClinic();
}
