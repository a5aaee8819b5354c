using System.Security.Cryptography;

namespace Mooring.Storage.Secrets;

/// <summary>How the values of one sealed column stand.</summary>
/// <param name="Older">Sealed by an older key than the newest, before this was asked.</param>
/// <param name="Shut">Opened by no key that is here: sealed with a lost one, or changed.</param>
public sealed record SealedCount(string Column, int Values, int Older, int Shut);

/// <summary>Walks all that is sealed: whether it opens, and, where asked, seals it with the newest key. It may stop anywhere and begin again.</summary>
public sealed class Resealing(IEnumerable<ISealedColumn> columns, Seal seal)
{
    private const int AtOnce = 20;

    /// <param name="keep">Whether what an older key sealed is sealed again.</param>
    /// <param name="most">Of each column; the rest is not looked at.</param>
    public async Task<IReadOnlyList<SealedCount>> Run(bool keep, int most, CancellationToken cancel)
    {
        List<SealedCount> counts = [];
        foreach (var column in columns.OrderBy(column => column.Name, StringComparer.Ordinal))
            counts.Add(await Walk(column, keep, most, cancel));
        return counts;
    }

    private async Task<SealedCount> Walk(ISealedColumn column, bool keep, int most, CancellationToken cancel)
    {
        var count = new SealedCount(column.Name, 0, 0, 0);
        while (count.Values < most && await column.Some(count.Values, AtOnce, cancel) is { Count: > 0 } some)
        {
            foreach (var value in some)
                count = await Take(count, column, value, keep, cancel);
        }

        return count;
    }

    private async Task<SealedCount> Take(SealedCount count, ISealedColumn column, SealedValue value, bool keep, CancellationToken cancel)
    {
        count = count with { Values = count.Values + 1 };
        try
        {
            var open = seal.OpenBytes(value.Closed, value.Bound);
            if (seal.IsOfNewest(value.Closed))
                return count;
            if (keep)
                await column.Put(value, seal.Close(open, value.Bound), cancel);
            return count with { Older = count.Older + 1 };
        }
        catch (CryptographicException)
        {
            return count with { Shut = count.Shut + 1 };
        }
    }
}
