namespace Mooring.Clinical.Recognition;

/// <summary>The parts of a condition's text: each names something of its own, so each must be known.</summary>
internal sealed class ConditionParts(Lexicon lexicon, StatusReader statuses)
{
    private readonly HashSet<string> beside = Phrases.KeysOf([.. lexicon.Beside.ConditionQualifiers, .. lexicon.Beside.Small, .. lexicon.Beside.Linking, .. lexicon.Beside.Turning], Folding.Condition);
    private readonly HashSet<string> joining = Phrases.KeysOf(lexicon.Beside.Joining, Folding.Condition);
    private readonly HashSet<string> nothing = Phrases.KeysOf(lexicon.Beside.Nothing, Folding.Condition);
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

    /// <summary>The parts that nothing knows, as they are written.</summary>
    public IReadOnlyList<string> Unknown(string text, IReadOnlyList<TextWord> words, IReadOnlyList<Phrase<ConditionMeaning>> phrases)
    {
        if (nothing.Contains(string.Concat(words.Select(word => word.Key))))
            return [];

        var said = statuses.Words(words);
        List<string> unknown = [.. from part in Of(words)
                                   where !phrases.Any(phrase => phrase.At < part.End && part.At < phrase.End)
                                   where Enumerable.Range(part.At, part.End - part.At).Any(at => !IsBeside(words[at]) && !said.Contains(at))
                                   select text[words[Start(words, part.At)].At..words[part.End - 1].End]];
        return unknown.Count == 0 && phrases.Count == 0 ? [text.Trim()] : unknown;
    }

    /// <summary>The classes that the words hint at; null when a part hints at none, so that it may be of any.</summary>
    public IReadOnlySet<ConditionClass>? ClassesOf(IReadOnlyList<string> unknown)
    {
        HashSet<ConditionClass> all = [];
        foreach (var part in unknown)
        {
            var words = TextWord.Of(part, Folding.Condition).Select(word => Plain(word.Plain)).ToList();
            var classes = hints.Where(hint => words.Any(word => word.StartsWith(hint.Stem, StringComparison.Ordinal))).SelectMany(hint => hint.Classes).ToList();
            if (classes.Count == 0)
                return null;
            all.UnionWith(classes);
        }

        return all;
    }

    private int Start(IReadOnlyList<TextWord> words, int at) => joining.Contains(words[at].Key) ? at + 1 : at;

    private bool IsBeside(TextWord word) => word.IsNumber || word.Plain.Length == 1 || beside.Contains(word.Key) || joining.Contains(word.Key);

    // Without its ending a stem is compared as the words are: small, without accents, in one spelling.
    private static string Plain(string stem) => Folding.American(string.Concat(TextWord.Of(stem, plain => plain).Select(word => word.Plain)));
}
