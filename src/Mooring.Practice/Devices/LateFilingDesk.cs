using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Clinical.Sessions;
using Mooring.Practice.Patients;
using Mooring.Practice.Sessions;
using Mooring.Storage;
using Mooring.Storage.Audit;
using Mooring.Storage.Changes;
using Mooring.Storage.Telemetry;

namespace Mooring.Practice.Devices;

/// <summary>A line that waits, with the message it came in.</summary>
public sealed record WaitingLine(Guid Id, string Place, ReadOnlyMemory<byte> Message, DateTimeOffset ReceivedAt);

/// <summary>Files what had been kept apart, once its code is known. The raw message and the kept line stay as they are.</summary>
public sealed class LateFilingDesk(MooringDb db, MappingDesk mappings, SessionJournal journal, LatestReadings latest, ChangeFeed feed, TimeProvider clock)
{
    private const int Recent = 8;

    /// <summary>The lines with the code and unit of this one, of the same device, that nobody has filed.</summary>
    public async Task<IReadOnlyList<WaitingLine>> Like(Guid id, CancellationToken cancel)
    {
        if (await mappings.Find(id, cancel) is not { Text: { } text } line)
            return [];
        List<WaitingLine> waiting = [];
        foreach (var row in await mappings.Waiting(text, line.Kept.Device, cancel))
        {
            if (await db.Set<MessageRow>().AsNoTracking().SingleOrDefaultAsync(message => message.Id == row.MessageId, cancel) is { } message)
                waiting.Add(new(row.Id, row.Place.Split('-')[0], message.Bytes, message.ReceivedAt));
        }

        return waiting;
    }

    /// <summary>
    /// Files one of them; false when the same value is there already. Either way it waits no longer. Refusals: WEB150 who may,
    /// STO134 no such line.
    /// </summary>
    public async Task<Outcome<bool>> File(Guid id, IncomingValue value, string controlId, CancellationToken cancel)
    {
        if (db.Unless(Right.MapDeviceCodes) is { } notTheirs)
            return notTheirs;
        if (await db.Set<QuarantineRow>().SingleOrDefaultAsync(row => row.Id == id, cancel) is not { } kept)
            return new Refusal("STO134", "There is no such line in this clinic.");
        var (now, by) = (clock.GetUtcNow(), db.Acting());
        var isNew = !await IsThere(value, cancel);
        var (seat, parked) = await SeatAt(value, cancel);
        var reading = new ReadingRow
        {
            // Its place among the others is that of its arrival.
            Id = Guid.CreateVersion7(kept.ReceivedAt),
            MessageId = kept.MessageId,
            Sign = value.Sign.Code,
            Value = value.Value,
            At = value.At,
            MeasuredAt = value.MeasuredAt,
            ReceivedAt = kept.ReceivedAt,
            Status = TelemetryStatements.Word(value.Status),
            Device = value.Devices[0],
            Code = value.Code,
            SubId = value.SubId,
            ControlId = controlId,
            Mdc = value.Mdc,
            Loinc = value.Loinc,
            PatientId = seat?.Patient,
            SessionId = seat?.Session,
            Parked = parked,
            TimeDoubt = value.TimeDoubt,
            FiledAt = now,
            FiledBy = by.Name,
        };
        if (isNew)
            db.Add(reading);
        (kept.FiledAt, kept.FiledBy) = (now, by.Name);
        db.Add(new AuditRow { At = now, ActorId = by.Id, ActorName = by.Name, Action = "filed", Subject = "quarantine", SubjectId = id.ToString() });
        await db.SaveChangesAsync(cancel);
        if (isNew)
            Tell(reading, seat);
        return isNew;
    }

    private void Tell(ReadingRow row, Seated? seat)
    {
        if (SessionReadings.AsLatest(row) is { } reading)
            latest.Take(db.Clinic, reading);
        feed.Publish(new(db.Clinic, seat?.Session, IsTelemetry: true) { IsRewritten = true });
    }

    private async Task<bool> IsThere(IncomingValue value, CancellationToken cancel)
    {
        var sets = await db.Set<ReadingSetRow>().AsNoTracking().Where(set => set.Device == value.Devices[0] && set.At == value.At).ToListAsync(cancel);
        await ReadingLayouts.Read(db, sets, cancel);
        return sets.SelectMany(ReadingLayouts.Values).Any(filed => filed.Code == value.Code && filed.Value == value.Value)
            || await db.Set<ReadingRow>().AnyAsync(
                row => row.Device == value.Devices[0] && row.Code == value.Code && row.At == value.At && (row.Status == "corrected" || row.Status == "withdrawn" || row.Value == value.Value), cancel);
    }

    // Who sat there then, not who sits there now; and only where the device is known to have stood at that chair by then.
    private async Task<(Seated? Seat, string? Parked)> SeatAt(IncomingValue value, CancellationToken cancel)
    {
        if (value.IsPatientUnknown)
            return (null, "The device says that it does not know who this is.");
        var tied = await db.Set<DeviceRow>().AsNoTracking().Where(device => value.Devices.Contains(device.Name) && device.ChairId != null && device.TiedAt != null && device.TiedAt <= value.MeasuredAt).ToListAsync(cancel);
        if (value.Devices.Select(name => tied.Find(device => device.Name == name)).FirstOrDefault(device => device is not null) is not { ChairId: { } chair })
            return (null, "Filed later: where this device stood then is not known.");
        var rows = await db.Set<SessionRow>().AsNoTracking().Where(row => row.ChairId == chair && row.OpenedAt <= value.MeasuredAt).OrderByDescending(row => row.OpenedAt).Take(Recent).ToListAsync(cancel);
        foreach (var row in rows)
        {
            if (await journal.Load(row.Id, cancel) is { } session && SatAt(session, value.MeasuredAt))
                return await SeatedThen(row, value, cancel);
        }

        return (null, "Filed later: nobody sat at the chair of this device then.");
    }

    private async Task<(Seated?, string?)> SeatedThen(SessionRow row, IncomingValue value, CancellationToken cancel)
    {
        var number = await db.Set<PatientRow>().AsNoTracking().Where(patient => patient.Id == row.PatientId).Select(patient => patient.Number).SingleAsync(cancel);
        return value.PatientNumbers.Count > 0 && !value.PatientNumbers.Contains(number)
            ? (null, "The device names another patient than the one who sat at its chair.")
            : (new(row.Id, row.PatientId, number, row.SeatedAt), null);
    }

    private static bool SatAt(Session session, DateTimeOffset at)
    {
        var sat = session.Steps.FirstOrDefault(step => step.Phase is > Phase.Arriving and < Phase.Discharged);
        var left = session.Steps.FirstOrDefault(step => step.Phase >= Phase.Discharged);
        return sat is not null && sat.Since <= at && (left is null || at < left.Since);
    }
}
