using System.Data.Common;
using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Mooring.Clinical;
using Mooring.Clinical.Patients;
using Mooring.Demo;
using Mooring.Practice.Referrals;
using Mooring.Practice.Tasks;
using Mooring.Storage;
using Mooring.Storage.Engine;
using Mooring.Storage.Jobs;
using Mooring.SystemTests.Clinics;
using Mooring.SystemTests.Live;

namespace Mooring.SystemTests.Tasks;

/// <summary>What is kept with an act, and what a page costs that shows it.</summary>
public class KeepingTasks
{
    private const int People = 500;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Leaves_neither_the_act_nor_its_tasks_when_the_save_fails()
    {
        var between = new Between { FailsAtCommit = true };
        await using var clinic = await Started(between);
        between.IsOn = true;

        await Assert.ThrowsAnyAsync<Exception>(() => TakeIn(clinic));
        between.IsOn = false;
        var kept = await Counts(clinic);

        Assert.Equal([0, 0, 0], kept);
    }

    [Fact]
    public async Task Keeps_the_act_when_its_tasks_can_not_be_counted_and_counts_them_later()
    {
        var between = new Between { FailsOn = "INSERT INTO \"tasks\"" };
        var clock = new SetClock(TimeProvider.System.GetUtcNow());
        await using var clinic = await Started(between, clock);
        between.IsOn = true;

        Assert.Empty((await TakeIn(clinic)).Refusals);
        await clinic.Services.GetRequiredService<TaskRecount>().Settled();
        var meanwhile = await Counts(clinic);
        between.IsOn = false;
        clock.Pass(2);
        await clinic.Services.GetRequiredService<JobRunner>().Round([clinic.Clinic.Id], Cancel);
        await Patience.Until(async () => (await Counts(clinic))[2] > 0, () => "tasks counted by the job");

        Assert.Equal([1, 0], [meanwhile[0], meanwhile[2]]);
        Assert.True(meanwhile[1] > 0);
    }

    [Fact]
    public async Task Lets_every_page_of_care_open_while_nothing_can_be_written_and_writes_nothing_to_show_it()
    {
        await using var clinic = await TestClinic.Start(Engine.Sqlite);
        var seat = await MonitoredSeat.Seat(clinic, 1);
        using var nurse = await clinic.Visitor(Role.Nurse);
        await using var other = new SqliteConnection(Database.SqliteIn(clinic.DataFolder).Connection);
        await other.OpenAsync(Cancel);
        await Run(other, "BEGIN EXCLUSIVE");

        foreach (var page in new[] { "/", "/work-list", "/board", $"/sessions/{seat.Session}", $"/sessions/{seat.Session}/emergency" })
        {
            using var answer = await nurse.GetAsync(page, Cancel);
            Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{page} answered {answer.StatusCode}.");
        }

        await Run(other, "ROLLBACK");
    }

    [Fact]
    public async Task Lets_every_page_of_care_open_when_the_tasks_can_not_be_read()
    {
        await using var clinic = await TestClinic.Start(Engine.Sqlite);
        var seat = await MonitoredSeat.Seat(clinic, 1);
        using var nurse = await clinic.Visitor(Role.Nurse);
        await Sql(clinic, "ALTER TABLE tasks RENAME TO elsewhere");

        var front = await nurse.GetStringAsync("/", Cancel);
        var list = await nurse.GetStringAsync("/work-list", Cancel);
        foreach (var page in new[] { "/board", $"/sessions/{seat.Session}", $"/sessions/{seat.Session}/emergency" })
        {
            using var answer = await nurse.GetAsync(page, Cancel);
            Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{page} answered {answer.StatusCode}.");
        }

        Assert.Contains("The list could not be read", front, StringComparison.Ordinal);
        Assert.Contains("The list could not be read", list, StringComparison.Ordinal);
        await Sql(clinic, "ALTER TABLE elsewhere RENAME TO tasks");
    }

