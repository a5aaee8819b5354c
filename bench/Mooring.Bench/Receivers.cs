using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Microsoft.Data.Sqlite;
using Mooring.Storage.Engine;

namespace Mooring.Bench;

/// <summary>
/// Messages acknowledged a second at 1, 32 and 200 connections: by Mooring, which has committed and synced each of them
/// before it answers, and by two npm receivers that parse, answer and keep nothing. Same sender, same messages, by turns.
/// </summary>
internal static class Receivers
{
    private static readonly int[] Connections = [1, 32, 200];

    public static async Task Measure(int rounds, TimeSpan howLong)
    {
        var folder = Directory.CreateTempSubdirectory("mooring-bench-").FullName;
        var (medplum, simple) = (FreePort(), FreePort());
        var clinic = await ClinicProcess.Start(folder, chairs: 200, viewers: 0);
        using var first = Node("medplum.mjs", medplum);
        using var second = Node("simple-hl7.cjs", simple);
        (string Name, int Port, Func<TimeSpan> Cpu)[] all =
        [
            ("Mooring, committed", clinic.Up.Mllp, () => clinic.Cpu),
            ("@medplum/hl7, not kept", medplum, () => Cpu(first)),
            ("simple-hl7, not kept", simple, () => Cpu(second)),
        ];
        try
        {
            var run = 0;
            foreach (var (_, port, _) in all)
                await Monitors.Flood(port, clinic.Up.Places, 32, ++run, TimeSpan.FromSeconds(3));
            for (var round = 1; round <= rounds; round++)
            {
                Console.WriteLine($"round {round}: single-row commits by hand {Commit(folder, round, howLong):F0}/s");
                foreach (var connections in Connections)
                {
                    var rates = new List<string>();
                    foreach (var (name, port, cpu) in all)
                    {
                        var before = cpu();
                        var rate = await Monitors.Flood(port, clinic.Up.Places, connections, ++run, howLong);
                        rates.Add($"{name} {rate:F0}/s ({(cpu() - before).TotalMicroseconds / (rate * howLong.TotalSeconds):F0} us of processor each)");
                    }

                    Console.WriteLine($"round {round}, {connections} connections: {string.Join("; ", rates)}");
                }
            }
        }
        finally
        {
            first.Kill();
            second.Kill();
            clinic.Dispose();
        }

        Console.WriteLine($"kept: {Count(folder, "messages")} messages, {Count(folder, "reading_sets")} sets of values, {Count(folder, "readings")} values singly");
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    private static Process Node(string script, int port)
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "../../../../Receivers");
        var node = Process.Start(new ProcessStartInfo("node", [Path.Combine(folder, script), FormattableString.Invariant($"{port}")]) { RedirectStandardOutput = true })!;
        node.StandardOutput.ReadLine();
        return node;
    }

    private static TimeSpan Cpu(Process process)
    {
        process.Refresh();
        return process.TotalProcessorTime;
    }

    private static long Count(string folder, string table)
    {
        using var file = new SqliteConnection(Database.SqliteIn(folder).Connection);
        file.Open();
        using var count = file.CreateCommand();
        count.CommandText = $"SELECT COUNT(*) FROM {table}";
        return (long)count.ExecuteScalar()!;
    }

    private static int FreePort()
    {
        using var socket = new TcpListener(IPAddress.Loopback, 0);
        socket.Start();
        return ((IPEndPoint)socket.LocalEndpoint).Port;
    }

    // What this disk does in these minutes with rows of the same size, one commit a row.
    private static double Commit(string folder, int round, TimeSpan howLong)
    {
        using var file = new SqliteConnection($"Data Source={Path.Combine(folder, $"raw{round}.db")}");
        file.Open();
        DurableSqlite.Apply(file);
        using var insert = file.CreateCommand();
        insert.CommandText = "CREATE TABLE kept (id INTEGER PRIMARY KEY, body BLOB NOT NULL)";
        insert.ExecuteNonQuery();
        insert.CommandText = "INSERT INTO kept (body) VALUES (@body)";
        insert.Parameters.AddWithValue("@body", new PatchedMessage(new("0A0B0CFFFE000001", null, "BENCH^ROOM^CHAIR")).Framed);
        var (count, watch) = (0, Stopwatch.StartNew());
        for (; watch.Elapsed < howLong; count++)
            insert.ExecuteNonQuery();
        return count / watch.Elapsed.TotalSeconds;
    }
}
