using Microsoft.EntityFrameworkCore;
using Mooring.Storage.Access;
using Mooring.Storage.Journal;

namespace Mooring.Storage.Telemetry;

/// <summary>After a restart, knows again what was last heard: of every open session, and of every device.</summary>
public sealed class TelemetryWarmUp(MooringDb db, LatestReadings latest, LatestAlarms alarms, TimeProvider clock)
{
    // A device that has been silent for longer is listed with no last value.
    private static readonly TimeSpan Back = TimeSpan.FromDays(1);

    public async Task Run(CancellationToken cancel)
    {
        foreach (var clinic in await db.Set<ClinicKeptRow>().AsNoTracking().Select(row => row.Id).ToListAsync(cancel))
        {
            db.ClinicScope.Enter(clinic, null);
            foreach (var session in await db.Set<SessionRow>().AsNoTracking().Where(row => !row.IsClosed).Select(row => row.Id).ToListAsync(cancel))
                latest.Replace(session, await NewestReadings.Of(db, session, cancel));

            var since = clock.GetUtcNow() - Back;
            alarms.Take(clinic, await AlarmKeeping.Since(db, since, cancel));
            foreach (var device in await db.Set<DeviceRow>().AsNoTracking().Select(row => row.Name).ToListAsync(cancel))
            {
                foreach (var reading in await Last(device, since, cancel))
                    latest.Take(clinic, reading with { Session = null });
            }
        }
    }

    private async Task<IReadOnlyList<LatestReading>> Last(string device, DateTimeOffset since, CancellationToken cancel)
    {
        var row = await db.Set<ReadingRow>().AsNoTracking().Where(row => row.Device == device && row.ReceivedAt > since)
            .OrderByDescending(row => row.ReceivedAt).FirstOrDefaultAsync(cancel);
        var set = await db.Set<ReadingSetRow>().AsNoTracking().Where(set => set.Device == device && set.ReceivedAt > since)
            .OrderByDescending(set => set.ReceivedAt).FirstOrDefaultAsync(cancel);
        await ReadingLayouts.Read(db, set is null ? [] : [set], cancel);
        return [.. row is null ? [] : new[] { SessionReadings.AsLatest(row) }.OfType<LatestReading>(), .. set is null ? [] : ReadingLayouts.Values(set)];
    }
}
