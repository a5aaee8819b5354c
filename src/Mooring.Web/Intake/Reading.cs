using Mooring.Devices.Mllp;
using Mooring.Devices.Readings;
using Mooring.Storage.Telemetry;

namespace Mooring.Web.Intake;

/// <summary>From the words of devices to those of storage; the two rooms do not know each other.</summary>
internal static class Reading
{
    public static IncomingMessage Incoming(Received received, Source source, ReadOnlyMemory<byte> bytes, Answer answer, DateTimeOffset now)
    {
        var key = received.Key(source);
        return new()
        {
            Source = key?.Source ?? source.Address.ToString(),
            ControlId = key?.ControlId ?? "",
            SentAt = key?.SentAt ?? "",
            BodyHash = received.BodyHash,
            Bytes = bytes,
            Answer = answer.Wire,
            ReceivedAt = now,
            Devices = received.Devices,
            Values = [.. received.Values.Select(Value)],
            Alarms = [.. received.Alarms.Select(alarm => new IncomingAlarm(alarm.Said, alarm.Devices) { PatientNumber = alarm.Patient.Id, IsPatientUnknown = alarm.Patient.IsUnknown })],
            Quarantine = [.. received.Quarantined.Select(kept => new IncomingQuarantine(kept.Code, kept.Says, kept.At, kept.Raw, kept.IsAlert))],
        };
    }

    public static IncomingValue Value(Observed seen) => new(seen.Sign, seen.Value, seen.At, Status(seen.Status))
    {
        Devices = seen.Devices.Count > 0 ? seen.Devices : [seen.Device],
        Code = seen.Code,
        SubId = seen.SubId,
        Mdc = seen.Mdc,
        Loinc = seen.Loinc,
        PatientNumber = seen.Patient.Id,
        IsPatientUnknown = seen.Patient.IsUnknown,
        TimeDoubt = seen.TimeDoubts switch
        {
            TimeDoubts.None => null,
            TimeDoubts.ZoneAssumed => "The device sent no time zone; the clinic's was assumed.",
            TimeDoubts.Future => "The device's clock is ahead.",
            _ => "The device's clock is ahead, and it sent no time zone.",
        },
    };

    private static ValueStatus Status(ReadingStatus status) => status switch
    {
        ReadingStatus.Final => ValueStatus.Final,
        ReadingStatus.Corrected => ValueStatus.Corrected,
        ReadingStatus.Withdrawn => ValueStatus.Withdrawn,
        _ => ValueStatus.NotFinal,
    };
}
