using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Mooring.Clinical;
using Mooring.Storage;
using Mooring.Storage.Engine;
using Mooring.Storage.Jobs;
using Mooring.SystemTests.Clinics;

namespace Mooring.SystemTests.Jobs;

public class JobsOfALockedStore
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Are_spoken_of_once_when_they_have_to_wait_and_once_when_they_go_on()
    {
        var (log, claims, clock) = (new HeardLog(), new Claims(), new RunningClock(TimeProvider.System.GetUtcNow()));
        await using var clinic = await TestClinic.Start(
            Engine.Sqlite, clock, options => options with { Log = log, Database = options.Database with { Between = [.. options.Database.Between, claims] } });
        await Patience.Until(() => AreDone(clinic), () => "a first round of jobs");
        await using var other = new SqliteConnection(Database.SqliteIn(clinic.DataFolder).Connection);
        await other.OpenAsync(Cancel);
        await Run(other, "BEGIN EXCLUSIVE");

        clock.Pass(TimeSpan.FromHours(2));
        await Patience.Until(() => claims.Failed >= 2, "a second claim on a job that fails");
        await Run(other, "ROLLBACK");
        await Patience.Until(() => log.Loud.Count > 1, "the word that the jobs go on");

        Assert.Collection(
            log.Loud,
            begins => Assert.StartsWith("Warning: The jobs can not be looked at", begins, StringComparison.Ordinal),
            ends => Assert.Equal("Warning: The jobs are looked at again.", ends));
    }

    private static Task<bool> AreDone(TestClinic clinic) => clinic.As(Role.Manager, async services =>
        await services.GetRequiredService<MooringDb>().Set<JobRow>().AsNoTracking().ToListAsync(Cancel) is { Count: > 0 } jobs
        && jobs.TrueForAll(job => job is { LastDone: not null, LeasedBy: null }));

    private static async Task Run(SqliteConnection other, string sql)
    {
        await using var command = other.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(Cancel);
    }

    /// <summary>Counts the claims that failed, and lets none wait as long as the product would.</summary>
    private sealed class Claims : DbCommandInterceptor
    {
        private int failed;

        public int Failed => failed;

        public override async ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            if (IsClaim(command))
            {
                await using var hasty = command.Connection!.CreateCommand();
                hasty.CommandText = "PRAGMA busy_timeout=0";
                await hasty.ExecuteNonQueryAsync(cancellationToken);
                command.CommandTimeout = 1;
            }

            return result;
        }

        public override Task CommandFailedAsync(DbCommand command, CommandErrorEventData eventData, CancellationToken cancellationToken = default)
        {
            if (IsClaim(command))
                Interlocked.Increment(ref failed);
            return Task.CompletedTask;
        }

        private static bool IsClaim(DbCommand command) => command.CommandText.Contains("UPDATE jobs SET \"LeasedBy\"", StringComparison.Ordinal);
    }
}
