using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace Mooring.Storage.Projections;

/// <summary>A row that says nothing new: it was made from a journal or a document and can be made again.</summary>
public interface IProjectionRow;

/// <summary>
/// A flat table made from journals or documents after they were kept, for whoever reads many of them. It may lag behind by as
/// long as the job that brings it up takes; whoever reads one patient makes what lags from its source.
/// </summary>
public abstract class Projection
{
    /// <summary>What it is called at the command line and in the log.</summary>
    public abstract string Name { get; }

    /// <summary>Makes the rows of every source of this clinic that has none, or has grown since; how many sources that were.</summary>
    public abstract Task<int> CatchUp(CancellationToken cancel);

    /// <summary>Throws away the rows of this clinic.</summary>
    public abstract Task Clear(CancellationToken cancel);

    /// <summary>All its rows of this clinic as text, one line each, in an order that never changes: to compare two ways of making them.</summary>
    public abstract Task<IReadOnlyList<string>> Lines(CancellationToken cancel);

    /// <summary>The old rows go and the new ones come together: whoever reads meanwhile finds the old ones.</summary>
    protected static async Task Replace(MooringDb db, Func<Task> remove, IEnumerable<IProjectionRow> rows, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(remove);
        await using var whole = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(cancel) : null;
        await remove();
        db.AddRange(rows);
        await db.SaveChangesAsync(cancel);
        if (whole is not null)
            await whole.CommitAsync(cancel);
        db.ChangeTracker.Clear();
    }

    /// <summary>The rows of one table, in the order asked for, as lines.</summary>
    protected static async Task<IReadOnlyList<string>> Lines<TRow>(IQueryable<TRow> ordered, CancellationToken cancel)
        where TRow : class, IProjectionRow => [.. (await ordered.AsNoTracking().ToListAsync(cancel)).Select(row => JsonSerializer.Serialize(row))];
}
