using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace Mooring.Storage.Backups;

/// <summary>A PostgreSQL database, dumped and restored by PostgreSQL's own programs.</summary>
public static class PostgresCopy
{
    public const string FileName = "mooring.pgdump";

    /// <exception cref="InvalidOperationException"><c>pg_dump</c> is not installed, or failed; it says how.</exception>
    public static Task Dump(string connection, string to, CancellationToken cancel) =>
        Run("pg_dump", connection, ["--format=custom", "--no-owner", "--no-privileges", "--file", to], cancel);

    /// <exception cref="InvalidOperationException"><c>pg_restore</c> is not installed, or failed; it says how.</exception>
    public static Task Restore(string connection, string from, CancellationToken cancel) =>
        Run("pg_restore", connection, ["--no-owner", "--no-privileges", "--single-transaction", "--exit-on-error", "--dbname", new NpgsqlConnectionStringBuilder(connection).Database!, from], cancel);

    /// <summary>Whether there is no table of ours in it yet.</summary>
    public static async Task<bool> IsEmpty(string connection, CancellationToken cancel)
    {
        await using var open = new NpgsqlConnection(connection);
        await open.OpenAsync(cancel);
        await using var ask = new NpgsqlCommand("SELECT count(*) FROM information_schema.tables WHERE table_schema = current_schema()", open);
        return (long)(await ask.ExecuteScalarAsync(cancel))! == 0;
    }

    /// <summary>Whether whoever is between may not read or change what goes to the server: it is on this machine, or proves itself.</summary>
    public static bool IsSafe(string connection)
    {
        var where = new NpgsqlConnectionStringBuilder(connection);
        return where.SslMode is SslMode.VerifyCA or SslMode.VerifyFull || where.Host is null || where.Host.StartsWith('/') || where.Host is "localhost" or "127.0.0.1" or "::1";
    }

    // The password goes by the environment: the list of processes is for everybody to read.
    private static async Task Run(string program, string connection, IEnumerable<string> words, CancellationToken cancel)
    {
        var where = new NpgsqlConnectionStringBuilder(connection);
        var start = new ProcessStartInfo(program, words) { RedirectStandardError = true, RedirectStandardInput = true };
        start.Environment["PGHOST"] = where.Host;
        start.Environment["PGPORT"] = where.Port.ToString(CultureInfo.InvariantCulture);
        start.Environment["PGUSER"] = where.Username;
        start.Environment["PGPASSWORD"] = where.Password;
        start.Environment["PGDATABASE"] = where.Database;
        try
        {
            using var process = Process.Start(start)!;
            var said = await process.StandardError.ReadToEndAsync(cancel);
            await process.WaitForExitAsync(cancel);
            if (process.ExitCode != 0)
                throw new InvalidOperationException($"{program} failed: {said.Trim()}");
        }
        catch (Win32Exception missing)
        {
            throw new InvalidOperationException($"{program} is not installed here. It comes with PostgreSQL's client programs (Debian: apt-get install postgresql-client), of the server's version or newer.", missing);
        }
    }
}
