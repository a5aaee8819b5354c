using Mooring.Clinical.Vitals;
using Mooring.Devices.Mllp;
using Mooring.Devices.Readings;
using Mooring.Storage.Telemetry;

namespace Mooring.Web.Intake;

/// <summary>From the words of devices to those of storage; the two rooms do not know each other.</summary>
internal static class Reading
{
    public static IncomingMessage Incoming(Received received, Source source, ReadOnlyMemory<byte> bytes, Answer answer, (DateTimeOffset At, TimeSpan HeldUp) arrived)
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
            ReceivedAt = arrived.At,
            Devices = received.Devices,
            Address = source.Address.ToString(),
            Values = [.. received.Values.Select(value => Value(value, arrived))],
            Alarms = [.. received.Alarms.Select(alarm => new IncomingAlarm(alarm.Said, alarm.Devices)
            {
                MeasuredAt = MeasuredAt.Of(alarm.Said.At, received.SentAt, arrived.At, arrived.HeldUp),
                PatientNumbers = alarm.Patient.Ids,
                IsPatientUnknown = alarm.Patient.IsUnknown,
            })],
            Quarantine = [.. received.Quarantined.Select(kept => new IncomingQuarantine(kept.Code, kept.Says, kept.At, kept.Raw, kept.IsAlert, kept.Device))],
        };
    }

    public static IncomingValue Value(Observed seen, (DateTimeOffset At, TimeSpan HeldUp) arrived) => new(seen.Sign, seen.Value, seen.At, Status(seen.Status))
    {
        Devices = seen.Devices.Count > 0 ? seen.Devices : [seen.Device],
        MeasuredAt = MeasuredAt.Of(seen.At, seen.SentAt, arrived.At, arrived.HeldUp),
        Code = seen.Code,
        SubId = seen.SubId,
        Mdc = seen.Mdc,
        Loinc = seen.Loinc,
        PatientNumbers = seen.Patient.Ids,
        IsPatientUnknown = seen.Patient.IsUnknown,
        TimeDoubt = seen.TimeDoubts switch
        {
            TimeDoubts.None => null,
            TimeDoubts.ZoneAssumed => TimeDoubtSays.ZoneAssumed,
            TimeDoubts.Future => TimeDoubtSays.Ahead,
            _ => TimeDoubtSays.AheadWithoutZone,
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
