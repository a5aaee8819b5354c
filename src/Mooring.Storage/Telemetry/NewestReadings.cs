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
            newest.AddRange(Enumerable.Reverse(await SessionReadings.Newest(db, session, sign.Code, Enough, cancel)));
        return newest;
    }
}
