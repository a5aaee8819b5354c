using System.Data;
using System.Data.Common;

namespace Mooring.Storage.Telemetry;

/// <content>The devices' own alarms.</content>
internal sealed partial class TelemetryStatements
{
    public Task Insert(Guid message, IncomingAlarm alarm, Seated? seat, CancellationToken cancel) => insertAlarm.Run(
        within,
        cancel,
        clinic,
        Guid.CreateVersion7(alarm.Said.ReceivedAt),
        message,
        alarm.Said.Device,
        alarm.Said.AlarmId,
        alarm.Said.Event,
        alarm.Said.Words,
        alarm.Said.Phase,
        alarm.Said.State,
        alarm.Said.Inactivation,
        alarm.Said.Priority,
        alarm.Said.Type,
        alarm.Said.Value,
        alarm.Said.Limits,
        alarm.Said.At.UtcTicks,
        alarm.Said.ReceivedAt.UtcTicks,
        seat?.Patient.Value,
        seat?.Session.Value);

    private static Statement Alarm(DbConnection connection) => new(
        connection,
        """
        INSERT INTO device_alarms ("ClinicId", "Id", "MessageId", "Device", "AlarmId", "Event", "Words", "Phase", "State", "Inactivation",
            "Priority", "Type", "Reading", "Limits", "At", "ReceivedAt", "PatientId", "SessionId")
        VALUES (@clinic, @id, @message, @device, @alarm, @event, @words, @phase, @state, @inactivation,
            @priority, @type, @reading, @limits, @at, @received, @patient, @session)
        """,
        [
            Clinic, ("id", DbType.Guid), ("message", DbType.Guid),
            .. Texts("device", "alarm", "event", "words", "phase", "state", "inactivation", "priority", "type", "reading", "limits"),
            ("at", DbType.Int64), ("received", DbType.Int64), ("patient", DbType.Guid), ("session", DbType.Guid),
        ]);
}
