using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Clinical.Sessions;
using Mooring.Clinical.Vitals;

namespace Mooring.Storage.Telemetry;

/// <summary>The newest values of a session from the database: after a restart, and after a value was taken back.</summary>
internal static class NewestReadings
{
    // Enough of them to know again how often each comes.
    private const int Enough = 6;

    /// <summary>A few of each sign.</summary>
    /// <param name="now">What arrived later, by a clock that was put back since, counts only where there is nothing else.</param>
    public static async Task<IReadOnlyList<LatestReading>> Of(MooringDb db, Id<Session> session, DateTimeOffset now, CancellationToken cancel)
    {
        List<LatestReading> newest = [];
        DateTimeOffset? until = await db.Set<ReadingSetRow>().AnyAsync(set => set.SessionId == session && set.ReceivedAt > now, cancel)
            || await db.Set<ReadingRow>().AnyAsync(row => row.SessionId == session && row.ReceivedAt > now, cancel) ? now : null;
        foreach (var sign in VitalSign.All)
        {
            var some = await SessionReadings.Newest(db, session, sign.Code, Enough, cancel, until);
            newest.AddRange(some.Count > 0 || until is null ? some : await SessionReadings.Newest(db, session, sign.Code, Enough, cancel));
        }

        return newest;
    }
}
