using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Mooring.Practice;
using Mooring.Storage;

namespace Mooring.Design;

/// <summary>The model on SQLite, as dotnet-ef compares it with the last migration. No database is opened.</summary>
public sealed class SqliteModel : IDesignTimeDbContextFactory<SqliteDb>
{
    public SqliteDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteDb>().UseSqlite("Data Source=:memory:").Options, new ClinicScope());
}

/// <summary>The model on PostgreSQL.</summary>
public sealed class PostgresModel : IDesignTimeDbContextFactory<PostgresDb>
{
    public PostgresDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PostgresDb>().UseNpgsql("Host=127.0.0.1").Options, new ClinicScope());
}
