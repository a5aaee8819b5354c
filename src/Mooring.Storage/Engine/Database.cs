using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Mooring.Storage.Audit;

namespace Mooring.Storage.Engine;

/// <summary>Which engine keeps the data. One setting: a folder for SQLite, or a PostgreSQL connection string.</summary>
public sealed record Database(string Connection, bool IsPostgres)
{
    /// <summary>What else stands between the product and the engine; a test makes it slow with it.</summary>
    public IReadOnlyList<IInterceptor> Between { get; init; } = [];

    /// <summary>One file in <paramref name="folder"/>; enough for a clinic.</summary>
    public static Database SqliteIn(string folder) => new(
        new SqliteConnectionStringBuilder { DataSource = Path.Combine(folder, "mooring.db"), DefaultTimeout = 10, Pooling = true }.ToString(),
        IsPostgres: false);

    /// <summary>The file that is not there yet; null when it is, or when there is a server to ask.</summary>
    public string? MissingFile => !IsPostgres && new SqliteConnectionStringBuilder(Connection).DataSource is var file && !File.Exists(file) ? file : null;

    public static Database Postgres(string connection) => new(connection, IsPostgres: true);

    /// <summary>
    /// Registers the context of the chosen engine, so that everything else asks for <see cref="MooringDb"/>. What a subject
    /// registers as <see cref="IInterceptor"/> runs in each save before the row is stamped and audited.
    /// </summary>
    public void Register<TSqlite, TPostgres>(IServiceCollection services)
        where TSqlite : MooringDb
        where TPostgres : MooringDb
    {
        services.AddScoped<ClinicScope>();
        services.AddSingleton<AuditTrail>();
        if (IsPostgres)
            services.AddDbContext<MooringDb, TPostgres>((provider, options) => Quiet(options.UseNpgsql(Connection))
                .AddInterceptors([.. provider.GetServices<IInterceptor>(), provider.GetRequiredService<AuditTrail>(), .. Between]));
        else
            services.AddDbContext<MooringDb, TSqlite>((provider, options) => Quiet(options.UseSqlite(Connection))
                .AddInterceptors([.. provider.GetServices<IInterceptor>(), provider.GetRequiredService<AuditTrail>(), new DurableSqlite(), .. Between]));
    }

    // Two who enter at once collide by design: one of them tries again. What fails for good, because the store is locked or
    // away, is told where it is caught: once, and not each time that it is tried again.
    private static DbContextOptionsBuilder Quiet(DbContextOptionsBuilder options) =>
        options.ConfigureWarnings(warnings => warnings.Log(
            (CoreEventId.SaveChangesFailed, LogLevel.Debug), (CoreEventId.QueryIterationFailed, LogLevel.Debug), (RelationalEventId.CommandError, LogLevel.Debug),
            (RelationalEventId.ConnectionError, LogLevel.Debug), (RelationalEventId.TransactionError, LogLevel.Debug)));
}

/// <summary>
/// Every connection syncs each commit to disk (FULL) and waits for a writer instead of failing. NORMAL would be faster
/// and could lose the last commits at a power cut; what was acknowledged must be there.
/// </summary>
public sealed class DurableSqlite : DbConnectionInterceptor
{
    private const string Settings = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA busy_timeout=10000;";

    public override void ConnectionOpened(System.Data.Common.DbConnection connection, ConnectionEndEventData eventData)
    {
        if (!IsReadOnly(connection))
            Apply(connection);
    }

    public override async Task ConnectionOpenedAsync(
        System.Data.Common.DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        if (IsReadOnly(connection))
            return;
        await using var command = connection.CreateCommand();
        command.CommandText = Settings;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    public static void Apply(System.Data.Common.DbConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Settings;
        command.ExecuteNonQuery();
    }

    // EF opens the file read-only to see whether it exists; setting the journal mode would fail there.
    private static bool IsReadOnly(System.Data.Common.DbConnection connection) =>
        new SqliteConnectionStringBuilder(connection.ConnectionString).Mode == SqliteOpenMode.ReadOnly;
}
