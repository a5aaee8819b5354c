using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Mooring.Clinical;
using Mooring.Clinical.Journals;
using Mooring.Clinical.Sessions;
using Mooring.Clinical.Sessions.Bedside;
using Mooring.Practice.Records;
using Mooring.Practice.Sessions;
using Mooring.Storage.Engine;
using Mooring.SystemTests.Clinics;

namespace Mooring.SystemTests.Faults;

/// <summary>What the database file holds, counted without the product's own reading of it.</summary>
internal sealed record KeptAfterwards(
    string Integrity, IReadOnlyDictionary<string, long> Messages, IReadOnlyDictionary<string, long> Readings, IReadOnlyList<Guid> Events, ChainBreak? Break)
{
    public static async Task<KeptAfterwards> Look(TestClinic clinic, Id<Session> session, CancellationToken cancel)
    {
        await using (var file = new SqliteConnection(Database.SqliteIn(clinic.DataFolder).Connection + ";Pooling=False"))
        {
            await file.OpenAsync(cancel);
            var integrity = await Rows(file, "PRAGMA integrity_check", row => row.GetString(0), cancel);
            var messages = await Rows(file, """SELECT "ControlId", COUNT(*) FROM messages GROUP BY 1""", row => (row.GetString(0), row.GetInt64(1)), cancel);
            var readings = await Rows(file, """
                SELECT "ControlId", SUM(n) FROM (SELECT "ControlId", LENGTH("Numbers") / 8 AS n FROM reading_sets UNION ALL SELECT "ControlId", 1 FROM readings) GROUP BY 1
                """, row => (row.GetString(0), row.GetInt64(1)), cancel);
            var (entries, broken) = await clinic.As(Role.Nurse, async services => (
                (await services.GetRequiredService<SessionJournal>().Load(session, cancel))!.Journal,
                (await services.GetRequiredService<VerifyDesk>().Walk(session, cancel)).Single().Break));
            // Nobody may hold the file open while the server is dead: the next start is to find what a crash leaves.
            SqliteConnection.ClearAllPools();
            return new(
                string.Join('\n', integrity),
                messages.ToDictionary(StringComparer.Ordinal),
                readings.ToDictionary(StringComparer.Ordinal),
                // Whoever makes the first entry at a chair has it: that entry comes by itself.
                [.. entries.Where(entry => entry.What is not CareTakenOver).Select(entry => entry.EventId)],
                broken);
        }
    }

    private static async Task<List<T>> Rows<T>(SqliteConnection file, string sql, Func<SqliteDataReader, T> read, CancellationToken cancel)
    {
        await using var command = file.CreateCommand();
        command.CommandText = sql;
        await using var rows = await command.ExecuteReaderAsync(cancel);
        List<T> all = [];
        while (await rows.ReadAsync(cancel))
            all.Add(read(rows));
        return all;
    }
}
