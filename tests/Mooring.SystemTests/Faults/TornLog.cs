using Microsoft.Data.Sqlite;
using Mooring.SystemTests.Clinics;
using Mooring.SystemTests.Live;

namespace Mooring.SystemTests.Faults;

/// <summary>What a power cut leaves: a write-ahead log whose end is missing, or is not what was written.</summary>
public class TornLog
{
    private const int Messages = 40;
    private const int Cuts = 60;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Opens_sound_wherever_it_was_torn_and_holds_whole_messages_up_to_there()
    {
        await using var clinic = await TestClinic.Start(Engine.Sqlite);
        var seat = await MonitoredSeat.Seat(clinic, 1);
        var data = Path.Combine(clinic.DataFolder, "mooring.db");
        await Rows(data, "PRAGMA wal_checkpoint(TRUNCATE)");
        using var monitor = await seat.Monitor();
        var begin = TimeProvider.System.GetUtcNow().AddSeconds(-Messages);
        for (var n = 1; n <= Messages; n++)
            await monitor.Ask(seat.Message($"T{n:00}", begin.AddSeconds(n), null, MonitoredSeat.HeartRate(70 + n), MonitoredSeat.SpO2(97)), Cancel);
        var (whole, log) = (await File.ReadAllBytesAsync(data, Cancel), await File.ReadAllBytesAsync(data + "-wal", Cancel));

        var random = new Random(8);
        List<(int Length, int Kept)> torn = [];
        for (var cut = 0; cut <= Cuts; cut++)
        {
            var length = cut == Cuts ? log.Length : random.Next(log.Length);
            var rest = log[..length];
            // Every other time the page that was being written has some of its bytes wrong.
            if (cut % 2 == 1)
                random.NextBytes(rest.AsSpan(Math.Max(0, length - 600)));
            torn.Add((length, await Kept(whole, rest)));
        }

        Assert.Equal(Messages, torn[^1].Kept);
        Assert.True(torn.Select(one => one.Kept).Distinct().Count() > Cuts / 4, "The cuts are all at one place: the test is blind.");
        var sorted = torn.Where((_, cut) => cut % 2 == 0).OrderBy(one => one.Length).Select(one => one.Kept).ToList();
        Assert.Equal(sorted.Order(), sorted);
    }

    // How many messages there are: the first ones, without a gap, each with both of its values. Sorted by their names:
    // ids that were made within one millisecond have no order.
    private static async Task<int> Kept(byte[] data, byte[] log)
    {
        var folder = Directory.CreateTempSubdirectory("mooring-torn-").FullName;
        var copy = Path.Combine(folder, "mooring.db");
        await File.WriteAllBytesAsync(copy, data, Cancel);
        await File.WriteAllBytesAsync(copy + "-wal", log, Cancel);

        Assert.Equal(["ok"], await Rows(copy, "PRAGMA integrity_check"));
        var messages = await Rows(copy, """SELECT "ControlId" FROM messages ORDER BY 1 """);
        var readings = await Rows(copy, """
            SELECT "ControlId" FROM (SELECT "ControlId", LENGTH("Numbers") / 8 AS n FROM reading_sets UNION ALL SELECT "ControlId", 1 FROM readings)
            GROUP BY 1 HAVING SUM(n) = 2 ORDER BY 1
            """);

        Directory.Delete(folder, recursive: true);
        Assert.Equal(Enumerable.Range(1, messages.Count).Select(n => $"T{n:00}"), messages);
        Assert.Equal(messages, readings);
        return messages.Count;
    }

    private static async Task<List<string>> Rows(string path, string sql)
    {
        await using var file = new SqliteConnection($"Data Source={path};Pooling=False");
        await file.OpenAsync(Cancel);
        await using var command = file.CreateCommand();
        command.CommandText = sql;
        await using var rows = await command.ExecuteReaderAsync(Cancel);
        List<string> all = [];
        while (await rows.ReadAsync(Cancel))
            all.Add(rows.GetString(0));
        return all;
    }
}
