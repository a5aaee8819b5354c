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
    private readonly Dictionary<string, DevicePlace?> places = new(StringComparer.Ordinal);

    /// <summary>Notes the devices that are heard for the first time.</summary>
    public async Task Meet(IReadOnlyList<string> devices, DateTimeOffset heardAt, CancellationToken cancel)
    {
        foreach (var device in devices)
        {
            if (await Find(device, cancel) is not null)
                continue;
            await statements.InsertDevice(device, heardAt, cancel);
            places[device] = new(null, null);
        }
    }

    /// <summary>The session of a value, or why there is none.</summary>
    public ValueTask<(Seated? Seat, string? Parked)> Of(IncomingValue value, CancellationToken cancel) =>
        Of(value.Devices, value.PatientNumber, value.IsPatientUnknown, cancel);

    /// <summary>The session of what came through these devices, or why there is none.</summary>
    public async ValueTask<(Seated? Seat, string? Parked)> Of(IReadOnlyList<string> devices, string? patientNumber, bool isPatientUnknown, CancellationToken cancel)
    {
        if (isPatientUnknown)
            return (null, "The device says that it does not know who this is.");
        DevicePlace? place = null;
        for (var at = 0; place?.Chair is null && at < devices.Count; at++)
            place = await Find(devices[at], cancel);
        if (place?.Chair is null)
            return (null, "No chair has this device.");
        if (place.Seat is not { } seat)
            return (null, "Nobody is checked in at the chair of this device.");
        return patientNumber is { Length: > 0 } number && number != seat.Number
            ? (null, "The device names another patient than the one checked in at its chair.")
            : (seat, null);
    }

    private async ValueTask<DevicePlace?> Find(string device, CancellationToken cancel)
    {
        if (!places.TryGetValue(device, out var place))
            places[device] = place = await statements.Place(device, cancel);
        return place;
    }
}

/// <summary>Where a device stands, and who sits there.</summary>
/// <param name="Chair">Null until somebody ties it to one.</param>
/// <param name="Seat">Null when nobody is checked in there.</param>
internal sealed record DevicePlace(Id<Chair>? Chair, Seated? Seat);

/// <summary>Who sits in a chair.</summary>
internal sealed record Seated(Id<Session> Session, Id<Patient> Patient, string Number);
