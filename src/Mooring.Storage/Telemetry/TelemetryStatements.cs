using System.Data;
using System.Data.Common;
using Mooring.Clinical;

namespace Mooring.Storage.Telemetry;

/// <summary>
/// The few statements of device intake, kept prepared on one connection. They go round EF, which costs four times as much
/// on single durable inserts; the same text runs on both databases.
/// </summary>
internal sealed partial class TelemetryStatements : IAsyncDisposable
{
    private readonly DbConnection connection;
    private readonly Guid clinic;
    private readonly Statement insertMessage;
    private readonly Statement answerGiven;
    private readonly Statement insertQuarantine;
    private readonly Statement insertDevice;
    private readonly Statement insertCertificate;
    private readonly Statement insertReading;
    private readonly Statement insertSet;
    private readonly Statement setAt;
    private readonly Statement dropSet;
    private readonly Statement countLayouts;
    private readonly Statement insertLayout;
    private readonly Statement insertAlarm;
    private readonly Statement place;
    private DbTransaction within = null!;

    public TelemetryStatements(DbConnection connection, Id<Clinic> clinic)
    {
        (this.connection, this.clinic) = (connection, clinic.Value);
        insertMessage = new(
            connection,
            """
            INSERT INTO messages ("ClinicId", "Source", "ControlId", "SentAt", "BodyHash", "Id", "Packed", "Answer", "ReceivedAt")
            VALUES (@clinic, @source, @control, @sent, @hash, @id, @bytes, @answer, @received)
            ON CONFLICT DO NOTHING
            """,
            [.. MessageKey, ("id", DbType.Guid), ("bytes", DbType.Binary), ("answer", DbType.Binary), ("received", DbType.Int64)]);
        answerGiven = new(
            connection,
            """
            SELECT "Answer" FROM messages
            WHERE "ClinicId" = @clinic AND "Source" = @source AND "ControlId" = @control AND "SentAt" = @sent AND "BodyHash" = @hash
            """,
            MessageKey);
        insertQuarantine = new(
            connection,
            """
            INSERT INTO quarantine ("ClinicId", "Id", "MessageId", "ReceivedAt", "Reason", "Says", "Place", "Raw", "Device", "IsAlert")
            VALUES (@clinic, @id, @message, @received, @reason, @says, @place, @raw, @device, @alert)
            """,
            [Clinic, ("id", DbType.Guid), ("message", DbType.Guid), ("received", DbType.Int64), .. Texts("reason", "says", "place", "raw", "device"), ("alert", DbType.Boolean)]);
        insertDevice = new(
            connection,
            """
            INSERT INTO devices ("ClinicId", "Name", "FirstHeardAt", "WaitsSince", "HeardFrom", "Version")
            VALUES (@clinic, @name, @heard, @waits, @from, 1) ON CONFLICT DO NOTHING
            """,
            Clinic, ("name", DbType.String), ("heard", DbType.Int64), ("waits", DbType.Int64), ("from", DbType.String));
        insertCertificate = new(
            connection,
            """
            INSERT INTO device_certificates ("ClinicId", "Fingerprint", "Subject", "ExpiresAt", "ShownAt", "HeardFrom", "Named", "Version")
            VALUES (@clinic, @fingerprint, @subject, @expires, @shown, @from, @named, 1) ON CONFLICT DO NOTHING
            """,
            [Clinic, .. Texts("fingerprint", "subject"), ("expires", DbType.Int64), ("shown", DbType.Int64), .. Texts("from", "named")]);
        insertReading = new(
            connection,
            """
            INSERT INTO readings ("ClinicId", "Id", "MessageId", "At", "MeasuredAt", "Value", "ReceivedAt", "Sign", "Status", "Device", "Code", "SubId",
                "ControlId", "Mdc", "Loinc", "Parked", "TimeDoubt", "PatientId", "SessionId")
            SELECT @clinic, @id, @message, @at, @measured, @value, @received, @sign, @status, @device, @code, @sub,
                @control, @mdc, @loinc, @parked, @doubt, @patient, @session
            WHERE NOT EXISTS (SELECT 1 FROM readings WHERE "ClinicId" = @clinic AND "Device" = @device AND "Code" = @code AND "At" = @at
                AND (("Status" IN ('corrected', 'withdrawn') AND NOT EXISTS (
                    SELECT 1 FROM messages theirs, messages ours WHERE theirs."Id" = readings."MessageId" AND ours."Id" = @message AND theirs."Source" <> ours."Source"))
                OR ("SubId" = @sub AND "Value" = @value)))
            """,
            [
                Clinic, ("id", DbType.Guid), ("message", DbType.Guid), ("at", DbType.Int64), ("measured", DbType.Int64), ("value", DbType.Double), ("received", DbType.Int64),
                .. Texts("sign", "status", "device", "code", "sub", "control", "mdc", "loinc", "parked", "doubt"), ("patient", DbType.Guid), ("session", DbType.Guid),
            ]);
        (insertSet, setAt) = (SetInsertion(connection), SetFinding(connection));
        dropSet = new(connection, """DELETE FROM reading_sets WHERE "ClinicId" = @clinic AND "At" = @at AND "Device" = @device""", SetPlace);
        countLayouts = new(connection, """SELECT COUNT(*) FROM reading_layouts WHERE "ClinicId" = @clinic""", Clinic);
        insertLayout = new(
            connection,
            """INSERT INTO reading_layouts ("ClinicId", "Id", "Text") VALUES (@clinic, @id, @text) ON CONFLICT DO NOTHING""",
            Clinic, ("id", DbType.Guid), ("text", DbType.String));
        insertAlarm = Alarm(connection);
        // At most one sits at a chair: the database itself sees to it.
        place = new(
            connection,
            """
            SELECT d."ChairId", s."Id", p."Id", p."Number", s."SeatedAt", d."TiedAt" FROM devices d
            LEFT JOIN sessions s ON s."ClinicId" = d."ClinicId" AND s."ChairId" = d."ChairId" AND s."IsSeated"
            LEFT JOIN patients p ON p."ClinicId" = d."ClinicId" AND p."Id" = s."PatientId"
            WHERE d."ClinicId" = @clinic AND d."Name" = @name
            """,
            Clinic, ("name", DbType.String));
    }

