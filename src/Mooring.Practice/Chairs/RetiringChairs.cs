using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Clinical.Scheduling;
using Mooring.Storage;

namespace Mooring.Practice.Chairs;

/// <summary>Chairs that are used no more.</summary>
internal static class RetiringChairs
{
    public static async Task<IReadOnlySet<Id<Chair>>> RetiredChairs(this MooringDb db, CancellationToken cancel) =>
        (await db.Set<ResourceRow>().AsNoTracking().Where(row => row.Kind == ResourceKind.Chair && row.RetiredAt != null).Select(row => row.Id).ToListAsync(cancel))
            .Select(id => new Id<Chair>(id.Value)).ToHashSet();

    /// <summary>DAY103 for a chair that is used no more; null for one that is.</summary>
    public static Refusal? Refused(Chair chair) => chair.IsRetired ? new("DAY103", $"{chair.Name} is retired. Choose another chair.", "chair") : null;
}
