using System.Data;
using System.Data.Common;
using System.Globalization;

namespace Mooring.Storage.Telemetry;

/// <content>Values that are kept together, and taken apart again when one of them is touched.</content>
internal sealed partial class TelemetryStatements
{
    private readonly Dictionary<string, Guid> layouts = new(StringComparer.Ordinal);
    private long? layoutsKept;

    /// <summary>
    /// Keeps the final values of one device at one time. False when something stands at their place already, or when
    /// what they are can not be said once for all.
    /// </summary>
    public async Task<bool> InsertSet(Guid message, int first, IncomingMessage of, IReadOnlyList<IncomingValue> values, Seated? seat, string? parked, CancellationToken cancel)
    {
        if (await Layout(values, cancel) is not { } layout)
            return false;
        return await insertSet.Run(
            within,
            cancel,
            clinic,
            message,
            first,
            values[0].Devices[0],
            of.ControlId,
            values[0].At.UtcTicks,
            values[0].MeasuredAt.UtcTicks,
            of.ReceivedAt.UtcTicks,
            seat?.Session.Value,
            parked,
            values[0].TimeDoubt,
            layout,
            ReadingSetRow.Pack([.. values.Select(value => value.Value!.Value)])) > 0;
    }

    /// <summary>Makes single readings of the set at this place, if there is one; their ids stay the same.</summary>
    public async Task Unfold(string device, DateTimeOffset at, CancellationToken cancel)
    {
        List<ReadingRow> rows = [];
        await using (var found = await setAt.Read(within, cancel, clinic, at.UtcTicks, device))
        {
            while (await found.ReadAsync(cancel))
                rows.AddRange(await Unfolded(found, device, at, cancel));
        }

        if (rows.Count == 0)
            return;
        await dropSet.Run(within, cancel, clinic, at.UtcTicks, device);
        foreach (var row in rows)
            await Insert(row, cancel);
    }

    private static async Task<IEnumerable<ReadingRow>> Unfolded(DbDataReader found, string device, DateTimeOffset at, CancellationToken cancel)
    {
        var set = new ReadingSetRow { MessageId = found.GetGuid(0), First = found.GetInt32(1), Device = device, ControlId = found.GetString(5), Numbers = await found.GetFieldValueAsync<byte[]>(2, cancel) };
        var layout = new ReadingLayoutRow { Text = found.GetString(3) };
        var received = new DateTimeOffset(found.GetInt64(4), TimeSpan.Zero);
        var measured = new DateTimeOffset(found.GetInt64(10), TimeSpan.Zero);
        var session = await found.IsDBNullAsync(6, cancel) ? default(Guid?) : found.GetGuid(6);
        var patient = await found.IsDBNullAsync(7, cancel) ? default(Guid?) : found.GetGuid(7);
        var parked = await found.IsDBNullAsync(8, cancel) ? null : found.GetString(8);
        var doubt = await found.IsDBNullAsync(9, cancel) ? null : found.GetString(9);
        return layout.Parts().Select((part, place) => new ReadingRow
        {
            Id = set.Id(place),
            MessageId = set.MessageId,
            At = at,
            MeasuredAt = measured,
            Value = set.Value(place),
            ReceivedAt = received,
            Sign = part.Sign,
            Status = Word(ValueStatus.Final),
            Device = device,
            Code = part.Code,
            SubId = part.SubId,
            ControlId = set.ControlId,
            Mdc = part.Mdc,
            Loinc = part.Loinc,
            Parked = parked,
            TimeDoubt = doubt,
            PatientId = patient is { } whose ? new(whose) : null,
            SessionId = session is { } seated ? new(seated) : null,
        });
    }

    private async Task<Guid?> Layout(IReadOnlyList<IncomingValue> values, CancellationToken cancel)
    {
        if (ReadingLayoutRow.Of(values) is not { } text)
            return null;
        if (layouts.TryGetValue(text, out var known))
            return known;
        layoutsKept ??= Convert.ToInt64(await countLayouts.Ask(within, cancel, clinic), CultureInfo.InvariantCulture);
        var id = ReadingLayoutRow.IdOf(text);
        if (layoutsKept >= ReadingLayouts.Most)
            return null;
        layoutsKept += await insertLayout.Run(within, cancel, clinic, id, text);
        layouts[text] = id;
        return id;
    }

    private static Statement SetInsertion(DbConnection connection) => new(
        connection,
        """
        INSERT INTO reading_sets ("ClinicId", "MessageId", "First", "Device", "ControlId", "At", "MeasuredAt", "ReceivedAt", "SessionId", "Parked", "TimeDoubt", "LayoutId", "Numbers")
        SELECT @clinic, @message, @first, @device, @control, @at, @measured, @received, @session, @parked, @doubt, @layout, @numbers
        WHERE NOT EXISTS (SELECT 1 FROM readings WHERE "ClinicId" = @clinic AND "At" = @at AND "Device" = @device)
        ON CONFLICT DO NOTHING
        """,
        [
            Clinic, ("message", DbType.Guid), ("first", DbType.Int32), ("device", DbType.String), ("control", DbType.String), ("at", DbType.Int64), ("measured", DbType.Int64), ("received", DbType.Int64),
            ("session", DbType.Guid), .. Texts("parked", "doubt"), ("layout", DbType.Guid), ("numbers", DbType.Binary),
        ]);

    private static Statement SetFinding(DbConnection connection) => new(
        connection,
        """
        SELECT s."MessageId", s."First", s."Numbers", l."Text", s."ReceivedAt", s."ControlId", s."SessionId", c."PatientId", s."Parked", s."TimeDoubt", s."MeasuredAt"
        FROM reading_sets s
        JOIN reading_layouts l ON l."ClinicId" = s."ClinicId" AND l."Id" = s."LayoutId"
        LEFT JOIN sessions c ON c."Id" = s."SessionId"
        WHERE s."ClinicId" = @clinic AND s."At" = @at AND s."Device" = @device
        """,
        SetPlace);

    private static (string, DbType)[] SetPlace => [Clinic, ("at", DbType.Int64), ("device", DbType.String)];
}
