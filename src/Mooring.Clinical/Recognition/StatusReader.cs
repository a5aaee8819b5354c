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

    public StatusReader(Lexicon lexicon)
    {
        linking = Phrases.KeysOf([.. lexicon.Beside.Linking, .. lexicon.Beside.Small], Folding.Condition);
        turning = Phrases.KeysOf(lexicon.Beside.Turning, Folding.Condition);
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

    /// <summary>What the text says of itself before anything is named, for a text that nothing knows.</summary>
    public SaidStatus? OfWhole(IReadOnlyList<TextWord> words) => Cues(words, []) is [{ At: 0, Means: not SaidStatus.Denied } first, ..] ? first.Means : null;

    /// <summary>The words that only say how it stands.</summary>
    public IReadOnlySet<int> Words(IReadOnlyList<TextWord> words) => Cues(words, []).SelectMany(cue => Enumerable.Range(cue.At, cue.Count)).ToHashSet();

    private SetFound Read(
        IReadOnlyList<TextWord> words, Phrase<ConditionMeaning> phrase, IReadOnlyList<Phrase<ConditionMeaning>> phrases, IReadOnlyList<Phrase<SaidStatus>> said)
    {
        var (from, to) = Clause(words, phrase);
        var here = said.Where(cue => cue.At >= from && cue.End <= to).ToList();
        var denial = here.Where(cue => cue.Means == SaidStatus.Denied)
            .Where(cue => cue.End <= phrase.At || (cue.At >= phrase.End && (cue.End == to || linking.Contains(words[cue.End].Key)) && !phrases.Any(next => next.At >= cue.End && next.At < to)))
            .Select(cue => (Phrase<SaidStatus>?)cue).FirstOrDefault();
        var family = here.Where(cue => cue.Means == SaidStatus.Family && !IsOfAnother(words, cue, phrase, phrases)).ToList();
        var isFamily = family.Any(cue => IsLinked(words, cue, phrase) && !SaysMore(words, cue, phrase, said));
        var status = isFamily ? SaidStatus.Family : here.Where(cue => cue.Means is SaidStatus.Remission or SaidStatus.History or SaidStatus.Sequela)
            .Where(cue => Reaches(words, cue, phrase, phrases)).Select(cue => (SaidStatus?)cue.Means).Order().FirstOrDefault();
        if (phrase.Means.IsLasting && status == SaidStatus.History)
            status = null;
        var doubt = denial ?? (family.Count > 0 && !isFamily ? family[0] : null);
        return new(phrase.Means.Set!, status, doubt is { } cue ? string.Join(' ', words.Skip(cue.At).Take(cue.Count).Select(word => word.Plain)) : null);
    }

    // "Mother: schizophrenia", "schizophrenia in the mother", "family history of mania": only little words between.
    private bool IsLinked(IReadOnlyList<TextWord> words, Phrase<SaidStatus> cue, Phrase<ConditionMeaning> phrase)
    {
        var (at, end) = cue.End <= phrase.At ? (cue.End, phrase.At) : (phrase.End, cue.At);
        return words.Skip(at).Take(end - at).All(word => linking.Contains(word.Key));
    }

    // "Aneurysm, family history of stroke" and "aneurysm, mother has diabetes": in another part it speaks of what follows it there.
    private static bool IsOfAnother(IReadOnlyList<TextWord> words, Phrase<SaidStatus> cue, Phrase<ConditionMeaning> phrase, IReadOnlyList<Phrase<ConditionMeaning>> phrases) =>
        cue.At >= phrase.End && PartOf(words, cue.At) > PartOf(words, phrase.At) && cue.End < words.Count && words[cue.End].Before < Gap.Comma
        && (phrases.Any(other => other.At >= cue.End && PartOf(words, other.At) == PartOf(words, cue.At)) || words[cue.End - 1].Plain is "of" or "de" or "history" or "hx" or "previous" or "prior" or "former" or "remote" or "fh" or "antecedente" or "antecedentes" or "historia" or "previo" or "previa");

    // "Aneurysm, mother has something": whose it is stays open where more is said of the relative.
    private bool SaysMore(IReadOnlyList<TextWord> words, Phrase<SaidStatus> cue, Phrase<ConditionMeaning> phrase, IReadOnlyList<Phrase<SaidStatus>> said) =>
        cue.At >= phrase.End && PartOf(words, cue.At) > PartOf(words, phrase.At) && Enumerable.Range(cue.End, words.Count - cue.End).TakeWhile(at => words[at].Before < Gap.Comma)
            .Any(at => !words[at].IsNumber && !linking.Contains(words[at].Key) && !said.Any(other => other.At <= at && at < other.End));

    // In the phrase's own part of the clause; or in a part that names nothing, then what was named last.
    private static bool Reaches(IReadOnlyList<TextWord> words, Phrase<SaidStatus> cue, Phrase<ConditionMeaning> phrase, IReadOnlyList<Phrase<ConditionMeaning>> phrases)
    {
        if (IsOfAnother(words, cue, phrase, phrases))
            return false;
        var own = PartOf(words, phrase.At);
        var part = PartOf(words, cue.At);
        return own == part || (part > own && !phrases.Any(other => PartOf(words, other.At) > own && PartOf(words, other.At) <= part));
    }

    private static int PartOf(IReadOnlyList<TextWord> words, int at) => words.Take(at + 1).Count(word => word.Before >= Gap.Comma);

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
