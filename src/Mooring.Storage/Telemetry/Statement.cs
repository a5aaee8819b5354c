using System.Data;
using System.Data.Common;

namespace Mooring.Storage.Telemetry;

/// <summary>
/// One command of device intake, prepared once and run many thousand times: its parameters are made once, with their
/// types (PostgreSQL asks for the type of a null), and only get new values.
/// </summary>
internal sealed class Statement : IAsyncDisposable
{
    private readonly DbCommand command;

    public Statement(DbConnection connection, string sql, params (string Name, DbType Type)[] parameters)
    {
        command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, type) in parameters)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.DbType) = (name, type);
            command.Parameters.Add(parameter);
        }
    }

    /// <summary>The number of rows it changed.</summary>
    public Task<int> Run(DbTransaction within, CancellationToken cancel, params ReadOnlySpan<object?> values) => With(within, values).ExecuteNonQueryAsync(cancel);

    /// <summary>The first column of the first row, or null.</summary>
    public Task<object?> Ask(DbTransaction within, CancellationToken cancel, params ReadOnlySpan<object?> values) => With(within, values).ExecuteScalarAsync(cancel);

    public Task<DbDataReader> Read(DbTransaction within, CancellationToken cancel, params ReadOnlySpan<object?> values) => With(within, values).ExecuteReaderAsync(cancel);

    public Task Prepare(CancellationToken cancel) => command.PrepareAsync(cancel);

    public ValueTask DisposeAsync() => command.DisposeAsync();

    private DbCommand With(DbTransaction within, ReadOnlySpan<object?> values)
    {
        command.Transaction = within;
        for (var at = 0; at < values.Length; at++)
            command.Parameters[at].Value = values[at] ?? DBNull.Value;
        return command;
    }
}
