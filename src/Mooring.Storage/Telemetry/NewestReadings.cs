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

    /// <summary>A few of each sign, oldest first.</summary>
    public static async Task<IReadOnlyList<LatestReading>> Of(MooringDb db, Id<Session> session, CancellationToken cancel)
    {
        List<LatestReading> newest = [];
        foreach (var sign in VitalSign.All)
        {
            var rows = await db.Set<ReadingRow>().AsNoTracking()
                .Where(row => row.SessionId == session && row.Sign == sign.Code && row.Status != "withdrawn")
                .OrderByDescending(row => row.At).ThenBy(row => row.Code).Take(Enough).ToListAsync(cancel);
            newest.AddRange(Enumerable.Reverse(rows).Select(AsLatest).OfType<LatestReading>());
        }

        return newest;
    }

    public static LatestReading? AsLatest(ReadingRow row) => VitalSign.Find(row.Sign) is { } sign
        ? new(row.Id, sign, row.Value, row.At, row.ReceivedAt, TelemetryStatements.Status(row.Status), row.Device, row.SessionId) { Code = row.Code }
        : null;
}
