using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Mooring.Storage.Changes;

/// <summary>What devices send is not being kept.</summary>
/// <param name="Since">When the first of it was refused.</param>
/// <param name="Because">Why, as the second half of a sentence.</param>
public sealed record StoreOutage(DateTimeOffset Since, string Because);

/// <summary>
/// Whether what devices send reaches the disk. In memory only, for the pages: it decides nothing. It ends with the next
/// message that is kept, not before.
/// </summary>
public sealed class StoreHealth(TimeProvider clock)
{
    private volatile StoreOutage? trouble;

    /// <summary>Null while all is well, as far as anything was tried.</summary>
    public StoreOutage? Trouble => trouble;

    /// <summary>Something could not be kept.</summary>
    public void Fails(Exception failure) => trouble = new(trouble?.Since ?? clock.GetUtcNow(), Because(failure));

    /// <summary>Something was kept.</summary>
    public void Works() => trouble = null;

    private static string Because(Exception failure) => failure switch
    {
        SqliteException { SqliteErrorCode: SQLitePCL.raw.SQLITE_FULL } => "the disk is full",
        SqliteException { SqliteErrorCode: SQLitePCL.raw.SQLITE_BUSY or SQLitePCL.raw.SQLITE_LOCKED } or TimeoutException => "the store is held up",
        SqliteException { SqliteErrorCode: SQLitePCL.raw.SQLITE_IOERR } => "the disk does not take it",
        DbException { IsTransient: true } => "the database does not answer",
        { InnerException: { } inner } => Because(inner),
        _ => "the store fails",
    };
}