    private static (string, DbType) Clinic => ("clinic", DbType.Guid);

    private static (string, DbType)[] MessageKey => [Clinic, .. Texts("source", "control", "sent", "hash")];

    /// <summary>From here on, everything belongs to this transaction.</summary>
    public void Within(DbTransaction transaction) => within = transaction;

    /// <summary>Keeps a message; false when it is there already.</summary>
    public async Task<bool> Insert(Guid id, IncomingMessage message, CancellationToken cancel) => await insertMessage.Run(
        within, cancel, clinic, message.Source, message.ControlId, message.SentAt, message.BodyHash, id, PackedMessage.Pack(message.Bytes.Span), message.Answer.ToArray(), message.ReceivedAt.UtcTicks) > 0;

    /// <summary>What a message that is there already was answered.</summary>
    public async Task<ReadOnlyMemory<byte>> AnswerGiven(IncomingMessage message, CancellationToken cancel) =>
        (byte[]?)await answerGiven.Ask(within, cancel, clinic, message.Source, message.ControlId, message.SentAt, message.BodyHash)
        ?? throw new InvalidOperationException("A message that is there already has no answer.");

    public Task Insert(Guid id, Guid message, IncomingMessage of, IncomingQuarantine kept, CancellationToken cancel) => insertQuarantine.Run(
        within, cancel, clinic, id, message, of.ReceivedAt.UtcTicks, kept.Reason, kept.Says, kept.Place, kept.Raw, kept.Device ?? (of.Devices.Count > 0 ? of.Devices[0] : null), kept.IsAlert);

    /// <summary>A device that was never heard before: its name waits for a person.</summary>
    public Task InsertDevice(string name, IncomingMessage of, CancellationToken cancel) =>
        insertDevice.Run(within, cancel, clinic, name, of.ReceivedAt.UtcTicks, of.ReceivedAt.UtcTicks, of.Address);

    public Task Insert(IncomingCertificate shown, IncomingMessage of, CancellationToken cancel) => insertCertificate.Run(
        within, cancel, clinic, shown.Fingerprint, shown.Subject, shown.ExpiresAt.UtcTicks, of.ReceivedAt.UtcTicks, of.Address, string.Join('\n', shown.Named));

    /// <summary>Files a value. False when it was there already, or a correction or withdrawal of it came first.</summary>
    public async Task<bool> Insert(ReadingRow row, CancellationToken cancel) => await insertReading.Run(
        within,
        cancel,
        clinic,
        row.Id,
        row.MessageId,
        row.At.UtcTicks,
        row.MeasuredAt.UtcTicks,
        row.Value,
        row.ReceivedAt.UtcTicks,
        row.Sign,
        row.Status,
        row.Device,
        row.Code,
        row.SubId,
        row.ControlId,
        row.Mdc,
        row.Loinc,
        row.Parked,
        row.TimeDoubt,
        row.PatientId?.Value,
        row.SessionId?.Value) > 0;

    /// <summary>Where a device stands, and who sits there now; null when it has never been heard.</summary>
    public async Task<DevicePlace?> Place(string device, CancellationToken cancel)
    {
        await using var rows = await place.Read(within, cancel, clinic, device);
        if (!await rows.ReadAsync(cancel))
            return null;
        var chair = await rows.IsDBNullAsync(0, cancel) ? default(Id<Chair>?) : new(rows.GetGuid(0));
        return new(
            chair,
            await Time(rows, 5, cancel),
            await rows.IsDBNullAsync(1, cancel) ? null : new(new(rows.GetGuid(1)), new(rows.GetGuid(2)), rows.GetString(3), await Time(rows, 4, cancel)));
    }

    private static async Task<DateTimeOffset?> Time(DbDataReader rows, int column, CancellationToken cancel) =>
        await rows.IsDBNullAsync(column, cancel) ? null : new DateTimeOffset(rows.GetInt64(column), TimeSpan.Zero);

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

    public async ValueTask DisposeAsync()
    {
        foreach (var one in new[] { insertMessage, answerGiven, insertQuarantine, insertDevice, insertCertificate, insertReading, insertSet, setAt, dropSet, countLayouts, insertLayout, insertAlarm, place }.Concat(amending.Values))
            await one.DisposeAsync();
    }

    private static IEnumerable<(string, DbType)> Texts(params string[] names) => names.Select(name => (name, DbType.String));
}
