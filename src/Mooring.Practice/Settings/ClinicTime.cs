using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Storage;

namespace Mooring.Practice.Settings;

/// <summary>This moment as the clinic's clock on the wall shows it: whoever asks what day it is asks the clinic.</summary>
internal static class ClinicTime
{
    public static async Task<DateTimeOffset> LocalNow(this MooringDb db, TimeProvider clock, CancellationToken cancel) =>
        (await db.ClinicHere(cancel)).LocalTime(clock.GetUtcNow());

    /// <summary>The clinic that was entered.</summary>
    public static async Task<Clinic> ClinicHere(this MooringDb db, CancellationToken cancel) =>
        (await ClinicInForce.Entered(db).SingleAsync(cancel)).AsClinic();
}
