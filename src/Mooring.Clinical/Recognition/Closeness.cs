namespace Mooring.Clinical.Recognition;

/// <summary>
/// What somebody who typed a word may have meant: one or two letters away from a word of a name. It is only ever asked
/// about ("did you mean"); nothing is taken for what it is only close to.
/// </summary>
internal sealed class Closeness
{
    private const int Shortest = 5;
    private const int Long = 8;

    private readonly ILookup<int, (string Key, string Name)> byLength;
    private readonly HashSet<string> known;

    /// <param name="names">Words that may be meant, as they are compared, with what to call them.</param>
    /// <param name="known">Words that are spelled right.</param>
    public Closeness(IEnumerable<(string Key, string Name)> names, IEnumerable<string> known)
    {
        this.known = known.ToHashSet(StringComparer.Ordinal);
        byLength = names.Where(name => name.Key.Length >= Shortest).DistinctBy(name => name.Key).ToLookup(name => name.Key.Length);
    }

    /// <summary>The nearest name; null for a word that is spelled right, or near to none.</summary>
    public string? To(string key)
    {
        if (key.Length < Shortest || known.Contains(key))
            return null;

        var most = key.Length >= Long ? 2 : 1;
        return (from length in Enumerable.Range(key.Length - most, (2 * most) + 1)
                from name in byLength[length]
                let apart = Apart(key, name.Key, Math.Min(most, length >= Long ? 2 : 1))
                where apart is not null
                orderby apart, name.Key[0] == key[0] ? 0 : 1, name.Name
                select name.Name).FirstOrDefault();
    }

    // Letters changed, left out, added, or swapped with the next; null when more than may be.
    private static int? Apart(string one, string other, int most)
    {
        var (before, last, row) = (new int[other.Length + 1], Enumerable.Range(0, other.Length + 1).ToArray(), new int[other.Length + 1]);
        for (var i = 1; i <= one.Length; i++)
        {
            row[0] = i;
            var least = i;
            for (var j = 1; j <= other.Length; j++)
            {
                row[j] = Math.Min(Math.Min(last[j] + 1, row[j - 1] + 1), last[j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1])
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
                least = Math.Min(least, row[j]);
            }

            if (least > most)
                return null;
            (before, last, row) = (last, row, before);
        }

        return last[other.Length] <= most ? last[other.Length] : null;
    }
}
