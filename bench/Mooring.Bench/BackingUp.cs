using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Mooring.Content;
using Mooring.Storage.Backups;
using Mooring.Storage.Engine;
using Mooring.Storage.Secrets;
using Mooring.Web;

namespace Mooring.Bench;

/// <summary>What a backup costs those who send meanwhile: the time to an answer with one backup after another, beside the same house without.</summary>
internal static class BackingUp
{
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(20);

    public static async Task Measure(int chairs, double seconds, int rounds)
    {
        var folder = Directory.CreateTempSubdirectory("mooring-load-").FullName;
        var to = Directory.CreateTempSubdirectory("mooring-load-backups-").FullName;
        using var clinic = await ClinicProcess.Start(folder, chairs, 0);
        using var stop = new CancellationTokenSource();
        var (acknowledged, counters) = (new Figures("ack"), new Counters());
        List<Task> all = [.. clinic.Up.Places.Select((place, number) => Task.Run(() => Chairs.Send(clinic.Up.Mllp, place, number, acknowledged, counters, stop.Token)))];
        await Task.Delay(WarmUp);
        acknowledged.Lately();
        await using var app = MooringHost.Build(new() { DataFolder = folder, ContentFolder = ContentFolder.Find(), Database = Database.SqliteIn(folder), MllpPort = null });
        for (var round = 1; round <= rounds; round++)
        {
            await Task.Delay(TimeSpan.FromSeconds(seconds));
            Console.WriteLine($"round {round}, without: {acknowledged.Lately()}");
            var (watch, made, bytes) = (Stopwatch.StartNew(), 0, 0L);
            while (watch.Elapsed.TotalSeconds < seconds)
            {
                await using var scope = app.Services.CreateAsyncScope();
                var (_, says) = await scope.ServiceProvider.GetRequiredService<BackupMaking>().Make(new(folder, CheckpointFile.In(folder), KeyFolder.In(folder)), to, null, CancellationToken.None);
                (made, bytes) = (made + 1, says.Files.Sum(file => file.Size));
                BackupMaking.Keep(to, 1);
            }

            Console.WriteLine($"round {round}, {made} backups of {bytes >> 20} MB, {watch.Elapsed.TotalSeconds / made:F1} s each: {acknowledged.Lately()}");
        }

        await stop.CancelAsync();
        try
        {
            await Task.WhenAll(all);
        }
        catch (OperationCanceledException)
        {
            // The time is up.
        }

        Console.WriteLine($"messages {counters.Sent}, reconnected {counters.Reconnected}");
        clinic.Dispose();
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
        Directory.Delete(to, recursive: true);
    }
}
