using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using Mooring.Devices.Mllp;
using Mooring.Devices.Simulator;
using Mooring.SystemTests.Clinics;

namespace Mooring.SystemTests.Faults;

/// <summary>Two hundred monitors whose server died under them: they all come back at once, unsure of what was kept.</summary>
public sealed class AfterARestart : IDisposable
{
    private const int Monitors = 200;
    private static readonly DateTimeOffset Begin = TimeProvider.System.GetUtcNow() - TimeSpan.FromHours(1);
    private ServerProcess? server;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_hundred_at_once_are_all_heard_and_what_they_repeat_or_mix_up_stands_once()
    {
        await using var clinic = await TestClinic.Open(Engine.Sqlite);
        SqliteConnection.ClearAllPools();
        server = await ServerProcess.Start(clinic.DataFolder, Cancel);
        var first = await Task.WhenAll(Enumerable.Range(0, Monitors).Select(monitor => Send(monitor, 1, 2)));
        await server.Kill(Cancel);
        server.Dispose();
        server = await ServerProcess.Start(clinic.DataFolder, Cancel);

        // The one it had been told is kept, again; then what came since, newest first and each twice.
        var second = await Task.WhenAll(Enumerable.Range(0, Monitors).Select(monitor => Send(monitor, 2, 4, 4, 3, 3)));

        Assert.Equal(first.Select(answers => answers[1]), second.Select(answers => answers[0]));
        Assert.All(second, answers => Assert.Equal((answers[1], answers[3]), (answers[2], answers[4])));
        await server.Kill(Cancel);
        Assert.Equal((Monitors * 4L, Monitors * 4L, Monitors * 4L * 6), await Count(Path.Combine(clinic.DataFolder, "mooring.db")));
    }

    public void Dispose() => server?.Dispose();

    private async Task<string[]> Send(int monitor, params int[] numbers)
    {
        using var link = await MllpClient.Connect("127.0.0.1", server!.MllpPort, Cancel);
        var answers = new string[numbers.Length];
        foreach (var (at, n) in numbers.Index())
        {
            // "Not now" is a right answer of a busy machine: a monitor keeps its message and says it again.
            await Patience.Until(
                async () => (answers[at] = Encoding.UTF8.GetString(await link.Ask(Message(monitor, n), Cancel))).Contains($"MSA|CA|{Id(monitor, n)}\r", StringComparison.Ordinal),
                () => answers[at]);
        }

        return answers;
    }

    private static byte[] Message(int monitor, int n) => MonitorMessage.Compose(
        new(string.Create(CultureInfo.InvariantCulture, $"0A0B0CFFFE{monitor:D6}"), null, "CLINIC^ROOM^CHAIR"), new(60 + n, 97, 60 + n, 14, 38, 36.6, 120, 75), null, Id(monitor, n), Begin.AddSeconds(n));

    private static string Id(int monitor, int n) => string.Create(CultureInfo.InvariantCulture, $"{monitor}-{n}");

    private static async Task<(long Messages, long Ids, long Readings)> Count(string path)
    {
        await using var file = new SqliteConnection($"Data Source={path};Pooling=False");
        await file.OpenAsync(Cancel);
        await using var command = file.CreateCommand();
        command.CommandText = """SELECT COUNT(*), COUNT(DISTINCT "ControlId"), (SELECT COALESCE(SUM(LENGTH("Numbers")) / 8, 0) FROM reading_sets) + (SELECT COUNT(*) FROM readings) FROM messages""";
        await using var row = await command.ExecuteReaderAsync(Cancel);
        await row.ReadAsync(Cancel);
        return (row.GetInt64(0), row.GetInt64(1), row.GetInt64(2));
    }
}
