using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Mooring.SystemTests.Access;

/// <summary>The table of the log is full, or held by somebody else; for one clinic, or for all.</summary>
internal sealed class ClosedAudit : DbCommandInterceptor
{
    private int refused;

    public bool IsClosed { get; set; }

    public Guid? Clinic { get; init; }

    public int Refused => Volatile.Read(ref refused);

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default) =>
        IsClosed && command.CommandText.Contains("INSERT INTO \"audit\"", StringComparison.Ordinal) && IsOfClinic(command)
            ? throw Refuse()
            : ValueTask.FromResult(result);

    private bool IsOfClinic(DbCommand command) =>
        Clinic is not { } clinic || command.Parameters.Cast<DbParameter>().Any(one => string.Equals(one.Value?.ToString(), clinic.ToString(), StringComparison.OrdinalIgnoreCase));

    private IOException Refuse()
    {
        Interlocked.Increment(ref refused);
        return new IOException("The disk is full.");
    }
}
