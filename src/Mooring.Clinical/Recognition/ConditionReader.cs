namespace Mooring.Clinical.Recognition;

/// <summary>What a phrase of a condition's text means: a value set, something known that no set holds, or "not this set".</summary>
/// <param name="IsLasting">It does not pass, so that a history of it is no past.</param>
/// <param name="IsOwn">A relative who is named beside it has no part in it.</param>
internal readonly record struct ConditionMeaning(string? Set, bool IsNot = false, bool IsLasting = false, bool IsOwn = false);

/// <summary>Finds the value sets that a condition's text and codes belong to.</summary>
internal sealed class ConditionReader
{
    private readonly PhraseIndex<ConditionMeaning> names = new(Folding.Condition);
    private readonly IReadOnlyList<ConditionSet> sets;
    private readonly ILookup<string, string> bySnomed;
    private readonly HashSet<string> knownSnomed;
    private readonly List<(string Prefix, SaidStatus Status)> codeStatus;
    private readonly ConditionParts parts;
    private readonly StatusReader statuses;
    private readonly UnclearReader unclear;

    public ConditionReader(Lexicon lexicon)
    {
        sets = lexicon.ConditionSets;
        bySnomed = sets.SelectMany(set => set.Snomed.Select(code => (code, set.Id))).ToLookup(pair => pair.code, pair => pair.Id, StringComparer.Ordinal);
        knownSnomed = lexicon.KnownConditions.SelectMany(known => known.Snomed).ToHashSet(StringComparer.Ordinal);
        codeStatus = [.. lexicon.Statuses.Codes.SelectMany(codes => codes.Icd10cm.Select(prefix => (prefix, codes.Status))).OrderByDescending(pair => pair.prefix.Length)];
        statuses = new(lexicon);
        parts = new(lexicon, statuses, Meant(lexicon));
        unclear = new(lexicon, statuses);
        foreach (var set in sets)
        {
            var lasting = Phrases.KeysOf(set.Lasting, Folding.Condition);
            foreach (var name in set.AllNames)
                names.Add(name, new(set.Id, IsLasting: lasting.Contains(Phrases.KeyOf(name, Folding.Condition)), IsOwn: set.Class == ConditionClass.Pregnancy));
            foreach (var name in set.Not)
                names.Add(name, new(set.Id, IsNot: true));
        }

        foreach (var name in lexicon.KnownConditions.SelectMany(known => known.AllNames))
            names.Add(name, new(null));
    }

    /// <param name="texts">Names of one thing.</param>
    /// <param name="codes">ICD-10-CM, SNOMED CT or anything else, as the record has them.</param>
    /// <param name="more">What this clinic says that texts and codes mean.</param>
    /// <param name="loaded">What public releases say; null when none is loaded.</param>
    public RecognizedCondition Read(IReadOnlyList<string> texts, IReadOnlyList<string> codes, PhraseIndex<ConditionMeaning>? more, LoadedConditions? loaded)
    {
        var icd = codes.Where(IcdCode.HasForm).ToList();
        var other = codes.Except(icd).ToList();
        var none = icd.Where(code => loaded?.OfIcd(code) is { IsNone: true } && !SetsOf(code).Any()).ToList();
        texts = [.. texts.Where(text => !string.IsNullOrWhiteSpace(text)), .. loaded?.NamesOfConcepts(other) ?? []];
        var codeSays = icd.Select(StatusOf).FirstOrDefault(status => status is not null);
        IReadOnlyList<ReadText> read = [.. texts.Select(text => Read(text, more))];
        // What the description of a code names is so; what it only denies, the code does not say.
        var described = (loaded?.NamesOf(icd) ?? []).SelectMany(name => Read(name, more).Said).Where(each => each.Doubt is null);
        IReadOnlyList<SetFound> said = [.. read.SelectMany(text => text.Said), .. described];
        var placed = Placed(texts, read, other, loaded);
        var resolved = codes.SelectMany(code => more?.Find(TextWord.Of(code, names.Fold)) ?? []).Select(phrase => phrase.Means).ToList();

        List<SetFound> found = [];
        foreach (var set in sets.Where(set => icd.Any(set.Holds)).Select(set => set.Id))
            found.Add(new(set, codeSays ?? OfCode(said, set)));
        foreach (var set in other.SelectMany(code => bySnomed[code]).Concat(resolved.Select(means => means.Set).OfType<string>()).Distinct())
            found.Add(new(set, OfCode(said, set)));
        found.AddRange(placed.SelectMany(place => place.Sets).Where(each => !found.Exists(other => other.Set == each.Set))
            .Select(each => each with { Status = each.Status ?? codeSays ?? OfCode(said, each.Set) }).Distinct().ToList());

        // A code that places the entry decides what the text only denies.
        var isPlaced = icd.Except(none).Any(code => !IcdCode.IsVague(code));
        var byCode = found.Where(each => each.Status is null).Select(each => each.Set).ToHashSet(StringComparer.Ordinal);
        found.AddRange(said.Where(each => !byCode.Contains(each.Set) && (each.Doubt is null || !isPlaced || each.Status == SaidStatus.Suspected)).Select(each => each with { Status = each.Status ?? codeSays }));
        found.AddRange(unclear.Of([.. read.Select(text => text.Open)], icd, other, codeSays).Where(open => !found.Any(each => each.Set == open.Set && each.Doubt is null)));

        // A code that its release does not have is none, unless a set holds it by its prefix.
        var isCoded = icd.Count > none.Count || resolved.Count > 0 || placed.Any(place => place.IsPlaced) || other.Any(code => bySnomed.Contains(code) || knownSnomed.Contains(code));
        IReadOnlyList<string> unknown = read.MinBy(text => text.Unknown.Count)?.Unknown ?? [.. codes.Take(1).DefaultIfEmpty("")];
        // What stands beside a vague code counts where it is all but a name; a code that places the entry, or is listed, says what it is.
        if (isCoded)
            unknown = isPlaced || found.Count > 0 || icd.Count == 0 ? [] : [.. unknown.Where(part => read.Count > 0 && parts.CloseTo([part]).Count > 0)];
        var hint = none.Select(code => loaded!.OfIcd(code)!.Nearest).OfType<string>().FirstOrDefault();
        var classes = unknown.Count == 0 ? null : parts.ClassesOf(hint is null ? unknown : [$"{hint} {string.Join(' ', unknown)}"]);
        return new([.. found.Distinct()], unknown, classes, codeSays ?? read.Select(text => text.Status).FirstOrDefault(status => status is not null)) { Close = parts.CloseTo(unknown) };
    }

