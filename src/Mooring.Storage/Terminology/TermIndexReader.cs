using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Mooring.Storage.Terminology;

/// <summary>Asks the index of one release. It never changes, so any number of servers may read it; one question at a time.</summary>
internal sealed class TermIndexReader : IDisposable
{
    private const string Above = """
        WITH RECURSIVE above (code) AS (SELECT other FROM links WHERE code = $0 UNION SELECT links.other FROM links JOIN above ON links.code = above.code)
        SELECT code, '' FROM above
        """;

    private readonly SqliteConnection connection;
    private readonly Dictionary<string, SqliteCommand> commands = new(StringComparer.Ordinal);
    private readonly Lock gate = new();

    /// <exception cref="SqliteException">The file is not there, or is none of ours.</exception>
    public TermIndexReader(string file)
    {
        connection = new(new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        try
        {
            connection.Open();
            Pairs("SELECT code, name FROM concepts WHERE $0 = '' LIMIT 1", "");
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public string? Name(object code) => Pairs("SELECT code, name FROM concepts WHERE code = $0 AND name <> ''", code) is [var (_, name), ..] ? name : null;

    /// <summary>The name of the first code that begins so; a ? stands for any one character.</summary>
    public string? NameOfPrefix(string prefix) => prefix.Contains('?', StringComparison.Ordinal)
        ? Pairs("SELECT code, name FROM concepts WHERE code GLOB $0 ORDER BY code LIMIT 1", $"{prefix}*") is [var (_, like), ..] ? like : null
        : Pairs("SELECT code, name FROM concepts WHERE code >= $0 ORDER BY code LIMIT 1", prefix) is [var (code, name), ..] && code.StartsWith(prefix, StringComparison.Ordinal) ? name : null;

    public bool Has(object code, int standing) => Pairs("SELECT code, standing FROM concepts WHERE code = $0", code) is [var (_, at), ..]
        && int.Parse(at, CultureInfo.InvariantCulture) >= standing;

    /// <summary>Codes and names of what a concept is made of.</summary>
    public IReadOnlyList<(string Code, string Name)> Linked(object code) =>
        Pairs("SELECT concepts.code, concepts.name FROM links JOIN concepts ON concepts.code = links.other WHERE links.code = $0", code);

    /// <summary>The same, of everything that has this name.</summary>
    public IReadOnlyList<(string Code, string Name)> LinkedByName(string key) =>
        Pairs("SELECT DISTINCT concepts.code, concepts.name FROM names JOIN links ON links.code = names.code JOIN concepts ON concepts.code = links.other WHERE names.key = $0", key);

    /// <summary>Every code that something is made of.</summary>
    public IReadOnlyList<(string Code, string Name)> AllLinked() =>
        Pairs("SELECT code, name FROM concepts WHERE $0 = '' AND code IN (SELECT other FROM links) ORDER BY name", "");

    public IReadOnlyList<string> CodesByName(string key) => [.. Pairs("SELECT DISTINCT code, '' FROM names WHERE key = $0", key).Select(pair => pair.Code)];

    /// <summary>The first spelling that is not before this one.</summary>
    public string? NameFrom(string key) => Pairs("SELECT key, '' FROM names WHERE key >= $0 ORDER BY key LIMIT 1", key) is [var (name, _), ..] ? name : null;

    public string? NameBehind(string key) => Pairs("SELECT key, '' FROM names WHERE key > $0 ORDER BY key LIMIT 1", key) is [var (name, _), ..] ? name : null;

    /// <summary>Every concept above one, through however many steps.</summary>
    public IReadOnlyList<string> AllAbove(object code) => [.. Pairs(Above, code).Select(pair => pair.Code)];

    /// <summary>Groups and targets of a concept's map.</summary>
    public IReadOnlyList<(string Group, string Target)> Maps(object code) => Pairs("SELECT part, target FROM maps WHERE code = $0 ORDER BY part", code);

    public void Dispose()
    {
        lock (gate)
        {
            foreach (var command in commands.Values)
                command.Dispose();
            connection.Dispose();
        }
    }

    private List<(string Code, string Name)> Pairs(string sql, object value)
    {
        lock (gate)
        {
            if (!commands.TryGetValue(sql, out var command))
            {
                commands[sql] = command = connection.CreateCommand();
                command.CommandText = sql;
                command.Parameters.Add(new SqliteParameter("$0", null));
            }

            command.Parameters[0].Value = value;
            using var reader = command.ExecuteReader();
            List<(string, string)> found = [];
            while (reader.Read())
                found.Add((Convert.ToString(reader.GetValue(0), CultureInfo.InvariantCulture)!, Convert.ToString(reader.GetValue(1), CultureInfo.InvariantCulture)!));
            return found;
        }
    }
}
