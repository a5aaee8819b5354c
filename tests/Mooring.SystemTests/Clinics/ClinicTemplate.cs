using Microsoft.Data.Sqlite;
using Mooring.Demo;
using Mooring.Storage.Engine;
using Mooring.Web;
using Npgsql;

namespace Mooring.SystemTests.Clinics;

/// <summary>
/// The clinic that every test clinic begins as a copy of: tables, keys and staff are made once for each engine, not once
/// for each test. What begins with an empty database is <see cref="EmptyServer"/>'s and <see cref="PostgresCluster"/>'s.
/// </summary>
internal sealed class ClinicTemplate
{
    // Before any time that a test sets its clock to.
    private static readonly DateTimeOffset Founded = new(2020, 1, 6, 15, 0, 0, TimeSpan.Zero);

    private static readonly Lazy<Task<ClinicTemplate>> Sqlite = new(() => Make(Database.SqliteIn));
    private static readonly Lazy<Task<ClinicTemplate>> Postgres = new(() => Make(_ => Database.Postgres(PostgresServer.NewDatabase())));

    private readonly string folder;
    private readonly Database database;
    private readonly InventedClinic made;

    private ClinicTemplate(string folder, Database database, InventedClinic made) => (this.folder, this.database, this.made) = (folder, database, made);

    public static Task<ClinicTemplate> Of(Engine engine) => engine == Engine.Postgres ? Postgres.Value : Sqlite.Value;

    /// <summary>Copies it into a folder of the test's own; where its database is then.</summary>
    public Database CopyTo(string home)
    {
        Copy(new(folder), home);
        return database.IsPostgres ? Database.Postgres(PostgresServer.NewDatabase(new NpgsqlConnectionStringBuilder(database.Connection).Database)) : Database.SqliteIn(home);
    }

    /// <summary>The clinic in the copy that this server serves.</summary>
    public InventedClinic In(IServiceProvider services) => new(services, made.Clinic, made.Staff);

    /// <summary>Removes what was copied from.</summary>
    public static async Task Remove()
    {
        foreach (var template in new[] { Sqlite, Postgres }.Where(template => template.IsValueCreated))
            Directory.Delete((await template.Value).folder, recursive: true);
    }

    private static async Task<ClinicTemplate> Make(Func<string, Database> database)
    {
        var home = Directory.CreateTempSubdirectory("mooring-template-").FullName;
        var kept = database(home);
        await using var host = MooringHost.Build(TestClinic.Options(home, kept, new SetClock(Founded)));
        await MooringHost.Prepare(host, CancellationToken.None);
        var made = await InventedClinic.Found(host.Services, "Harbor Test Clinic", "America/Chicago", CancellationToken.None);
        // A database that somebody is connected to can not be copied.
        if (kept.IsPostgres)
            NpgsqlConnection.ClearPool(new(kept.Connection));
        else
            SqliteConnection.ClearPool(new(kept.Connection));
        return new(home, kept, made);
    }

    private static void Copy(DirectoryInfo from, string to)
    {
        Directory.CreateDirectory(to);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(to, from.UnixFileMode);
        foreach (var file in from.EnumerateFiles())
            file.CopyTo(Path.Combine(to, file.Name));
        foreach (var inner in from.EnumerateDirectories())
            Copy(inner, Path.Combine(to, inner.Name));
    }
}
