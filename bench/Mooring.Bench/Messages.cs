using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Mooring.Devices.Mllp;
using Mooring.Devices.Simulator;
using Mooring.Storage;
using Mooring.Storage.Access;
using Mooring.Storage.Library;
using Mooring.Web;
using Mooring.Web.Intake;

namespace Mooring.Bench;

/// <summary>
/// Messages acknowledged a second, over real sockets and committed with a full sync, beside what the same disk does in
/// the same minutes when single rows of the same size are committed by hand.
/// </summary>
internal static class Messages
{
    private const int Rounds = 3;
    private const int Monitors = 16;
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(3);

    public static async Task Measure()
    {
        var folder = Directory.CreateTempSubdirectory("mooring-bench-").FullName;
        await using (var app = MooringHost.Build(new()
        {
            DataFolder = folder, ContentFolder = ContentFolder.Find(), Database = Database.SqliteIn(folder), Port = 0, MllpPort = 0,
        }))
        {
            await MooringHost.Prepare(app, CancellationToken.None);
            await using (var scope = app.Services.CreateAsyncScope())
                await scope.ServiceProvider.GetRequiredService<StaffDesk>().Found("Bench", "UTC", isDemo: true, CancellationToken.None);
            await app.StartAsync();
            var port = app.Services.GetRequiredService<DeviceGateway>().At!.Port;
            await Send(port, monitors: 1, round: 0, TimeSpan.FromSeconds(1));

            for (var round = 1; round <= Rounds; round++)
            {
                var raw = Commit(folder, round);
                var one = await Send(port, monitors: 1, round, Long);
                var many = await Send(port, Monitors, round, Long);
                Console.WriteLine(
                    $"Round {round}: raw single-row commits {raw:F0}/s; one monitor {one:F0} messages/s (ratio {one / raw:F2}); {Monitors} monitors {many:F0} messages/s (ratio {many / raw:F2}).");
            }

            await app.StopAsync();
        }

        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    private static double Commit(string folder, int round)
    {
        using var file = new SqliteConnection($"Data Source={Path.Combine(folder, $"raw{round}.db")}");
        file.Open();
        DurableSqlite.Apply(file);
        Run(file, "CREATE TABLE kept (id INTEGER PRIMARY KEY, body BLOB NOT NULL)");
        var body = Message("raw", 0, 0);
        using var insert = file.CreateCommand();
        insert.CommandText = "INSERT INTO kept (body) VALUES (@body)";
        insert.Parameters.AddWithValue("@body", body);
        var (count, watch) = (0, Stopwatch.StartNew());
        for (; watch.Elapsed < Long; count++)
            insert.ExecuteNonQuery();
        return count / watch.Elapsed.TotalSeconds;
    }

    private static async Task<double> Send(int port, int monitors, int round, TimeSpan howLong)
    {
        var watch = Stopwatch.StartNew();
        var counts = await Task.WhenAll(Enumerable.Range(1, monitors).Select(monitor => Task.Run(async () =>
        {
            using var link = await MllpClient.Connect("127.0.0.1", port, CancellationToken.None);
            var count = 0;
            for (; watch.Elapsed < howLong; count++)
                await link.Ask(Message($"{monitors}-{monitor}-{round}", monitor, (round * 1_000_000) + (monitors * 100_000) + count), CancellationToken.None);
            return count;
        })));
        return counts.Sum() / watch.Elapsed.TotalSeconds;
    }

    private static byte[] Message(string name, int monitor, int n) => MonitorMessage.Compose(
        new($"0A0B0CFFFE{monitor:D6}", null, "BENCH^ROOM^CHAIR"),
        new(60 + (n % 40), 97, 60 + (n % 40), 14, 38, 36.6, 120, 75),
        null,
        $"{name}-{n}",
        TimeProvider.System.GetUtcNow() - TimeSpan.FromDays(60) + TimeSpan.FromSeconds(n));

    private static void Run(SqliteConnection file, string sql)
    {
        using var command = file.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
