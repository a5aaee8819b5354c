using System.Data;
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
        if (!amending.TryGetValue(sql, out var statement))
        {
            statement = amending[sql] = new(
                connection, sql, [Clinic, .. Texts("device", "code"), ("at", DbType.Int64), .. more.Select(one => (one.Name, one.Type))]);
        }

        List<Amended> changed = [];
        await using var rows = await statement.Read(within, cancel, [clinic, value.Devices[0], value.Code, value.At.UtcTicks, .. more.Select(one => one.Value)]);
        while (await rows.ReadAsync(cancel))
            changed.Add(new(rows.GetGuid(0), await rows.IsDBNullAsync(1, cancel) ? null : new Id<Session>(rows.GetGuid(1))));
        return changed;
    }
}
