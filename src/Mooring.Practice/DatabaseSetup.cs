using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Mooring.Storage;
using Mooring.Storage.Engine;

namespace Mooring.Practice;

/// <summary>The SQLite side, with its own migrations.</summary>
public sealed class SqliteDb(DbContextOptions<SqliteDb> options, ClinicScope scope) : MooringDb(options, scope);

/// <summary>The PostgreSQL side, with its own migrations.</summary>
public sealed class PostgresDb(DbContextOptions<PostgresDb> options, ClinicScope scope) : MooringDb(options, scope);

/// <summary>Brings the rows of all subjects to the engine of a deployment.</summary>
public static class DatabaseSetup
{
    /// <summary>Registers the context of the chosen engine, so that everything else asks for <see cref="MooringDb"/>.</summary>
    public static void Register(this Database database, IServiceCollection services) => database.Register<SqliteDb, PostgresDb>(services);
}
