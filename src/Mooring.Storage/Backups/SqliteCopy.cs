using Microsoft.Data.Sqlite;
using Mooring.Storage.Secrets;

namespace Mooring.Storage.Backups;

/// <summary>A SQLite database as it stood at one moment, taken through SQLite's own backup while others write.</summary>
public static class SqliteCopy
{
    /// <exception cref="SqliteException">It could not be read or written.</exception>
    public static async Task Make(string connection, string to, CancellationToken cancel)
    {
        await using (Private.New(to))
        {
            // Made first, so that it is never readable by others.
        }

        await Task.Run(() =>
        {
            using var from = new SqliteConnection(new SqliteConnectionStringBuilder(connection) { Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
            using var copy = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = to, Pooling = false }.ToString());
            from.Open();
            copy.Open();
            from.BackupDatabase(copy);
            // One file: whoever copies it on copies all of it.
            Run(copy, "PRAGMA journal_mode=DELETE");
        }, cancel);
    }

    /// <summary>What SQLite itself finds wrong with a file; empty when nothing.</summary>
    public static async Task<IReadOnlyList<string>> Faults(string file, CancellationToken cancel)
    {
        await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        try
        {
            await connection.OpenAsync(cancel);
            await using var check = connection.CreateCommand();
            check.CommandText = "PRAGMA integrity_check(20)";
            await using var said = await check.ExecuteReaderAsync(cancel);
            List<string> faults = [];
            while (await said.ReadAsync(cancel))
                faults.Add(said.GetString(0));
            return faults is ["ok"] ? [] : faults;
        }
        catch (SqliteException broken)
        {
            return [broken.Message];
        }
    }

    /// <summary>Closes the connections that are kept open for later, before a file is taken away.</summary>
    public static void LetGo() => SqliteConnection.ClearAllPools();

    private static void Run(SqliteConnection on, string sql)
    {
        using var command = on.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
