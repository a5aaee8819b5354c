using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Mooring.Clinical;
using Mooring.Devices.Mllp;
using Mooring.Storage.Engine;
using Mooring.SystemTests.Clinics;
using Mooring.SystemTests.Live;
using Mooring.Web.Intake;

namespace Mooring.SystemTests.Faults;

public class LockedStore
{
    private const int Monitors = 60;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Held_for_long_monitors_are_told_to_keep_their_messages_and_pages_go_on()
    {
        await using var clinic = await TestClinic.Start(Engine.Sqlite, but: options => options with { NotNowAfter = TimeSpan.FromSeconds(1) });
        using var nurse = await clinic.Visitor(Role.Nurse);
        var links = await Task.WhenAll(Enumerable.Range(0, Monitors).Select(_ => MllpClient.Connect("127.0.0.1", clinic.MllpPort, Cancel)));
        var at = TimeProvider.System.GetUtcNow();
        await using var other = new SqliteConnection(Database.SqliteIn(clinic.DataFolder).Connection);
        await other.OpenAsync(Cancel);
        await Run(other, "BEGIN EXCLUSIVE");

        var asking = Task.WhenAll(links.Select((link, n) => Ask(link, n, at)));
        using (var board = await nurse.GetAsync("/board", Cancel))
            Assert.Equal(HttpStatusCode.OK, board.StatusCode);
        var refused = await asking.WaitAsync(Patience.Long, Cancel);
        await Run(other, "ROLLBACK");
        var taken = await Task.WhenAll(links.Select((link, n) => Ask(link, n, at)));

        Assert.All(refused.Index(), one => Assert.Contains($"MSA|CE|L{one.Index}\r", one.Item, StringComparison.Ordinal));
        Assert.All(taken.Index(), one => Assert.Contains($"MSA|CA|L{one.Index}\r", one.Item, StringComparison.Ordinal));
        Assert.Equal(Monitors, (await MonitoredSeat.Readings(clinic)).Count);
        Array.ForEach(links, link => link.Dispose());
    }

    [Fact]
    public async Task Held_for_a_moment_is_waited_for()
    {
        await using var clinic = await TestClinic.Start(Engine.Sqlite);
        var links = await Task.WhenAll(Enumerable.Range(0, Monitors).Select(_ => MllpClient.Connect("127.0.0.1", clinic.MllpPort, Cancel)));
        var (at, queue) = (TimeProvider.System.GetUtcNow(), clinic.Services.GetRequiredService<IntakeQueue>());
        await using var other = new SqliteConnection(Database.SqliteIn(clinic.DataFolder).Connection);
        await other.OpenAsync(Cancel);
        await Run(other, "BEGIN EXCLUSIVE");

        var asking = Task.WhenAll(links.Select((link, n) => Ask(link, n, at)));
        await Patience.Until(() => queue.Count > 0, "a message that waits");
        Assert.False(asking.IsCompleted);
        await Run(other, "ROLLBACK");

        Assert.All((await asking).Index(), one => Assert.Contains($"MSA|CA|L{one.Index}\r", one.Item, StringComparison.Ordinal));
        Array.ForEach(links, link => link.Dispose());
    }

    private static async Task<string> Ask(MllpClient link, int n, DateTimeOffset at) => Encoding.UTF8.GetString(await link.Ask(
        MonitoredSeat.MessageOf(n.ToString("X16", CultureInfo.InvariantCulture), string.Create(CultureInfo.InvariantCulture, $"L{n}"), at, null, MonitoredSeat.HeartRate(72)), Cancel));

    private static async Task Run(SqliteConnection other, string sql)
    {
        await using var command = other.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(Cancel);
    }
}
