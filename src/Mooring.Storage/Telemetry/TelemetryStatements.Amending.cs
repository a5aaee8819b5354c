using System.Data;
using System.Data.Common;
using Mooring.Clinical;
using Mooring.Clinical.Sessions;

namespace Mooring.Storage.Telemetry;

/// <summary>What a correction, withdrawal or confirmation changed: a value, wherever it had been filed.</summary>
internal sealed record Amended(Guid Reading, Id<Session>? Session);

/// <content>Corrections (C), withdrawals (D, W) and the final word on a preliminary value.</content>
internal sealed partial class TelemetryStatements
{
    private const string Slot = """ "ClinicId" = @clinic AND "Device" = @device AND "Code" = @code AND "At" = @at """;

    private readonly Dictionary<string, Statement> amending = new(StringComparer.Ordinal);

    /// <summary>Changes what stands at the same device, code and time; nothing when nothing stands there.</summary>
    public async Task<IReadOnlyList<Amended>> Amend(Guid message, IncomingMessage of, IncomingValue value, CancellationToken cancel) => value.Status switch
    {
        ValueStatus.Corrected when value.Value is not null => await Correct(message, of, value, cancel),
        ValueStatus.Corrected or ValueStatus.Withdrawn => await Changed(
            $"""UPDATE readings SET "Status" = 'withdrawn' WHERE {Slot} AND "Status" <> 'withdrawn' RETURNING "Id", "SessionId" """, value, [], cancel),
        ValueStatus.Final => await Changed(
            $"""UPDATE readings SET "Status" = 'final' WHERE {Slot} AND "Value" = @value AND "Status" = 'not-final' RETURNING "Id", "SessionId" """,
            value, [("value", DbType.Double, value.Value)], cancel),
        _ => [],
    };

    /// <summary>Who else sent what stands at the place that a value would change; null when nothing of another sender stands there.</summary>
    public async Task<string?> OtherOwner(IncomingMessage of, IncomingValue value, CancellationToken cancel)
    {
        // A final word is on the very number that waits for one.
        var (which, more) = value.Status == ValueStatus.Final
            ? ("""AND r."Value" = @value AND r."Status" = 'not-final'""", new (string, DbType, object?)[] { ("value", DbType.Double, value.Value) })
            : ("", []);
        var sql = $"""
            SELECT m."Source" FROM readings r JOIN messages m ON m."ClinicId" = r."ClinicId" AND m."Id" = r."MessageId"
            WHERE r."ClinicId" = @clinic AND r."Device" = @device AND r."Code" = @code AND r."At" = @at AND m."Source" <> @source {which} LIMIT 1
            """;
        await using var rows = await Slotted(sql, value, [("source", DbType.String, of.Source), .. more], cancel);
        return await rows.ReadAsync(cancel) ? rows.GetString(0) : null;
    }

    // One value remains at the place. The number it replaces stays in its raw message; if that same number was sent
    // there twice, the second is withdrawn rather than made the first one's double.
    private async Task<IReadOnlyList<Amended>> Correct(Guid message, IncomingMessage of, IncomingValue value, CancellationToken cancel)
    {
        var corrected = await Changed(
            $"""
            UPDATE readings SET "Status" = 'corrected', "Value" = @value, "MessageId" = @message, "ControlId" = @control
            WHERE "Id" = (SELECT "Id" FROM readings WHERE {Slot}
                ORDER BY CASE WHEN "Value" = @value THEN 0 ELSE 1 END, CASE WHEN "SubId" = @sub THEN 0 ELSE 1 END LIMIT 1)
            RETURNING "Id", "SessionId"
            """,
            value,
            [("value", DbType.Double, value.Value), ("message", DbType.Guid, message), ("control", DbType.String, of.ControlId), ("sub", DbType.String, value.SubId)],
            cancel);
        if (corrected is [var kept, ..])
        {
            await Changed(
                $"""UPDATE readings SET "Status" = 'withdrawn' WHERE {Slot} AND "Id" <> @kept RETURNING "Id", "SessionId" """,
                value, [("kept", DbType.Guid, kept.Reading)], cancel);
        }

        return corrected;
    }

    private async Task<IReadOnlyList<Amended>> Changed(
        string sql, IncomingValue value, (string Name, DbType Type, object? Value)[] more, CancellationToken cancel)
    {
        List<Amended> changed = [];
        await using var rows = await Slotted(sql, value, more, cancel);
        while (await rows.ReadAsync(cancel))
            changed.Add(new(rows.GetGuid(0), await rows.IsDBNullAsync(1, cancel) ? null : new Id<Session>(rows.GetGuid(1))));
        return changed;
    }

    private async Task<DbDataReader> Slotted(string sql, IncomingValue value, (string Name, DbType Type, object? Value)[] more, CancellationToken cancel)
    {
        if (!amending.TryGetValue(sql, out var statement))
        {
            statement = amending[sql] = new(
                connection, sql, [Clinic, .. Texts("device", "code"), ("at", DbType.Int64), .. more.Select(one => (one.Name, one.Type))]);
        }

        return await statement.Read(within, cancel, [clinic, value.Devices[0], value.Code, value.At.UtcTicks, .. more.Select(one => one.Value)]);
    }
}
