using System.Data.Common;
using Microsoft.Data.Sqlite;
using Mooring.Clinical;

namespace Mooring.Storage.Telemetry;

/// <summary>
/// The few statements of device intake, prepared once a batch. They go round EF, which costs four times as much on
/// single durable inserts; the same text runs on both databases.
/// </summary>
internal sealed partial class TelemetryStatements(DbConnection connection, DbTransaction transaction, Id<Clinic> clinic)
{
    private readonly Dictionary<string, DbCommand> commands = new(StringComparer.Ordinal);

    public async Task<ReadOnlyMemory<byte>?> AnswerGiven(IncomingMessage message, CancellationToken cancel)
    {
        const string sql = """
            SELECT "Answer" FROM messages
            WHERE "ClinicId" = @clinic AND "Source" = @source AND "ControlId" = @control AND "SentAt" = @sent AND "BodyHash" = @hash
            """;
        var given = await Command(
            sql, ("clinic", clinic.Value), ("source", message.Source), ("control", message.ControlId), ("sent", message.SentAt), ("hash", message.BodyHash))
            .ExecuteScalarAsync(cancel);
        // Not "? bytes : null": a null array would become an empty answer, which is no answer to a sender that waits.
        return given is byte[] bytes ? new ReadOnlyMemory<byte>(bytes) : default(ReadOnlyMemory<byte>?);
    }

    public Task Insert(Guid id, IncomingMessage message, CancellationToken cancel) => Command(
        """
        INSERT INTO messages ("Id", "ClinicId", "Source", "ControlId", "SentAt", "BodyHash", "Bytes", "Answer", "ReceivedAt")
        VALUES (@id, @clinic, @source, @control, @sent, @hash, @bytes, @answer, @received)
        """,
        ("id", id),
        ("clinic", clinic.Value),
        ("source", message.Source),
        ("control", message.ControlId),
        ("sent", message.SentAt),
        ("hash", message.BodyHash),
        ("bytes", message.Bytes.ToArray()),
        ("answer", message.Answer.ToArray()),
        ("received", message.ReceivedAt.UtcTicks)).ExecuteNonQueryAsync(cancel);

    public Task Insert(Guid id, Guid message, IncomingMessage of, IncomingQuarantine kept, CancellationToken cancel) => Command(
        """
        INSERT INTO quarantine ("Id", "ClinicId", "MessageId", "ReceivedAt", "Reason", "Says", "Place", "Raw", "Device", "IsAlert")
        VALUES (@id, @clinic, @message, @received, @reason, @says, @place, @raw, @device, @alert)
        """,
        ("id", id),
        ("clinic", clinic.Value),
        ("message", message),
        ("received", of.ReceivedAt.UtcTicks),
        ("reason", kept.Reason),
        ("says", kept.Says),
        ("place", kept.Place),
        ("raw", kept.Raw),
        ("device", of.Devices.Count > 0 ? of.Devices[0] : null),
        ("alert", kept.IsAlert)).ExecuteNonQueryAsync(cancel);

    public Task InsertDevice(string name, DateTimeOffset heardAt, CancellationToken cancel) => Command(
        """
        INSERT INTO devices ("ClinicId", "Name", "FirstHeardAt", "Version") VALUES (@clinic, @name, @heard, 1)
        ON CONFLICT DO NOTHING
        """,
        ("clinic", clinic.Value),
        ("name", name),
        ("heard", heardAt.UtcTicks)).ExecuteNonQueryAsync(cancel);

    /// <summary>Files a value. False when it was there already, or a correction or withdrawal of it came first.</summary>
    public async Task<bool> Insert(
        Guid id, Guid message, IncomingMessage of, IncomingValue value, Seated? seat, string? parked, CancellationToken cancel) =>
        await Command(
            """
            INSERT INTO readings ("Id", "ClinicId", "MessageId", "Sign", "Value", "At", "ReceivedAt", "Status", "Device", "Code", "SubId",
                "ControlId", "Mdc", "Loinc", "PatientId", "SessionId", "Parked", "TimeDoubt")
            SELECT @id, @clinic, @message, @sign, @value, @at, @received, @status, @device, @code, @sub, @control, @mdc, @loinc, @patient, @session, @parked, @doubt
            WHERE NOT EXISTS (SELECT 1 FROM readings WHERE "ClinicId" = @clinic AND "Device" = @device AND "Code" = @code AND "At" = @at
                AND ("Status" IN ('corrected', 'withdrawn') OR ("SubId" = @sub AND "Value" = @value)))
            """,
            ("id", id),
            ("clinic", clinic.Value),
            ("message", message),
            ("sign", value.Sign.Code),
            ("value", value.Value),
            ("at", value.At.UtcTicks),
            ("received", of.ReceivedAt.UtcTicks),
            ("status", Word(value.Status)),
            ("device", value.Devices[0]),
            ("code", value.Code),
            ("sub", value.SubId),
            ("control", of.ControlId),
            ("mdc", value.Mdc),
            ("loinc", value.Loinc),
            ("patient", seat?.Patient.Value),
            ("session", seat?.Session.Value),
            ("parked", parked),
            ("doubt", value.TimeDoubt)).ExecuteNonQueryAsync(cancel) > 0;

    public static string Word(ValueStatus status) => status switch
    {
        ValueStatus.Final => "final",
        ValueStatus.Corrected => "corrected",
        ValueStatus.Withdrawn => "withdrawn",
        _ => "not-final",
    };

    public static ValueStatus Status(string word) => word switch
    {
        "final" => ValueStatus.Final,
        "corrected" => ValueStatus.Corrected,
        "withdrawn" => ValueStatus.Withdrawn,
        _ => ValueStatus.NotFinal,
    };

    private DbCommand Command(string sql, params (string Name, object? Value)[] values)
    {
        if (!commands.TryGetValue(sql, out var command))
        {
            command = connection.CreateCommand();
            (command.CommandText, command.Transaction) = (sql, transaction);
            commands[sql] = command;
        }

        command.Parameters.Clear();
        foreach (var (name, value) in values)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value ?? DBNull.Value);
            // PostgreSQL asks for the type of a null; SQLite takes any.
            if (value is null && command is not SqliteCommand)
                parameter.DbType = name is "value" ? System.Data.DbType.Double : name is "patient" or "session" ? System.Data.DbType.Guid : System.Data.DbType.String;
            command.Parameters.Add(parameter);
        }

        return command;
    }
}
