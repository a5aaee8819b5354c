using Microsoft.EntityFrameworkCore;
using Mooring.Practice.Sessions;
using Mooring.Storage;
using Mooring.Storage.Projections;

namespace Mooring.Practice.Courses;

/// <summary>The adverse events that were told after a session, in the flat table beside those of sessions. What was judged to be none is not in it.</summary>
internal sealed class ToldProjection(MooringDb db) : Projection
{
    public override string Name => "told events";

    public override async Task<int> CatchUp(CancellationToken cancel)
    {
        // The event lies in a document: whether there is one, no query can ask.
        var lagging = (await db.Set<ToldEventRow>().AsNoTracking()
            .Where(row => !db.Set<AdverseEventRow>().Any(flat => flat.Id == (Guid)EF.Property<object>(row, nameof(AdverseEventRow.Id)) && flat.Version == row.Version))
            .OrderBy(row => row.At).ToListAsync(cancel)).FindAll(row => row.What.Event is not null);
        if (lagging.Count == 0)
            return 0;
        var ids = lagging.ConvertAll(row => row.Id.Value);
        await Replace(db, () => db.Set<AdverseEventRow>().Where(row => ids.Contains(row.Id)).ExecuteDeleteAsync(cancel), lagging.Select(Of), cancel);
        return lagging.Count;
    }

    public override Task Clear(CancellationToken cancel) => db.Set<AdverseEventRow>().Where(row => row.Version != null).ExecuteDeleteAsync(cancel);

    public override Task<IReadOnlyList<string>> Lines(CancellationToken cancel) => Lines(db.Set<AdverseEventRow>().Where(row => row.Version != null).OrderBy(row => row.Id), cancel);

    private static AdverseEventRow Of(ToldEventRow row)
    {
        var told = row.What.Event!;
        return new()
        {
            Id = row.Id.Value,
            ToldBy = row.What.Source,
            Version = row.Version,
            PatientId = row.PatientId,
            At = row.What.Since,
            Term = told.Term,
            Grade = told.Grade,
            Serious = told.Serious,
            Outcome = told.Outcome,
            Causality = told.Causality,
            Action = told.Action,
            Verbatim = told.Verbatim,
            EndedAt = told.EndedAt,
        };
    }
}
