using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Mooring.SystemTests.Clinics;

/// <summary>
/// SQLite answers at once, so that code which is wrong when it must wait for the database looks right. Here each
/// question is waited for, as with PostgreSQL.
/// </summary>
internal sealed class RealWaits : DbCommandInterceptor
{
    public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        await Task.Yield();
        return result;
    }
}
