using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Clinical.Sessions;
using Mooring.Clinical.Vitals;

namespace Mooring.Storage.Telemetry;

/// <summary>Keeps what devices say about their own alarms, and finds it again.</summary>
internal static class AlarmWriter
{
    public static async Task Keep(
        TelemetryStatements statements, Association association, Guid id, IncomingMessage message, IntakeNews news, CancellationToken cancel)
    {
        foreach (var alarm in message.Alarms)
        {
            var (seat, _) = await association.Of(alarm.Devices, alarm.PatientNumbers, alarm.IsPatientUnknown, (alarm.MeasuredAt, message.ReceivedAt), cancel);
            await statements.Insert(id, alarm, seat, cancel);
            news.Alarms.Add((alarm.Said, seat?.Session));
        }
    }

    /// <summary>Everything heard since then, for a server that starts.</summary>
    public static async Task<IReadOnlyList<(AlarmSaid Said, Id<Session>? Session)>> Since(MooringDb db, DateTimeOffset since, CancellationToken cancel) =>
        [.. (await db.Set<AlarmRow>().AsNoTracking().Where(row => row.ReceivedAt > since).OrderBy(row => row.ReceivedAt).ToListAsync(cancel)).Select(row => (row.AsSaid(), row.SessionId))];

    /// <summary>All alarms of a session, for its record.</summary>
    public static async Task<IReadOnlyList<DeviceAlarm>> Of(MooringDb db, Id<Session> session, CancellationToken cancel) =>
        DeviceAlarm.Tied((await db.Set<AlarmRow>().AsNoTracking().Where(row => row.SessionId == session).ToListAsync(cancel)).Select(row => row.AsSaid()));
}
