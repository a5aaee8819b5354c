using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Caching.Memory;

namespace Mooring.Storage;

/// <summary>
/// What was worked out and may be asked for again: a bounded number, of which those go first that nobody asked for the
/// longest. It may forget at any time; nothing that is kept only here is a fact.
/// </summary>
/// <param name="most">How many are held at once.</param>
public sealed class RecentlyUsed<TKey, TValue>(int most) : IDisposable
    where TKey : notnull
    where TValue : notnull
{
    private readonly MemoryCache kept = new(new MemoryCacheOptions { SizeLimit = most, CompactionPercentage = 0.1 });
    private readonly Lock making = new();

    /// <summary>How many are held now.</summary>
    public int Count => kept.Count;

    public bool TryGet(TKey key, [MaybeNullWhen(false)] out TValue value) => kept.TryGetValue(key, out value);

    /// <summary>Holds it from now on, in place of what was held under this key.</summary>
    public TValue Keep(TKey key, TValue value) => kept.Set(key, value, new MemoryCacheEntryOptions { Size = 1 });

    /// <summary>What is held, or what <paramref name="make"/> makes; two who ask at once are given the same.</summary>
    public TValue GetOrAdd(TKey key, Func<TValue> make)
    {
        if (TryGet(key, out var held))
            return held;
        lock (making)
            return TryGet(key, out held) ? held : Keep(key, make());
    }

    public void Dispose() => kept.Dispose();
}
