namespace Mooring.Storage.Telemetry;

/// <content>The devices' own alarms.</content>
internal sealed partial class TelemetryStatements
{
    public Task Insert(Guid message, IncomingAlarm alarm, Seated? seat, CancellationToken cancel) => Command(
        """
        INSERT INTO device_alarms ("Id", "ClinicId", "MessageId", "Device", "AlarmId", "Event", "Words", "Phase", "State", "Inactivation",
            "Priority", "Type", "Reading", "Limits", "At", "ReceivedAt", "PatientId", "SessionId")
        VALUES (@id, @clinic, @message, @device, @alarm, @event, @words, @phase, @state, @inactivation,
            @priority, @type, @reading, @limits, @at, @received, @patient, @session)
        """,
        ("id", Guid.CreateVersion7(alarm.Said.ReceivedAt)),
        ("clinic", clinic.Value),
        ("message", message),
        ("device", alarm.Said.Device),
        ("alarm", alarm.Said.AlarmId),
        ("event", alarm.Said.Event),
        ("words", alarm.Said.Words),
        ("phase", alarm.Said.Phase),
        ("state", alarm.Said.State),
        ("inactivation", alarm.Said.Inactivation),
        ("priority", alarm.Said.Priority),
        ("type", alarm.Said.Type),
        ("reading", alarm.Said.Value),
        ("limits", alarm.Said.Limits),
        ("at", alarm.Said.At.UtcTicks),
        ("received", alarm.Said.ReceivedAt.UtcTicks),
        ("patient", seat?.Patient.Value),
        ("session", seat?.Session.Value)).ExecuteNonQueryAsync(cancel);
}
