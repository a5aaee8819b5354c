using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Mooring.Clinical;
using Mooring.Practice;
using Mooring.Storage;
using Mooring.Storage.Engine;
using Mooring.SystemTests.Clinics;

namespace Mooring.SystemTests.Storage;

public class Migrating
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Brings_an_empty_database_to_the_rows_as_they_are(Engine engine)
    {
        await using var clinic = await TestClinic.Open(engine);

        var (applied, pending, differs) = await clinic.As(Role.Manager, async services =>
        {
            var database = services.GetRequiredService<MooringDb>().Database;
            return (await database.GetAppliedMigrationsAsync(Cancel), await database.GetPendingMigrationsAsync(Cancel), database.HasPendingModelChanges());
        });

        Assert.NotEmpty(applied);
        Assert.Empty(pending);
        Assert.False(differs, $"A row of the {engine} model was changed without a migration: run scripts/add-migration.sh.");
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Changes_nothing_the_second_time(Engine engine)
    {
        await using var clinic = await TestClinic.Open(engine);

        await clinic.As(Role.Manager, services => Tables.Update(services.GetRequiredService<MooringDb>(), Cancel));

        Assert.True(await clinic.As(Role.Manager, services => services.GetRequiredService<MooringDb>().Set<Mooring.Storage.Accounts.StaffRow>().AnyAsync(Cancel)));
    }

    [Fact]
    public async Task Goes_on_after_a_start_that_was_killed_in_the_middle_of_it()
    {
        var folder = Directory.CreateTempSubdirectory("mooring-test-").FullName;
        await using (var db = new SqliteDb(new DbContextOptionsBuilder<SqliteDb>().UseSqlite(Database.SqliteIn(folder).Connection).Options, new ClinicScope()))
        {
            // What EF leaves behind when it dies: its lock, held by nobody.
            await db.Database.ExecuteSqlRawAsync(
                """
                CREATE TABLE "__EFMigrationsLock" ("Id" INTEGER NOT NULL PRIMARY KEY, "Timestamp" TEXT NOT NULL);
                INSERT INTO "__EFMigrationsLock" VALUES (1, '2026-01-01');
                """,
                Cancel);

            await Tables.Update(db, Cancel).WaitAsync(Patience.Long, Cancel);

            Assert.Empty(await db.Database.GetPendingMigrationsAsync(Cancel));
        }

        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }
}
