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
                var last = await db.Set<ReadingRow>().AsNoTracking()
                    .Where(row => row.Device == device && row.ReceivedAt > since).OrderByDescending(row => row.ReceivedAt).FirstOrDefaultAsync(cancel);
                if (last is not null && NewestReadings.AsLatest(last) is { } reading)
                    latest.Take(clinic, reading with { Session = null });
            }
        }
    }
}
