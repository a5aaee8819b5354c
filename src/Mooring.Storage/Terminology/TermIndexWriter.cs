using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Mooring.Storage.Terminology;

/// <summary>
/// Writes the index of one release: names by their spelling, concepts, and what leads from one to another. Until it is
/// finished it is nobody's, so nothing is kept safe on the way; a broken one is thrown away whole.
/// </summary>
internal sealed class TermIndexWriter : IDisposable
{
    private const string Tables = """
        PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA cache_size=-32768; PRAGMA temp_store=FILE;
        CREATE TABLE concepts (code PRIMARY KEY, name TEXT NOT NULL, standing INTEGER NOT NULL) WITHOUT ROWID;
        CREATE TABLE names (key TEXT NOT NULL, code);
        CREATE TABLE links (code, other, PRIMARY KEY (code, other)) WITHOUT ROWID;
        CREATE TABLE maps (code, part INTEGER NOT NULL, target TEXT NOT NULL, PRIMARY KEY (code, part, target)) WITHOUT ROWID;
        """;

    private readonly string file;
    private readonly SqliteConnection connection;
    private readonly Dictionary<string, SqliteCommand> commands = new(StringComparer.Ordinal);

    public TermIndexWriter(string file)
    {
        this.file = file;
        connection = new(new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadWriteCreate, Pooling = false }.ToString());
        connection.Open();
        Do(Tables);
        Do("BEGIN");
    }

    public void Name(string key, object code)
    {
        if (key.Length > 0)
            Do("INSERT INTO names VALUES ($0, $1)", key, code);
    }

    public void Link(object code, object other) => Do("INSERT OR IGNORE INTO links VALUES ($0, $1)", code, other);

    /// <returns>How many rows it concerned.</returns>
    public int Do(string sql, params object[] values)
    {
        if (!commands.TryGetValue(sql, out var command))
        {
            commands[sql] = command = connection.CreateCommand();
            command.CommandText = sql;
            foreach (var at in Enumerable.Range(0, values.Length))
                command.Parameters.Add(new SqliteParameter(string.Create(CultureInfo.InvariantCulture, $"${at}"), null));
        }

        foreach (var (at, value) in values.Index())
            command.Parameters[at].Value = value;
        return command.ExecuteNonQuery();
    }

    public long Count(string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    /// <summary>Sorts the names and sees that all of it is on the disk.</summary>
    public void Finish()
    {
        Do("COMMIT");
        Do("CREATE INDEX names_by_key ON names (key, code)");
        Close();
        using var written = new FileStream(file, FileMode.Open, FileAccess.ReadWrite);
        written.Flush(flushToDisk: true);
    }

    public void Dispose() => Close();

    private void Close()
    {
        foreach (var command in commands.Values)
            command.Dispose();
        commands.Clear();
        connection.Dispose();
    }
}
