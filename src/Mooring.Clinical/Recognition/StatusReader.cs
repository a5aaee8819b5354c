namespace Mooring.Clinical.Recognition;

/// <summary>
/// Reads what a text says of the conditions that it names: over, in remission, a relative's, or denied. A denial reaches
/// forward to the end of its clause, or back when it ends the clause. Whatever is not plain leaves a doubt, and a doubt
/// is unknown.
/// </summary>
internal sealed class StatusReader
{
    private readonly PhraseIndex<SaidStatus> cues = new(Folding.Condition);
    private readonly HashSet<string> linking;
    private readonly HashSet<string> turning;
    private readonly Reach reach;

    public StatusReader(Lexicon lexicon)
    {
        linking = Phrases.KeysOf([.. lexicon.Beside.Linking, .. lexicon.Beside.Small], Folding.Condition);
        turning = Phrases.KeysOf(lexicon.Beside.Turning, Folding.Condition);
        reach = new(lexicon.Beside);
        foreach (var said in lexicon.Statuses.Words)
        {
            foreach (var word in said.En.Concat(said.Es))
                cues.Add(word, said.Status);
        }
    }

    /// <summary>One a phrase that names a set.</summary>
    public IReadOnlyList<SetFound> Read(IReadOnlyList<TextWord> words, IReadOnlyList<Phrase<ConditionMeaning>> phrases)
    {
        var named = phrases.Where(phrase => phrase.Means is { Set: not null, IsNot: false }).ToList();
        if (named.Count == 0)
            return [];

        var said = Cues(words, phrases);
        return [.. named.Select(phrase => Read(words, phrase, phrases, said)).Distinct()];
    }

    /// <summary>What the text says of itself before anything is named, for a text that nothing knows; a relative's only when it is all of one piece.</summary>
    public SaidStatus? OfWhole(IReadOnlyList<TextWord> words) => Cues(words, []) is [{ At: 0, Means: not (SaidStatus.Denied or SaidStatus.Suspected) } first, ..]
        && (first.Means != SaidStatus.Family || words.Skip(1).All(word => word.Before < Gap.Comma)) ? first.Means : null;

    /// <summary>The words that only say how it stands.</summary>
    public IReadOnlySet<int> Words(IReadOnlyList<TextWord> words) => Cues(words, []).SelectMany(cue => Enumerable.Range(cue.At, cue.Count)).ToHashSet();

    private SetFound Read(
        IReadOnlyList<TextWord> words, Phrase<ConditionMeaning> phrase, IReadOnlyList<Phrase<ConditionMeaning>> phrases, IReadOnlyList<Phrase<SaidStatus>> said)
    {
        var (from, to) = Clause(words, phrase);
        var here = said.Where(cue => cue.At >= from && cue.End <= to).ToList();
        var denial = here.Where(cue => cue.Means is SaidStatus.Denied or SaidStatus.Suspected)
            .Where(cue => cue.End <= phrase.At || (cue.At >= phrase.End && (cue.End == to || linking.Contains(words[cue.End].Key)) && !phrases.Any(next => next.At >= cue.End && next.At < to)))
            .Select(cue => (Phrase<SaidStatus>?)cue).FirstOrDefault();
        var family = here.Where(cue => cue.Means == SaidStatus.Family && !reach.IsOfAnother(words, cue, phrase, phrases)).ToList();
        var isFamily = !phrase.Means.IsOwn && family.Any(cue => reach.IsOfRelative(words, cue, phrase.At, phrase.End, here));
        var status = isFamily ? SaidStatus.Family : here.Where(cue => cue.Means is SaidStatus.Remission or SaidStatus.History or SaidStatus.Sequela)
            .Where(cue => !reach.IsOfAnother(words, cue, phrase, phrases) && reach.Speaks(words, cue, phrase, phrases, here)).Select(cue => (SaidStatus?)cue.Means).Order().FirstOrDefault();
        if (phrase.Means.IsLasting && status == SaidStatus.History)
            status = null;
        var doubt = denial ?? (family.Count > 0 && !isFamily && !phrase.Means.IsOwn ? family[0] : null);
        return new(phrase.Means.Set!, status ?? (denial is { Means: SaidStatus.Suspected } ? SaidStatus.Suspected : null), doubt is { } cue ? string.Join(' ', words.Skip(cue.At).Take(cue.Count).Select(word => word.Plain)) : null);
    }

    private (int From, int To) Clause(IReadOnlyList<TextWord> words, Phrase<ConditionMeaning> phrase)
    {
        var (from, to) = (phrase.At, phrase.End);
        while (from > 0 && !Parts(words[from]))
            from--;
        while (to < words.Count && !Parts(words[to]))
            to++;
        return (from, to);
    }

    private bool Parts(TextWord word) => word.Before == Gap.Stop || turning.Contains(word.Key);

    // The longest that stand beside each other; one within a name is a part of the name.
    private List<Phrase<SaidStatus>> Cues(IReadOnlyList<TextWord> words, IReadOnlyList<Phrase<ConditionMeaning>> phrases)
    {
        List<Phrase<SaidStatus>> kept = [];
        foreach (var cue in cues.Find(words).OrderByDescending(cue => cue.Count).ThenBy(cue => cue.At))
        {
            if (!phrases.Any(phrase => phrase.Covers(cue)) && !kept.Any(other => other.At < cue.End && cue.At < other.End))
                kept.Add(cue);
        }

        return [.. kept.OrderBy(cue => cue.At)];
    }
}
