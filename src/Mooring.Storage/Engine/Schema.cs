using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Storage;

namespace Mooring.Storage.Engine;

/// <summary>Brings the tables of a database up to this version of the product.</summary>
public static class Schema
{
    /// <summary>Applies the migrations that are still missing; nothing is touched when none is.</summary>
    public static async Task Update(MooringDb db, CancellationToken cancel)
    {
        if (db.Database.IsSqlite())
        {
            await using var alone = await OneAtATime(db.Database.GetDbConnection().DataSource, cancel);
            await ForgetTheKilled(db, cancel);
            await Migrate(db, cancel);
        }
        else
        {
            await Migrate(db, cancel);
        }
    }

    private static async Task Migrate(MooringDb db, CancellationToken cancel)
    {
        // Asked for before it is there, the history of migrations is a failure in the log of every first start.
        var creator = db.GetService<IRelationalDatabaseCreator>();
        if (!await creator.ExistsAsync(cancel))
            await creator.CreateAsync(cancel);
        await db.GetService<IHistoryRepository>().CreateIfNotExistsAsync(cancel);
        if ((await db.Database.GetPendingMigrationsAsync(cancel)).Any())
            await db.Database.MigrateAsync(cancel);
    }

    // The operating system gives this lock back when its holder is killed.
    private static async Task<FileStream> OneAtATime(string file, CancellationToken cancel)
    {
        while (true)
        {
            try
            {
                return new(file + ".migrating", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(file))))
            {
                await Task.Delay(TimeSpan.FromMilliseconds(100), cancel);
            }
        }
    }

    // EF's own lock is a row in a table: whoever is killed while holding it leaves it for good, and every later start
    // waits for ever. We hold the file's lock here, so any row that is found belongs to somebody dead.
    private static async Task ForgetTheKilled(MooringDb db, CancellationToken cancel)
    {
        var connection = new SqliteConnectionStringBuilder(db.Database.GetConnectionString());
        if (!File.Exists(connection.DataSource))
            return;
        await using var own = new SqliteConnection(connection.ToString());
        await own.OpenAsync(cancel);
        await using var drop = own.CreateCommand();
        drop.CommandText = "DROP TABLE IF EXISTS \"__EFMigrationsLock\"";
        await drop.ExecuteNonQueryAsync(cancel);
    }
}
