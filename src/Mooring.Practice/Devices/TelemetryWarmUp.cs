using Microsoft.EntityFrameworkCore;
using Mooring.Practice.Sessions;
using Mooring.Practice.Settings;
using Mooring.Storage;
using Mooring.Storage.Telemetry;

namespace Mooring.Practice.Devices;

/// <summary>After a restart, knows again what was last heard: of every open session, and of every device.</summary>
public sealed class TelemetryWarmUp(MooringDb db, LatestReadings latest, LatestAlarms alarms, SenderClocks senders, DeviceClaims claims, HeardAddresses addresses, TimeProvider clock)
{
    // A device that has been silent for longer is listed with no last value.
    private static readonly TimeSpan Back = TimeSpan.FromDays(1);

    public async Task Run(CancellationToken cancel)
    {
        if (await db.Set<MessageRow>().AsNoTracking().IgnoreQueryFilters().OrderByDescending(row => row.Id).Select(row => (Guid?)row.Id).FirstOrDefaultAsync(cancel) is { } newest)
            ReadingId.GoOnFrom(newest);
        foreach (var clinic in await db.Set<ClinicRow>().AsNoTracking().Select(row => row.Id).ToListAsync(cancel))
        {
            db.ClinicScope.Enter(clinic, null);
            foreach (var session in await db.Set<SessionRow>().AsNoTracking().Where(row => !row.IsClosed).Select(row => row.Id).ToListAsync(cancel))
                latest.Replace(session, await NewestReadings.Of(db, session, clock.GetUtcNow(), cancel));

            var since = clock.GetUtcNow() - Back;
            alarms.Take(clinic, await AlarmWriter.Since(db, since, cancel));
            foreach (var (device, sender, heardAt) in await Senders(clock.GetUtcNow() - DeviceClaims.Live, cancel))
                claims.Remember(clinic, device, sender, heardAt);
            foreach (var device in await db.Set<DeviceRow>().AsNoTracking().Select(row => new { row.Name, IsKnown = row.WaitsSince == null }).ToListAsync(cancel))
            {
                foreach (var (reading, message) in (await Last(device.Name, since, cancel)).OrderBy(one => one.Reading.Id))
                {
                    latest.Take(clinic, reading with { Session = null });
                    if (await db.Set<MessageRow>().AsNoTracking().Where(row => row.Id == message).Select(row => row.Source).FirstOrDefaultAsync(cancel) is { } source)
                    {
                        senders.Remember(clinic, source, reading.SaidAt - reading.At, reading.ReceivedAt);
                        if (device.IsKnown)
                            addresses.Remember(source);
                    }
                }
            }
        }
    }

    // Who spoke of late for which device, so that two who did are still known for two.
    private async Task<IReadOnlyList<(string Device, string Sender, DateTimeOffset HeardAt)>> Senders(DateTimeOffset since, CancellationToken cancel)
    {
        var messages = db.Set<MessageRow>().AsNoTracking().Where(message => message.ReceivedAt > since);
        var sets = await (from set in db.Set<ReadingSetRow>().AsNoTracking()
                          where set.ReceivedAt > since
                          join message in messages on set.MessageId equals message.Id
                          select new { set.Device, message.Source, message.ReceivedAt }).ToListAsync(cancel);
        var rows = await (from row in db.Set<ReadingRow>().AsNoTracking()
                          where row.ReceivedAt > since
                          join message in messages on row.MessageId equals message.Id
                          select new { row.Device, message.Source, message.ReceivedAt }).ToListAsync(cancel);
        return [.. from one in sets.Concat(rows) group one.ReceivedAt by (one.Device, one.Source) into heard select (heard.Key.Device, heard.Key.Source, heard.Max())];
    }

    private async Task<IReadOnlyList<(LatestReading Reading, Guid Message)>> Last(string device, DateTimeOffset since, CancellationToken cancel)
    {
        var row = await db.Set<ReadingRow>().AsNoTracking().Where(row => row.Device == device && row.ReceivedAt > since)
            .OrderByDescending(row => row.ReceivedAt).FirstOrDefaultAsync(cancel);
        var set = await db.Set<ReadingSetRow>().AsNoTracking().Where(set => set.Device == device && set.ReceivedAt > since)
            .OrderByDescending(set => set.ReceivedAt).FirstOrDefaultAsync(cancel);
        await ReadingLayouts.Read(db, set is null ? [] : [set], cancel);
        return
        [
            .. row is null ? [] : new[] { SessionReadings.AsLatest(row) }.OfType<LatestReading>().Select(reading => (reading, row.MessageId)),
            .. set is null ? [] : ReadingLayouts.Values(set).Select(reading => (reading, set.MessageId)),
        ];
    }
}
