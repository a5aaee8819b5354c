using Microsoft.EntityFrameworkCore;

namespace Mooring.Storage.Secrets;

internal sealed class SealedCookieKeys(MooringDb db) : ISealedColumn
{
    public string Name => "keys of sign-ins";

    public async Task<IReadOnlyList<SealedValue>> Some(int skip, int most, CancellationToken cancel) =>
        [.. (await db.Set<CookieKeyRow>().AsNoTracking().OrderBy(row => row.Name).Skip(skip).Take(most).ToListAsync(cancel)).Select(row => new SealedValue(row.Name, CookieKeys.Bound(row.Name), row.Sealed))];

    public Task Put(SealedValue old, byte[] closed, CancellationToken cancel) =>
        db.Set<CookieKeyRow>().Where(row => row.Name == old.Key && row.Sealed == old.Closed).ExecuteUpdateAsync(row => row.SetProperty(one => one.Sealed, closed), cancel);
}
