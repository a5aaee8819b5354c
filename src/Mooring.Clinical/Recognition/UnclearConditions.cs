namespace Mooring.Clinical.Recognition;

/// <summary>
/// A name under which charts put a dangerous thing and a harmless one, such as "stroke" for a bleeding and for a blocked
/// vessel. It may belong to these sets until the entry says more; so it is neither there nor absent.
/// </summary>
public sealed record UnclearCondition
{
    public IReadOnlyList<string> Names { get; init; } = [];

    /// <summary>Spanish names.</summary>
    public IReadOnlyList<string> Es { get; init; } = [];

    /// <summary>Prefixes that say no more than the name.</summary>
    public IReadOnlyList<string> Icd10cm { get; init; } = [];

    /// <summary>Prefixes below those that do say which it is.</summary>
    public IReadOnlyList<string> Except { get; init; } = [];

    public IReadOnlyList<string> Snomed { get; init; } = [];

    /// <summary>The value sets that it may belong to.</summary>
    public required IReadOnlyList<string> MayBe { get; init; }

    /// <summary>Words beside the name that say which it is, in either language.</summary>
    public IReadOnlyList<string> SettledBy { get; init; } = [];

    public required HowChecked Checked { get; init; }

    public string? SeenIn { get; init; }

    public IEnumerable<string> AllNames => [.. Names, .. Es];

    /// <summary>The code says no more than the name.</summary>
    public bool Holds(string icd10) => Icd10cm.Any(prefix => IcdCode.IsBelow(icd10, prefix)) && !Except.Any(prefix => IcdCode.IsBelow(icd10, prefix));

    /// <summary>A code that places the entry elsewhere says which it is.</summary>
    public bool IsSettledBy(string icd10) => !IcdCode.IsVague(icd10) && !Holds(icd10);
}

/// <summary>What one text leaves open, and what it settles.</summary>
internal sealed record OpenNames(IReadOnlyList<(UnclearCondition Of, IReadOnlyList<SetFound> Sets)> Open, IReadOnlyList<UnclearCondition> Settled, IReadOnlyList<Phrase<ConditionMeaning>> Phrases);

/// <summary>Finds the names that may mean a dangerous thing or a harmless one.</summary>
internal sealed class UnclearReader
{
    private const string Which = "which";

    private readonly IReadOnlyList<UnclearCondition> all;
    private readonly PhraseIndex<UnclearCondition> names = new(Folding.Condition);
    private readonly PhraseIndex<UnclearCondition> settling = new(Folding.Condition);
    private readonly StatusReader statuses;

    public UnclearReader(Lexicon lexicon, StatusReader statuses)
    {
        (all, this.statuses) = (lexicon.UnclearConditions, statuses);
        foreach (var each in all)
        {
            foreach (var name in each.AllNames)
                names.Add(name, each);
            foreach (var word in each.SettledBy)
                settling.Add(word, each);
        }
    }

    /// <summary>What texts and codes of one entry leave open together.</summary>
    public IEnumerable<SetFound> Of(IReadOnlyList<OpenNames> texts, IReadOnlyList<string> icd, IReadOnlyList<string> other, SaidStatus? status)
    {
        foreach (var each in all)
        {
            if (texts.Any(text => text.Settled.Contains(each)) || icd.Any(each.IsSettledBy))
                continue;
            var code = icd.FirstOrDefault(each.Holds) ?? other.FirstOrDefault(each.Snomed.Contains);
            List<SetFound> open = [.. texts.SelectMany(text => text.Open).Where(named => named.Of == each).SelectMany(named => named.Sets)];
            if (open.Count == 0 && code is not null)
                open.AddRange(each.MayBe.Select(set => new SetFound(set, null, code)));
            foreach (var found in open)
                yield return found with { Status = found.Status ?? status };
        }
    }

    /// <param name="named">The phrases that are known: one that holds the name and more says what it is.</param>
    public OpenNames Read(IReadOnlyList<TextWord> words, IReadOnlyList<Phrase<ConditionMeaning>> named)
    {
        List<Phrase<UnclearCondition>> found = [.. names.Find(words)];
        found.RemoveAll(phrase => named.Any(longer => longer.Count > phrase.Count && longer.Covers(phrase) && !found.Any(same => same.At == longer.At && same.Count == longer.Count)));
        // A word within a longer name speaks of that name: the infarction of "myocardial infarction" is none of the brain.
        var settled = settling.Find(words).Where(word => !named.Any(longer => longer.Count > word.Count && longer.Covers(word)))
            .Where(word => statuses.Read(words, [new(word.At, word.Count, new(Which))]).All(read => read.Doubt is null)).ToList();
        List<Phrase<ConditionMeaning>> phrases = [.. found.Select(phrase => new Phrase<ConditionMeaning>(phrase.At, phrase.Count, new(null)))];
        var open = found.Select(phrase => (phrase.Means, Sets: Sets(words, phrase, [.. named, .. phrases]))).ToList();
        var said = settled.Where(word => found.Any(phrase => phrase.Means == word.Means)).Select(word => new Phrase<ConditionMeaning>(word.At, word.Count, new(null)));
        return new(open, [.. settled.Select(word => word.Means).Distinct()], [.. phrases, .. said]);
    }

    private IReadOnlyList<SetFound> Sets(IReadOnlyList<TextWord> words, Phrase<UnclearCondition> phrase, IReadOnlyList<Phrase<ConditionMeaning>> around)
    {
        var said = statuses.Read(words, [new(phrase.At, phrase.Count, new(Which)), .. around.Where(other => other.At != phrase.At || other.Count != phrase.Count)])
            .FirstOrDefault(read => read.Set == Which);
        var name = string.Join(' ', words.Skip(phrase.At).Take(phrase.Count).Select(word => word.Plain));
        return [.. phrase.Means.MayBe.Select(set => new SetFound(set, said?.Status, said?.Doubt ?? name))];
    }
}
