using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Mooring.SystemTests.Clinics;

/// <summary>
/// A real PostgreSQL on a free loopback port, made when the first test asks and gone with the test run. It refuses to
/// run as root, so then it runs as Debian's postgres user.
/// </summary>
public static class PostgresServer
{
    private static readonly Lazy<string> Connection = new(Start);
    private static int databases;

    /// <summary>A connection string to a database that nobody else uses.</summary>
    public static string NewDatabase()
    {
        var name = $"mooring{Interlocked.Increment(ref databases)}";
        using var admin = new Npgsql.NpgsqlConnection(Connection.Value + ";Database=postgres");
        admin.Open();
        using var create = new Npgsql.NpgsqlCommand($"CREATE DATABASE {name}", admin);
        create.ExecuteNonQuery();
        return $"{Connection.Value};Database={name};Maximum Pool Size=20";
    }

    private static string Start()
    {
        var bin = Directory.GetDirectories("/usr/lib/postgresql").OrderDescending().Select(version => Path.Combine(version, "bin")).First();
        var folder = Directory.CreateTempSubdirectory("mooring-postgres-").FullName;
        var port = FreePort();
        if (Environment.UserName == "root")
            Run("chown", "postgres", folder);
        RunAsPostgres(Path.Combine(bin, "initdb"), "-D", $"{folder}/data", "-U", "mooring", "-A", "trust", "--no-sync");
        RunAsPostgres(Path.Combine(bin, "pg_ctl"), "-D", $"{folder}/data", "-w", "-l", $"{folder}/log", "-o", $"-p {port} -c listen_addresses=127.0.0.1 -k {folder} -c unix_socket_directories={folder}", "start");
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            RunAsPostgres(Path.Combine(bin, "pg_ctl"), "-D", $"{folder}/data", "-m", "immediate", "stop");
            Directory.Delete(folder, recursive: true);
        };
        return $"Host=127.0.0.1;Port={port};Username=mooring";
    }

    private static int FreePort()
    {
        using var socket = new TcpListener(IPAddress.Loopback, 0);
        socket.Start();
        return ((IPEndPoint)socket.LocalEndpoint).Port;
    }

    private static void RunAsPostgres(string program, params string[] arguments)
    {
        if (Environment.UserName == "root")
            Run("runuser", ["-u", "postgres", "--", program, .. arguments]);
        else
            Run(program, arguments);
    }

    private static void Run(string program, params string[] arguments)
    {
        // To a file, not a pipe: the server inherits it and would keep a pipe open for as long as it runs.
        var start = new ProcessStartInfo("sh", ["-c", "exec \"$0\" \"$@\" >/dev/null </dev/null", program, .. arguments]) { WorkingDirectory = "/" };
        using var process = Process.Start(start)!;
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}.");
    }
}
