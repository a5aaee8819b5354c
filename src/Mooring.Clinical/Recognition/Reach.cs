namespace Mooring.Clinical.Recognition;

/// <summary>
/// Whether a word such as "history of", "in remission" or "mother" speaks of something that the text names. Only when
/// nothing stands between or behind it that could be what it speaks of: "mania, previously on lithium" is no past mania,
/// "pregnant, mother of two" no mother's pregnancy. What it does not plainly speak of stands as it is named.
/// </summary>
internal sealed class Reach(BesideWords beside)
{
    private readonly HashSet<string> linking = Phrases.KeysOf([.. beside.Linking, .. beside.Small, .. beside.Belonging], Folding.Condition);
    private readonly HashSet<string> belonging = Phrases.KeysOf(beside.Belonging, Folding.Condition);
    private readonly HashSet<string> leading = new(beside.Leading, StringComparer.Ordinal);
    private readonly HashSet<string> present = Phrases.KeysOf(beside.Present, Folding.Condition);
    private readonly HashSet<string> plain = Phrases.KeysOf(
        [.. beside.ConditionQualifiers, .. beside.Small, .. beside.Linking, .. beside.Turning, .. beside.Joining, .. beside.Times], Folding.Condition);

    /// <summary>In the phrase's own part of the clause, or in a part that names nothing, then of what was named last; and nothing says that it is so now.</summary>
    public bool Speaks(
        IReadOnlyList<TextWord> words, Phrase<SaidStatus> cue, Phrase<ConditionMeaning> phrase, IReadOnlyList<Phrase<ConditionMeaning>> phrases, IReadOnlyList<Phrase<SaidStatus>> cues)
    {
        var (own, part) = (PartOf(words, phrase.At), PartOf(words, cue.At));
        if (own != part && (part < own || phrases.Any(other => PartOf(words, other.At) is var of && of > own && of <= part)))
            return false;

        var isBefore = cue.End <= phrase.At;
        var from = isBefore ? cue.End : own == part ? phrase.End : StartOf(words, cue.At);
        var between = Enumerable.Range(from, Math.Max(0, (isBefore ? phrase.At : cue.At) - from));
        var behind = Enumerable.Range(cue.End, EndOf(words, cue.At) - cue.End);
        var told = isBefore ? between : between.Concat(behind);
        var after = isBefore ? Enumerable.Range(phrase.End, EndOf(words, phrase.At) - phrase.End) : behind;
        return told.All(IsPlain) && !between.Concat(after).Any(IsPresent);

        bool IsPresent(int at) => present.Contains(words[at].Key) && !cues.Any(other => other.At <= at && at < other.End);
        bool IsPlain(int at) => words[at].IsNumber || words[at].Plain.Length == 1 || plain.Contains(words[at].Key)
            || (isBefore && phrases.Any(other => other.At <= at && at < other.End)) || cues.Any(other => other.At <= at && at < other.End);
    }

    /// <summary>"Mother: schizophrenia", "schizophrenia in her mother", "family history of mania": only little words between, and none that makes it another's.</summary>
    public bool IsOfRelative(IReadOnlyList<TextWord> words, Phrase<SaidStatus> cue, int at, int end, IReadOnlyList<Phrase<SaidStatus>> cues)
    {
        if (cue.End <= at)
        {
            var first = PartOf(words, cue.At) == PartOf(words, at) ? cue.End : StartOf(words, cue.At);
            return Enumerable.Range(first, at - first).All(each => IsOf(each, linking));
        }

        return Enumerable.Range(end, cue.At - end).All(each => IsOf(each, belonging)) && Enumerable.Range(cue.End, EndOf(words, cue.At) - cue.End).All(each => IsOf(each, belonging));

        bool IsOf(int each, HashSet<string> little) => little.Contains(words[each].Key) || cues.Any(other => other.Means == SaidStatus.Family && other.At <= each && each < other.End);
    }

    /// <summary>"Aneurysm, family history of stroke" and "aneurysm, mother has diabetes": in another part it speaks of what follows it there.</summary>
    public bool IsOfAnother(IReadOnlyList<TextWord> words, Phrase<SaidStatus> cue, Phrase<ConditionMeaning> phrase, IReadOnlyList<Phrase<ConditionMeaning>> phrases) =>
        cue.At >= phrase.End && PartOf(words, cue.At) > PartOf(words, phrase.At) && cue.End < words.Count && words[cue.End].Before < Gap.Comma
        && (phrases.Any(other => other.At >= cue.End && PartOf(words, other.At) == PartOf(words, cue.At)) || leading.Contains(words[cue.End - 1].Plain));

    private static int PartOf(IReadOnlyList<TextWord> words, int at) => words.Take(at + 1).Count(word => word.Before >= Gap.Comma);

    private static int StartOf(IReadOnlyList<TextWord> words, int at)
    {
        while (at > 0 && words[at].Before < Gap.Comma)
            at--;
        return at;
    }

    private static int EndOf(IReadOnlyList<TextWord> words, int at)
    {
        do
            at++;
        while (at < words.Count && words[at].Before < Gap.Comma);
        return at;
    }
}
