using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Clinical.Sessions;
using Mooring.Storage;

namespace Mooring.Practice.Sessions;

/// <summary>One chair, one patient: a seat is taken at check-in and free when the patient has left or is not dosed.</summary>
internal static class Seats
{
    /// <summary>Brings the seat in line with the phase; refused when somebody else sits there.</summary>
    public static async Task<Refusal?> Take(MooringDb db, SessionRow row, DateTimeOffset now, CancellationToken cancel)
    {
        var sits = row.ChairId is not null && row.Phase is > Phase.Arriving and < Phase.Discharged;
        if (sits && !row.IsSeated && await IsTaken(db, row, cancel))
            return new("STO161", "Somebody else sits in that chair; choose another, or let that person leave first.", "chair");
        row.SeatedAt = sits && !row.IsSeated ? now : row.SeatedAt;
        row.IsSeated = sits;
        return null;
    }

    private static Task<bool> IsTaken(MooringDb db, SessionRow row, CancellationToken cancel) =>
        db.Set<SessionRow>().AsNoTracking().AnyAsync(other => other.ChairId == row.ChairId && other.IsSeated && other.Id != row.Id, cancel);
}