    [Fact]
    public async Task Costs_the_front_page_as_few_questions_with_500_patients_as_with_one()
    {
        var between = new Between();
        await using var clinic = await Started(between);
        await TakeIn(clinic);
        await clinic.Services.GetRequiredService<TaskRecount>().Settled();
        using var nurse = await clinic.Visitor(Role.Nurse);

        var (withOne, _) = await Asked();
        await Multiply(clinic);
        var (withAll, page) = await Asked();

        TestContext.Current.TestOutputHelper!.WriteLine(FormattableString.Invariant($"{withOne} questions with one patient, {withAll} with {People + 1}"));
        Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"{People + 1}<span class=\"unseen\"> waiting for you"), page, StringComparison.Ordinal);
        Assert.True(withAll <= 12, $"The front page asked {withAll} questions: {string.Join('\n', between.Said)}");

        async Task<(int, string)> Asked()
        {
            await nurse.GetStringAsync("/", Cancel);
            (between.IsOn, between.Said) = (true, []);
            var page = await nurse.GetStringAsync("/", Cancel);
            between.IsOn = false;
            return (between.Said.Count, page);
        }
    }

    // Copies of the one patient and of what waits of them, straight into the tables: nobody has to take in 500 people by hand.
    // The house may have counted a copy's task in the meantime.
    private static async Task Multiply(TestClinic clinic)
    {
        foreach (var table in new[] { "patients", "referrals", "tasks" })
        {
            var columns = await clinic.As(Role.Manager, services => services.GetRequiredService<MooringDb>().Database
                .SqlQuery<string>($"SELECT name AS Value FROM pragma_table_info({table})").ToListAsync(Cancel));
            var ids = table == "patients" ? new[] { "Id" } : ["Id", "PatientId", "SubjectId"];
            var values = columns.Select(column => ids.Contains(column) ? $"substr(t.\"{column}\", 1, 24) || printf('%04X', n) || substr(t.\"{column}\", 29)"
                : column == "Number" ? "'X-' || n" : $"t.\"{column}\"");
            await Sql(clinic, $"""
                WITH RECURSIVE many(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM many WHERE n < {People})
                INSERT OR IGNORE INTO {table} ({string.Join(", ", columns.Select(column => $"\"{column}\""))}) SELECT {string.Join(", ", values)} FROM {table} t, many
                """);
        }
    }

    private static Task<TestClinic> Started(Between between, TimeProvider? clock = null) =>
        TestClinic.Start(Engine.Sqlite, clock, but: options => options with { Database = options.Database with { Between = [.. options.Database.Between, between, between.Commits] } });

    private static Task<Outcome<Id<Patient>>> TakeIn(TestClinic clinic) => clinic.As(Role.FrontDesk, services => services.GetRequiredService<ReferralDesk>().TakeIn(
        new() { IsAnother = true, GivenName = "Noor", FamilyName = "Willow", BirthDate = new(1984, 3, 9), From = "Dr. Fern", Reason = "Two trials did not help." }, Cancel));

    private static async Task<int[]> Counts(TestClinic clinic)
    {
        List<int> counts = [];
        foreach (var sql in new[] { "SELECT COUNT(*) AS Value FROM patients", "SELECT COUNT(*) AS Value FROM task_marks", "SELECT COUNT(*) AS Value FROM tasks" })
            counts.AddRange(await clinic.As(Role.Manager, services => services.GetRequiredService<MooringDb>().Database.SqlQueryRaw<int>(sql).ToListAsync(Cancel)));
        return [.. counts];
    }

    private static Task Sql(TestClinic clinic, string sql) => clinic.As(Role.Manager, services => services.GetRequiredService<MooringDb>().Database.ExecuteSqlRawAsync(sql, Cancel));

    private static async Task Run(DbConnection other, string sql)
    {
        await using var command = other.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(Cancel);
    }

    /// <summary>Stands between the product and its database: hears what is asked, and lets some of it fail.</summary>
    private sealed class Between : DbCommandInterceptor
    {
        public Between() => Commits = new(this);

        public volatile bool IsOn;

        public FailingCommits Commits { get; }

        public bool FailsAtCommit { get; init; }

        public string? FailsOn { get; init; }

        /// <summary>What was asked on behalf of a page; what jobs ask meanwhile is not its cost.</summary>
        public System.Collections.Concurrent.ConcurrentBag<string> Said { get; set; } = [];

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            if (IsOn && new HttpContextAccessor().HttpContext is not null)
                Said.Add(command.CommandText);
            if (IsOn && FailsOn is { } text && command.CommandText.Contains(text, StringComparison.Ordinal))
                throw new IOException("The disk does not take it.");
            return ValueTask.FromResult(result);
        }
    }

    private sealed class FailingCommits(Between between) : DbTransactionInterceptor
    {
        public override ValueTask<InterceptionResult> TransactionCommittingAsync(
            DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default) =>
            between is { IsOn: true, FailsAtCommit: true } ? throw new IOException("The disk is full.") : ValueTask.FromResult(result);
    }
}
