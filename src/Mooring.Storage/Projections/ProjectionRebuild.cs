namespace Mooring.Storage.Projections;

/// <summary>How a flat table stood up against one that was made anew.</summary>
/// <param name="Rows">How many rows it has now.</param>
/// <param name="Different">How many lines only one of the two had; 0 where it was right.</param>
public sealed record RebuiltProjection(string Name, int Rows, int Different);

/// <summary>Makes the flat tables of the clinic that is entered anew, from their sources alone.</summary>
public sealed class ProjectionRebuild(MooringDb db, IEnumerable<Projection> projections)
{
    /// <summary>Each in a transaction: whoever reads meanwhile reads the old one.</summary>
    /// <param name="keep">False to compare only: everything stays as it was.</param>
    public async Task<IReadOnlyList<RebuiltProjection>> Run(bool keep, CancellationToken cancel)
    {
        List<RebuiltProjection> rebuilt = [];
        foreach (var projection in projections)
        {
            await projection.CatchUp(cancel);
            await using var whole = await db.Database.BeginTransactionAsync(cancel);
            var before = await projection.Lines(cancel);
            await projection.Clear(cancel);
            await projection.CatchUp(cancel);
            var after = await projection.Lines(cancel);
            rebuilt.Add(new(projection.Name, after.Count, before.Except(after, StringComparer.Ordinal).Count() + after.Except(before, StringComparer.Ordinal).Count()));
            if (keep)
                await whole.CommitAsync(cancel);
            else
                await whole.RollbackAsync(cancel);
            db.ChangeTracker.Clear();
        }

        return rebuilt;
    }
}
