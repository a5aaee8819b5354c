using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Mooring.SystemTests.Clinics;
using Mooring.SystemTests.Live;
using Mooring.Web;
using Npgsql;

namespace Mooring.SystemTests.Faults;

public class PostgresAway
{
    private const int Messages = 60;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task For_a_moment_loses_nothing_doubles_nothing_and_the_server_finds_it_again()
    {
        await using var clinic = await TestClinic.Start(Engine.Postgres);
        var seat = await MonitoredSeat.Seat(clinic, 1);
        using var monitor = await seat.Monitor();
        var begin = TimeProvider.System.GetUtcNow();
        var refused = 0;

        for (var n = 1; n <= Messages; n++)
        {
            if (n == Messages / 3)
                await LetIn(clinic, false);
            while (!await IsTaken($"P{n}", seat.Message($"P{n}", begin.AddSeconds(n), null, MonitoredSeat.HeartRate(60 + n))))
            {
                if (++refused == 3)
                    await LetIn(clinic, true);
            }
        }

        Assert.True(refused >= 3, "Nothing was refused: the test is blind.");
        Assert.Equal(Enumerable.Range(1, Messages).Select(n => $"P{n}"), (await MonitoredSeat.Readings(clinic)).Select(one => one.ControlId));

        async Task<bool> IsTaken(string id, byte[] message) =>
            Encoding.UTF8.GetString(await monitor.Ask(message, Cancel)).Contains($"MSA|CA|{id}\r", StringComparison.Ordinal);
    }

    // As a restart does: every connection is gone at once, and nobody is let in until it is over.
    private static async Task LetIn(TestClinic clinic, bool isOver)
    {
        var here = new NpgsqlConnectionStringBuilder(clinic.Services.GetRequiredService<ServerOptions>().Database.Connection);
        var name = here.Database;
        here.Database = "postgres";
        await using var admin = new NpgsqlConnection(here.ConnectionString);
        await admin.OpenAsync(Cancel);
        await Run(admin, $"ALTER DATABASE {name} ALLOW_CONNECTIONS {isOver}");
        if (!isOver)
            await Run(admin, $"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'");
    }

    private static async Task Run(NpgsqlConnection admin, string sql)
    {
        await using var command = new NpgsqlCommand(sql, admin);
        await command.ExecuteNonQueryAsync(Cancel);
    }
}
