namespace Mooring.Clinical.Recognition;

/// <summary>A phrase that was found in a text, by the words it covers.</summary>
internal readonly record struct Phrase<T>(int At, int Count, T Means)
{
    public int End => At + Count;

    public bool Covers<TOther>(Phrase<TOther> other) => At <= other.At && other.End <= End;
}

public static class Phrases
{
    /// <summary>What two spellings of one name have in common.</summary>
    public static string KeyOf(string phrase, Func<string, string> fold) => string.Concat(TextWord.Of(phrase, fold).Select(word => word.Key));

    /// <summary>The same of each, to look words up in.</summary>
    public static HashSet<string> KeysOf(IEnumerable<string> phrases, Func<string, string> fold) => [.. phrases.Select(phrase => KeyOf(phrase, fold))];
}

/// <summary>
/// Phrases by their words run together, so that a hyphen, a blank or none between two words is the same name; a phrase
/// begins and ends where words of the text do.
/// </summary>
internal sealed class PhraseIndex<T>(Func<string, string> fold)
{
    private readonly Dictionary<string, List<T>> byKey = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<(IReadOnlySet<string> Words, T Means)>> byWord = new(StringComparer.Ordinal);
    private int longest;

    public Func<string, string> Fold => fold;

    public void Add(string phrase, T means)
    {
        var words = TextWord.Of(phrase, fold);
        var key = string.Concat(words.Select(word => word.Key));
        if (key.Length == 0)
            return;

        if (!byKey.TryGetValue(key, out var same))
            byKey[key] = same = [];
        if (same.Contains(means))
            return;
        same.Add(means);
        longest = Math.Max(longest, key.Length);
        var all = words.Select(word => word.Key).ToHashSet(StringComparer.Ordinal);
        if (all.Count < 2)
            return;
        var rare = all.MaxBy(word => word.Length)!;
        if (!byWord.TryGetValue(rare, out var sharing))
            byWord[rare] = sharing = [];
        sharing.Add((all, means));
    }

    /// <summary>Every phrase within the words; none reaches over the end of a clause.</summary>
    public IEnumerable<Phrase<T>> Find(IReadOnlyList<TextWord> words)
    {
        for (var at = 0; at < words.Count; at++)
        {
            var key = "";
            for (var end = at; end < words.Count && (end == at || words[end].Before != Gap.Stop); end++)
            {
                key += words[end].Key;
                if (key.Length > longest)
                    break;
                if (byKey.TryGetValue(key, out var means))
                {
                    foreach (var each in means)
                        yield return new(at, end - at + 1, each);
                }
            }
        }
    }

    /// <summary>Phrases of several words that all stand in these, in whatever order ("aneurysm of the brain").</summary>
    public IEnumerable<Phrase<T>> FindLoosely(IReadOnlyList<TextWord> words, int at, int end)
    {
        var there = words.Skip(at).Take(end - at).Select(word => word.Key).ToList();
        foreach (var word in there.Distinct())
        {
            foreach (var (all, means) in byWord.GetValueOrDefault(word, []).Where(phrase => phrase.Words.IsSubsetOf(there)))
            {
                var (first, last) = (there.FindIndex(all.Contains), there.FindLastIndex(all.Contains));
                yield return new(at + first, last - first + 1, means);
            }
        }
    }
}
