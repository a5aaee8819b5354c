using Mooring.Clinical;
using Mooring.Clinical.Patients;
using Mooring.Clinical.Sessions;

namespace Mooring.Storage.Telemetry;

/// <summary>
/// Whose values a device's are right now: device to chair, chair to open session. Never guessed beyond that. Each device
/// is looked up once a batch, within the batch's own transaction.
/// </summary>
internal sealed class Association(TelemetryStatements statements)
{
    // A message may wait so long to be kept.
    private static readonly TimeSpan UnderWay = TimeSpan.FromSeconds(5);

    private readonly Dictionary<string, DevicePlace?> places = new(StringComparer.Ordinal);

    /// <summary>Notes the devices that are heard for the first time.</summary>
    public async Task Meet(IncomingMessage message, CancellationToken cancel)
    {
        foreach (var device in message.Devices)
        {
            if (await Find(device, cancel) is not null)
                continue;
            await statements.InsertDevice(device, message, cancel);
            places[device] = new(null, null, null);
        }
    }

    /// <summary>The session of a value, or why there is none.</summary>
    public ValueTask<(Seated? Seat, string? Parked)> Of(IncomingValue value, DateTimeOffset receivedAt, CancellationToken cancel) =>
        Of(value.Devices, value.PatientNumbers, value.IsPatientUnknown, (value.MeasuredAt, receivedAt), cancel);

    /// <summary>The session of what came through these devices, or why there is none.</summary>
    public async ValueTask<(Seated? Seat, string? Parked)> Of(
        IReadOnlyList<string> devices, IReadOnlyList<string> patientNumbers, bool isPatientUnknown, (DateTimeOffset Measured, DateTimeOffset Received) at, CancellationToken cancel)
    {
        if (isPatientUnknown)
            return (null, "The device says that it does not know who this is.");
        DevicePlace? place = null;
        for (var next = 0; place?.Chair is null && next < devices.Count; next++)
            place = await Find(devices[next], cancel);
        if (place?.Chair is null)
            return (null, "No chair has this device.");
        if (place.Seat is not { } seat)
            return (null, "Nobody is checked in at the chair of this device.");
        if (IsBefore(place.TiedAt, at))
            return (null, "Measured before this device stood at its chair.");
        if (IsBefore(seat.Since, at))
            return (null, "Measured before the patient was checked in at the chair of this device.");
        return patientNumbers.Count > 0 && !patientNumbers.Contains(seat.Number)
            ? (null, "The device names another patient than the one checked in at its chair.")
            : (seat, null);
    }

    // A monitor sends again what it had stored, and a cuff keeps its last value. Where the server's clock was put back since,
    // only what has just been measured can be told from that.
    private static bool IsBefore(DateTimeOffset? since, (DateTimeOffset Measured, DateTimeOffset Received) at) =>
        at.Measured < since && !(at.Received < since - UnderWay && at.Received - at.Measured <= UnderWay);

    private async ValueTask<DevicePlace?> Find(string device, CancellationToken cancel)
    {
        if (!places.TryGetValue(device, out var place))
            places[device] = place = await statements.Place(device, cancel);
        return place;
    }
}

/// <summary>Where a device stands, and who sits there.</summary>
/// <param name="Chair">Null until somebody ties it to one.</param>
/// <param name="TiedAt">Since when; null when nobody knows.</param>
/// <param name="Seat">Null when nobody is checked in there.</param>
internal sealed record DevicePlace(Id<Chair>? Chair, DateTimeOffset? TiedAt, Seated? Seat);

/// <summary>Who sits in a chair.</summary>
/// <param name="Since">Null when it is not known.</param>
internal sealed record Seated(Id<Session> Session, Id<Patient> Patient, string Number, DateTimeOffset? Since);
