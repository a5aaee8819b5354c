using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Storage;
using Mooring.Storage.Secrets;

namespace Mooring.Practice.Notes;

internal sealed class SealedNotes(MooringDb db) : ISealedColumn
{
    public string Name => "psychotherapy notes";

    public async Task<IReadOnlyList<SealedValue>> Some(int skip, int most, CancellationToken cancel) =>
    [
        .. (await db.Set<PsychotherapyNoteRow>().IgnoreQueryFilters().AsNoTracking().OrderBy(row => row.Id).Skip(skip).Take(most).ToListAsync(cancel))
            .Select(row => new SealedValue(row.Id.ToString(), TherapyNoteDesk.Bound(row.PatientId, row.Id), row.Text)),
    ];

    public Task Put(SealedValue old, byte[] closed, CancellationToken cancel)
    {
        var id = new Id<PsychotherapyNote>(Guid.Parse(old.Key));
        return db.Set<PsychotherapyNoteRow>().IgnoreQueryFilters().Where(row => row.Id == id && row.Text == old.Closed).ExecuteUpdateAsync(row => row.SetProperty(one => one.Text, closed), cancel);
    }
}
