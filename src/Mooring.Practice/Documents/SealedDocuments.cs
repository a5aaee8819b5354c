using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Clinical.Documents;
using Mooring.Storage;
using Mooring.Storage.Secrets;

namespace Mooring.Practice.Documents;

internal sealed class SealedDocuments(MooringDb db) : ISealedColumn
{
    public string Name => "documents";

    public async Task<IReadOnlyList<SealedValue>> Some(int skip, int most, CancellationToken cancel) =>
    [
        .. (await db.Set<DocumentBytesRow>().IgnoreQueryFilters().AsNoTracking().OrderBy(row => row.DocumentId).Skip(skip).Take(most)
                .Join(db.Set<DocumentRow>().IgnoreQueryFilters(), bytes => bytes.DocumentId, document => document.Id, (bytes, document) => new { bytes.DocumentId, document.PatientId, bytes.Sealed })
                .ToListAsync(cancel))
            .Select(row => new SealedValue(row.DocumentId.ToString(), DocumentDesk.Bound(row.PatientId, row.DocumentId), row.Sealed)),
    ];

    public Task Put(SealedValue old, byte[] closed, CancellationToken cancel)
    {
        var id = new Id<Document>(Guid.Parse(old.Key));
        return db.Set<DocumentBytesRow>().IgnoreQueryFilters().Where(row => row.DocumentId == id && row.Sealed == old.Closed).ExecuteUpdateAsync(row => row.SetProperty(one => one.Sealed, closed), cancel);
    }
}