    /// <summary>The value sets that hold an ICD-10-CM code by its prefix.</summary>
    public IEnumerable<string> SetsOf(string icd) => sets.Where(set => set.Holds(icd)).Select(set => set.Id);

    /// <summary>The value sets that list a concept of SNOMED CT.</summary>
    public IEnumerable<string> SetsOfConcept(string concept) => bySnomed[concept];

    /// <summary>What an ICD-10-CM code says beside the name.</summary>
    public SaidStatus? StatusOf(string code) =>
        codeStatus.Where(pair => IcdCode.IsBelow(code, pair.Prefix)).Select(pair => (SaidStatus?)pair.Status).FirstOrDefault();

    // Codes of SNOMED CT, and texts that nothing here knows and that are exactly what a release calls a code.
    private static List<LoadedPlace> Placed(IReadOnlyList<string> texts, IReadOnlyList<ReadText> read, List<string> other, LoadedConditions? loaded) => loaded is null ? [] :
        [.. other.Select(loaded.OfConcept), .. texts.Zip(read).Where(pair => pair.Second.Unknown.Count > 0).Select(pair => loaded.OfName(pair.First))];

    // A name of one word, or the long words of a longer one; a word that stands in the name of something else is spelled right.
    private static Closeness Meant(Lexicon lexicon) => new(
        from set in lexicon.ConditionSets
        from name in set.AllNames
        let words = TextWord.Of(name, Folding.Condition)
        from word in words
        where words.Count == 1 || word.Key.Length > 7
        select (word.Key, words.Count == 1 ? name : word.Plain),
        lexicon.ConditionSets.SelectMany(set => set.AllNames.Concat(set.Not)).Concat(lexicon.KnownConditions.SelectMany(each => each.AllNames))
            .SelectMany(name => TextWord.Of(name, Folding.Condition)).Select(word => word.Key));

    private ReadText Read(string text, PhraseIndex<ConditionMeaning>? more)
    {
        var words = TextWord.Of(text, names.Fold);
        var phrases = Counting(words, more);
        var open = unclear.Read(words, phrases);
        return new(statuses.Read(words, phrases), parts.Unknown(text, words, [.. phrases, .. open.Phrases]), statuses.OfWhole(words), open);
    }

    /// <summary>The phrases that count: one that a longer other thing holds, or that its own "not" holds, does not.</summary>
    private List<Phrase<ConditionMeaning>> Counting(IReadOnlyList<TextWord> words, PhraseIndex<ConditionMeaning>? more)
    {
        List<Phrase<ConditionMeaning>> all = [.. names.Find(words), .. more?.Find(words) ?? []];
        Loosely(parts.Of(words));
        Loosely(ConditionParts.Clauses(words));
        return [.. all.Where(phrase => !all.Any(other => IsOtherThan(other, phrase)))];

        static bool IsOtherThan(Phrase<ConditionMeaning> other, Phrase<ConditionMeaning> phrase) => other.Means switch
        {
            { Set: null } => other.Count > phrase.Count && other.Covers(phrase),
            { IsNot: true } => other.Means.Set == phrase.Means.Set && !phrase.Means.IsNot && other.At <= phrase.At && phrase.At < other.End && (other.At < phrase.At || other.Count > phrase.Count),
            _ => false,
        };

        void Loosely(IEnumerable<(int At, int End)> stretches)
        {
            foreach (var (at, end) in stretches.Where(stretch => !all.Any(phrase => phrase.At < stretch.End && stretch.At < phrase.End)))
                all.AddRange(names.FindLoosely(words, at, end).Where(phrase => !phrase.Means.IsNot));
        }
    }

    // What a code says is so is the patient's own, whatever the text says of relatives.
    private static SaidStatus? OfCode(IReadOnlyList<SetFound> said, string set) => said
        .Where(each => each.Set == set && each.Doubt is null && each.Status is SaidStatus.Remission or SaidStatus.History or SaidStatus.Sequela)
        .Select(each => each.Status).FirstOrDefault();

    /// <summary>What one text names, what of it is not known, what it says as a whole, and what it leaves open.</summary>
    private sealed record ReadText(IReadOnlyList<SetFound> Said, IReadOnlyList<string> Unknown, SaidStatus? Status, OpenNames Open);
}
