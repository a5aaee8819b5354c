using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.Data.Sqlite;
using Mooring.Clinical;
using Mooring.Devices.Mllp;
using Mooring.Storage;
using Mooring.SystemTests.Clinics;
using Mooring.SystemTests.Live;

namespace Mooring.SystemTests.Faults;

public class LockedStore
{
    private const int Monitors = 60;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Is_waited_for_then_monitors_are_told_to_keep_their_messages_and_pages_go_on()
    {
        await using var clinic = await TestClinic.Start(Engine.Sqlite);
        using var nurse = await clinic.Visitor(Role.Nurse);
        var links = await Task.WhenAll(Enumerable.Range(0, Monitors).Select(_ => MllpClient.Connect("127.0.0.1", clinic.MllpPort, Cancel)));
        var at = TimeProvider.System.GetUtcNow();
        await using var other = new SqliteConnection(Database.SqliteIn(clinic.DataFolder).Connection);
        await other.OpenAsync(Cancel);
        await Run(other, "BEGIN EXCLUSIVE");
        var watch = Stopwatch.StartNew();

        var asking = Task.WhenAll(links.Select((link, n) => Ask(link, n, at)));
        await Task.Delay(500, Cancel);
        var before = watch.Elapsed;
        using (var board = await nurse.GetAsync("/board", Cancel))
            Assert.Equal(HttpStatusCode.OK, board.StatusCode);
        var pageTook = watch.Elapsed - before;
        var refused = await asking;
        var waited = watch.Elapsed;
        await Run(other, "ROLLBACK");
        var taken = await Task.WhenAll(links.Select((link, n) => Ask(link, n, at)));

        Assert.All(refused.Index(), one => Assert.Contains($"MSA|CE|L{one.Index}\r", one.Item, StringComparison.Ordinal));
        Assert.True(waited < TimeSpan.FromSeconds(15), $"They waited {waited.TotalSeconds:0.0} s to be told.");
        Assert.True(pageTook < TimeSpan.FromSeconds(3), $"A page took {pageTook.TotalSeconds:0.0} s beside it.");
        Assert.All(taken.Index(), one => Assert.Contains($"MSA|CA|L{one.Index}\r", one.Item, StringComparison.Ordinal));
        Assert.Equal(Monitors, (await Chairside.Readings(clinic)).Count);
        Array.ForEach(links, link => link.Dispose());
    }

    private static async Task<string> Ask(MllpClient link, int n, DateTimeOffset at) => Encoding.UTF8.GetString(await link.Ask(
        Chairside.MessageOf(n.ToString("X16", CultureInfo.InvariantCulture), string.Create(CultureInfo.InvariantCulture, $"L{n}"), at, null, Chairside.HeartRate(72)), Cancel));

    private static async Task Run(SqliteConnection other, string sql)
    {
        await using var command = other.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(Cancel);
    }
}
