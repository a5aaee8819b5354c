namespace Mooring.Clinical.Recognition;

/// <summary>The parts of a condition's text: each names something of its own, so each must be known.</summary>
internal sealed class ConditionParts(Lexicon lexicon, StatusReader statuses, Closeness close)
{
    private readonly HashSet<string> beside = Phrases.KeysOf([.. lexicon.Beside.ConditionQualifiers, .. lexicon.Beside.Small, .. lexicon.Beside.Linking, .. lexicon.Beside.Turning], Folding.Condition);
    private readonly HashSet<string> joining = Phrases.KeysOf(lexicon.Beside.Joining, Folding.Condition);
    private readonly HashSet<string> nothing = Phrases.KeysOf(lexicon.Beside.Nothing, Folding.Condition);
    private readonly Dictionary<string, ConditionClass> classes = lexicon.ConditionSets.DistinctBy(set => set.Id).ToDictionary(set => set.Id, set => set.Class, StringComparer.Ordinal);
    private readonly IReadOnlyList<(string Stem, IReadOnlyList<ConditionClass> Classes)> hints =
        [.. lexicon.Hints.SelectMany(hint => hint.Stems.Select(stem => (Plain(stem), hint.Classes)))];

    /// <summary>From word to word; commas, slashes and "and" part, and so does the end of a clause.</summary>
    public IEnumerable<(int At, int End)> Of(IReadOnlyList<TextWord> words) => Between(words, word => word.Before >= Gap.Comma || joining.Contains(word.Key));

    public static IEnumerable<(int At, int End)> Clauses(IReadOnlyList<TextWord> words) => Between(words, word => word.Before == Gap.Stop);

    private static IEnumerable<(int At, int End)> Between(IReadOnlyList<TextWord> words, Func<TextWord, bool> begins)
    {
        var at = 0;
        for (var end = 1; end <= words.Count; end++)
        {
            if (end < words.Count && !begins(words[end]))
                continue;
            if (end > at)
                yield return (at, end);
            at = end;
        }
    }

    /// <summary>The parts that nothing knows, as they are written; and beside a name the words that could be something of their own.</summary>
    public IReadOnlyList<string> Unknown(string text, IReadOnlyList<TextWord> words, IReadOnlyList<Phrase<ConditionMeaning>> phrases)
    {
        if (nothing.Contains(string.Concat(words.Select(word => word.Key))))
            return [];

        var said = statuses.Words(words);
        List<string> unknown = [];
        foreach (var part in Of(words))
        {
            IReadOnlyList<int> left = [.. Enumerable.Range(part.At, part.End - part.At)
                .Where(at => !IsBeside(words[at]) && !said.Contains(at) && !phrases.Any(phrase => phrase.At <= at && at < phrase.End))];
            IReadOnlyList<Phrase<ConditionMeaning>> named = [.. phrases.Where(phrase => phrase.At < part.End && part.At < phrase.End)];
            if (named.Count == 0)
                unknown.AddRange(left.Count > 0 ? [text[words[Start(words, part.At)].At..words[part.End - 1].End]] : []);
            else
                unknown.AddRange(left.Where(at => IsTelling(words[at], named)).Select(at => text[words[at].At..words[at].End]));
        }

        return unknown.Count == 0 && phrases.Count == 0 ? [text.Trim()] : unknown;
    }

    /// <summary>What may have been meant by words that nothing knows.</summary>
    public IReadOnlyList<string> CloseTo(IReadOnlyList<string> unknown) =>
        [.. unknown.SelectMany(part => TextWord.Of(part, Folding.Condition)).Select(word => close.To(word.Key)).OfType<string>().Distinct()];

    /// <summary>The classes that the words hint at; null when a part hints at none, so that it may be of any.</summary>
    public IReadOnlySet<ConditionClass>? ClassesOf(IReadOnlyList<string> unknown)
    {
        HashSet<ConditionClass> all = [];
        foreach (var part in unknown)
        {
            var words = TextWord.Of(part, Folding.Condition).Select(word => (word.Key, Hinted: Hinted(Plain(word.Plain)).ToList())).ToList();
            var hinted = words.SelectMany(word => word.Hinted).ToList();
            if (hinted.Count == 0 || words.Any(word => word.Hinted.Count == 0 && close.To(word.Key) is not null))
                return null;
            all.UnionWith(hinted);
        }

        return all;
    }

    // All but a name of a value set, or a word that says what kind of thing it is, when nothing of that kind is named beside it.
    private bool IsTelling(TextWord word, IReadOnlyList<Phrase<ConditionMeaning>> named) => close.To(word.Key) is not null
        || (Hinted(Plain(word.Plain)).ToList() is { Count: > 0 } hinted && !named.Any(phrase => phrase.Means.Set is { } set && hinted.Contains(classes[set])));

    private IEnumerable<ConditionClass> Hinted(string word) => hints.Where(hint => word.StartsWith(hint.Stem, StringComparison.Ordinal)).SelectMany(hint => hint.Classes);

    private int Start(IReadOnlyList<TextWord> words, int at) => joining.Contains(words[at].Key) ? at + 1 : at;

    private bool IsBeside(TextWord word) => word.IsNumber || word.Plain.Length == 1 || beside.Contains(word.Key) || joining.Contains(word.Key);

    // Without its ending a stem is compared as the words are: small, without accents, in one spelling.
    private static string Plain(string stem) => Folding.American(string.Concat(TextWord.Of(stem, plain => plain).Select(word => word.Plain)));
}
