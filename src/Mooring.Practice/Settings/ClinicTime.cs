using Microsoft.EntityFrameworkCore;
using Mooring.Storage;

namespace Mooring.Practice.Settings;

/// <summary>This moment as the clinic's clock on the wall shows it: whoever asks what day it is asks the clinic.</summary>
internal static class ClinicTime
{
    public static async Task<DateTimeOffset> LocalNow(this MooringDb db, TimeProvider clock, CancellationToken cancel)
    {
        var id = db.Clinic;
        var clinic = (await db.Set<ClinicKeptRow>().AsNoTracking().SingleAsync(row => row.Id == id, cancel)).AsClinic();
        return clinic.LocalTime(clock.GetUtcNow());
    }
}
