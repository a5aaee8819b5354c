using System.Data;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Mooring.Storage.Audit;

/// <summary>Reads the columns that count, past the clinic's filter and as the database has them.</summary>
internal static class RowReading
{
    /// <param name="where">The end of the statement, with parameters <c>@p0</c> and on; its names are the product's own.</param>
    public static async IAsyncEnumerable<object?[]> All(
        MooringDb db, RowPrint print, string where, IReadOnlyList<object> values, [EnumeratorCancellation] CancellationToken cancel)
    {
        await db.Database.OpenConnectionAsync(cancel);
        try
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = print.Select + where;
            command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
            foreach (var (value, at) in values.Select((value, at) => (value, at)))
            {
                var parameter = command.CreateParameter();
                (parameter.ParameterName, parameter.Value) = ($"@p{at}", value);
                command.Parameters.Add(parameter);
            }

            await using var rows = await command.ExecuteReaderAsync(CommandBehavior.SequentialAccess, cancel);
            while (await rows.ReadAsync(cancel))
                yield return print.Values(rows);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }
}
