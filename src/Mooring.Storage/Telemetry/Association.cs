using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Clinical.Patients;
using Mooring.Clinical.Sessions;
using Mooring.Storage.Chart;
using Mooring.Storage.Journal;

namespace Mooring.Storage.Telemetry;

/// <summary>Whose values a device's are right now: device to chair, chair to open session. Never guessed beyond that.</summary>
internal sealed record Association(IReadOnlyDictionary<string, Id<Chair>?> Chairs, IReadOnlyDictionary<Id<Chair>, Seated> Sessions)
{
    public static async Task<Association> Load(MooringDb db, CancellationToken cancel)
    {
        var chairs = await db.Set<DeviceRow>().AsNoTracking().ToDictionaryAsync(device => device.Name, device => device.ChairId, cancel);
        var sessions = await (
            from session in db.Set<SessionRow>().AsNoTracking()
            where session.ChairId != null && session.IsSeated
            join patient in db.Set<PatientRow>().AsNoTracking() on session.PatientId equals patient.Id
            orderby session.OpenedAt
            select new { Chair = session.ChairId!.Value, session.Id, Patient = patient.Id, patient.Number }).ToListAsync(cancel);
        // The last one to sit down is the one who sits there.
        return new(chairs, sessions.GroupBy(seat => seat.Chair).ToDictionary(
            seats => seats.Key, seats => seats.Select(seat => new Seated(seat.Id, seat.Patient, seat.Number)).Last()));
    }

    /// <summary>The session of a value, or why there is none.</summary>
    public (Seated? Seat, string? Parked) Of(IncomingValue value) => Of(value.Devices, value.PatientNumber, value.IsPatientUnknown);

    /// <summary>The session of what came through these devices, or why there is none.</summary>
    public (Seated? Seat, string? Parked) Of(IReadOnlyList<string> devices, string? patientNumber, bool isPatientUnknown)
    {
        if (isPatientUnknown)
            return (null, "The device says that it does not know who this is.");
        if (devices.Select(name => Chairs.GetValueOrDefault(name)).FirstOrDefault(found => found is not null) is not { } chair)
            return (null, "No chair has this device.");
        if (!Sessions.TryGetValue(chair, out var seat))
            return (null, "Nobody is checked in at the chair of this device.");
        return patientNumber is { Length: > 0 } number && number != seat.Number
            ? (null, "The device names another patient than the one checked in at its chair.")
            : (seat, null);
    }
}

/// <summary>Who sits in a chair.</summary>
internal sealed record Seated(Id<Session> Session, Id<Patient> Patient, string Number);
