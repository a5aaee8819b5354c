using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Mooring.SystemTests.Clinics;

/// <summary>
/// A real PostgreSQL on a free loopback port, that can be stopped and started again. It refuses to run as root, so then
/// it runs as Debian's postgres user.
/// </summary>
public sealed class PostgresCluster : IDisposable
{
    private static readonly string Bin = Directory.GetDirectories("/usr/lib/postgresql").OrderDescending().Select(version => Path.Combine(version, "bin")).First();

    private readonly string folder = Directory.CreateTempSubdirectory("mooring-postgres-").FullName;
    private readonly int port = FreePort();
    private int databases;
    private bool runs;

    private readonly bool isDurable;

    private PostgresCluster(bool isDurable) => this.isDurable = isDurable;

    private string Connection => string.Create(CultureInfo.InvariantCulture, $"Host=127.0.0.1;Port={port};Username=mooring");

    /// <param name="isDurable">Whether it may be relied on after the machine loses power; it always may after a crash of its own.</param>
    public static PostgresCluster Start(bool isDurable = true)
    {
        var made = new PostgresCluster(isDurable);
        if (Environment.UserName == "root")
            Run("chown", "postgres", made.folder);
        RunAsPostgres(Path.Combine(Bin, "initdb"), "-D", $"{made.folder}/data", "-U", "mooring", "-A", "trust", "--no-sync");
        made.StartAgain();
        return made;
    }

    /// <summary>A connection string to a database that nobody else uses.</summary>
    /// <param name="template">The database it begins as a copy of.</param>
    public string NewDatabase(string? template = null)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"mooring{Interlocked.Increment(ref databases)}");
        using var admin = new NpgsqlConnection(Connection + ";Database=postgres");
        admin.Open();
        using var create = new NpgsqlCommand($"CREATE DATABASE {name} TEMPLATE {template ?? "template1"}", admin);
        create.ExecuteNonQuery();
        // Each of some two hundred databases has a pool of its own: it gives back what it no longer uses.
        return $"{Connection};Database={name};Maximum Pool Size=20;Connection Idle Lifetime=4;Connection Pruning Interval=2";
    }

    /// <summary>On the same port and data; returns when it lets people in.</summary>
    public void StartAgain()
    {
        RunAsPostgres(
            Path.Combine(Bin, "pg_ctl"), "-D", $"{folder}/data", "-w", "-l", $"{folder}/log", "-o", $"-p {port} -c listen_addresses=127.0.0.1 -c max_connections=500 -c fsync={(isDurable ? "on" : "off")} -k {folder} -c unix_socket_directories={folder}", "start");
        runs = true;
    }

    /// <summary>Returns when it is gone. "fast" is how a service manager stops it; "immediate" is as good as a crash.</summary>
    public void Stop(string mode)
    {
        RunAsPostgres(Path.Combine(Bin, "pg_ctl"), "-D", $"{folder}/data", "-w", "-m", mode, "stop");
        runs = false;
    }

    public void Dispose()
    {
        if (runs)
            Stop("immediate");
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
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
