using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Clinical.Sessions;
using Mooring.Practice.Chairs;
using Mooring.Practice.Content;
using Mooring.Practice.Patients;
using Mooring.Practice.Sessions;
using Mooring.Storage;
using Mooring.Storage.Telemetry;

namespace Mooring.Practice.Records;

/// <summary>
/// What is kept of a session besides its journal: whose it is, where they sat, the content it ran on, and what the devices
/// sent, down to their messages. Notes that therapists keep apart are no part of it.
/// </summary>
internal static class RecordRows
{
    /// <summary>The kinds of rows, in the order in which they can be taken in.</summary>
    public static readonly IReadOnlyList<Type> Kinds =
        [typeof(PatientRow), typeof(ChairRow), typeof(ArchivedContentRow), typeof(DeviceRow), typeof(SessionRow), typeof(TimeOutRequestRow), typeof(MessageRow), typeof(ReadingLayoutRow), typeof(ReadingSetRow), typeof(ReadingRow), typeof(QuarantineRow), typeof(AlarmRow)];

    public static async Task<IReadOnlyList<object>> Of(MooringDb db, Id<Session> id, SessionPlan plan, CancellationToken cancel)
    {
        var session = await db.Set<SessionRow>().AsNoTracking().SingleAsync(row => row.Id == id, cancel);
        var readings = await db.Set<ReadingRow>().AsNoTracking().Where(row => row.SessionId == id).OrderBy(row => row.Id).ToListAsync(cancel);
        var sets = await db.Set<ReadingSetRow>().AsNoTracking().Where(row => row.SessionId == id).OrderBy(row => row.MessageId).ThenBy(row => row.First).ToListAsync(cancel);
        var devices = readings.Select(row => row.Device).Concat(sets.Select(row => row.Device)).Distinct().ToList();
        var layouts = sets.Select(row => row.LayoutId).Distinct().ToList();
        var messages = await Messages(db, id).OrderBy(row => row.Id).ToListAsync(cancel);
        var named = messages.ConvertAll(row => row.Id);
        return
        [
            .. await db.Set<PatientRow>().AsNoTracking().Where(row => row.Id == session.PatientId).ToListAsync(cancel),
            .. await db.Set<ChairRow>().AsNoTracking().Where(row => row.Id == session.ChairId).ToListAsync(cancel),
            .. await db.Set<ArchivedContentRow>().AsNoTracking().Where(row => row.Hash == plan.Monitoring.Hash).ToListAsync(cancel),
            .. await db.Set<DeviceRow>().AsNoTracking().Where(row => devices.Contains(row.Name)).OrderBy(row => row.Name).ToListAsync(cancel),
            session,
            .. await db.Set<TimeOutRequestRow>().AsNoTracking().Where(row => row.SessionId == id).OrderBy(row => row.Id).ToListAsync(cancel),
            .. messages,
            .. await db.Set<ReadingLayoutRow>().AsNoTracking().Where(row => layouts.Contains(row.Id)).OrderBy(row => row.Id).ToListAsync(cancel),
            .. sets,
            .. readings,
            .. await db.Set<QuarantineRow>().AsNoTracking().Where(row => named.Contains(row.MessageId)).OrderBy(row => row.Id).ToListAsync(cancel),
            .. await db.Set<AlarmRow>().AsNoTracking().Where(row => row.SessionId == id).OrderBy(row => row.Id).ToListAsync(cancel),
        ];
    }

    // A message that also holds somebody else's values stays where it is: it is that person's too.
    private static IQueryable<MessageRow> Messages(MooringDb db, Id<Session> id) => db.Set<MessageRow>().AsNoTracking().Where(message =>
        (db.Set<ReadingSetRow>().Any(row => row.MessageId == message.Id && row.SessionId == id)
            || db.Set<ReadingRow>().Any(row => row.MessageId == message.Id && row.SessionId == id)
            || db.Set<AlarmRow>().Any(row => row.MessageId == message.Id && row.SessionId == id))
        && !db.Set<ReadingSetRow>().Any(row => row.MessageId == message.Id && row.SessionId != null && row.SessionId != id)
        && !db.Set<ReadingRow>().Any(row => row.MessageId == message.Id && row.SessionId != null && row.SessionId != id));
}
