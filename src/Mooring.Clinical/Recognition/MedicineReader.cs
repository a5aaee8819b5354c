namespace Mooring.Clinical.Recognition;

/// <summary>Finds the ingredients in a medicine's text. What is neither a name nor a word that stands beside one is unknown.</summary>
internal sealed class MedicineReader
{
    private readonly PhraseIndex<IReadOnlyList<Ingredient>> names = new(Folding.Medicine);
    private readonly Dictionary<string, IReadOnlyList<Ingredient>> codes = new(StringComparer.Ordinal);
    private readonly PhraseIndex<bool> allergenNames = new(Folding.Medicine);
    private readonly HashSet<string> nothing;
    private readonly HashSet<string> beside;
    private readonly HashSet<string> use;
    private readonly HashSet<string> denying;
    private readonly IReadOnlyList<MedicineStem> stems;
    private readonly Closeness close;

    public MedicineReader(Lexicon lexicon)
    {
        stems = lexicon.MedicineStems;
        nothing = Phrases.KeysOf(lexicon.Beside.Nothing, Folding.Medicine);
        beside = Phrases.KeysOf([.. lexicon.Beside.MedicineForms, .. lexicon.Beside.Reactions, .. lexicon.Beside.Small, .. lexicon.Beside.Joining], Folding.Medicine);
        denying = Phrases.KeysOf(lexicon.Statuses.Words.Where(said => said.Status == SaidStatus.Denied).SelectMany(said => said.En.Concat(said.Es)).Where(word => !word.Contains(' ', StringComparison.Ordinal)), Folding.Medicine);
        use = Phrases.KeysOf(lexicon.Beside.MedicineUse, Folding.Medicine);
        var byName = new Dictionary<string, Ingredient>(StringComparer.OrdinalIgnoreCase);
        foreach (var ingredient in lexicon.Ingredients)
        {
            byName[ingredient.Name] = ingredient;
            Add(ingredient.AllNames, ingredient.AllCodes, [ingredient]);
        }

        foreach (var product in lexicon.Products)
            Add([product.Name, .. product.Names], product.Rxnorm, [.. product.Of.Select(name => byName.GetValueOrDefault(name)).OfType<Ingredient>()]);
        close = new(
            lexicon.Ingredients.SelectMany(ingredient => ingredient.AllNames).Concat(lexicon.Products.SelectMany(product => product.Names.Append(product.Name)))
                .Select(name => (Words: TextWord.Of(name, Folding.Medicine), Name: name)).Where(name => name.Words.Count == 1).Select(name => (name.Words[0].Key, name.Name)),
            [.. beside, .. use, .. Phrases.KeysOf(lexicon.Beside.ConditionQualifiers, Folding.Medicine)]);
        foreach (var name in lexicon.Allergens.SelectMany(allergen => allergen.Names.Concat(allergen.Es).Append(allergen.Name)))
            allergenNames.Add(name, true);
    }

    /// <param name="more">What this clinic says that texts mean.</param>
    /// <param name="loaded">What public releases say; null when none is loaded.</param>
    /// <param name="isAllergy">Then other things than medicines are known too.</param>
    public RecognizedMedicine Read(
        IReadOnlyList<string> texts, IReadOnlyList<string> numbers, PhraseIndex<IReadOnlyList<Ingredient>>? more, LoadedMedicines? loaded, bool isAllergy)
    {
        List<Ingredient> found = [.. numbers.SelectMany(number => codes.GetValueOrDefault(number.Trim(), []))];
        var isCoded = found.Count > 0;
        List<string> open = [];
        foreach (var meaning in numbers.Select(number => loaded?.OfNumber(number.Trim())).OfType<LoadedMeaning>())
        {
            found.AddRange(meaning.Of);
            open.AddRange(meaning.Open);
            isCoded |= meaning.IsKnown;
        }

        foreach (var number in numbers.Where(_ => more is not null))
        {
            var said = more!.Find(TextWord.Of(number, names.Fold)).ToList();
            found.AddRange(said.SelectMany(phrase => phrase.Means));
            isCoded |= said.Count > 0;
        }

        // Several texts are names of one thing, so the one that is known best says what it is.
        IReadOnlyList<string>? unknown = null;
        foreach (var each in texts.Select(text => One(text, more, loaded, isAllergy, found)))
            unknown = unknown is null || each.Count < unknown.Count ? each : unknown;
        if (unknown is null || texts.All(string.IsNullOrWhiteSpace))
            unknown = [.. numbers.Take(1).DefaultIfEmpty("")];

        unknown = open.Count > 0 ? [.. open.Distinct()] : isCoded ? [] : unknown;
        return new([.. found.Select(ingredient => ingredient.Name).Distinct()], found.SelectMany(ingredient => ingredient.Sets).ToHashSet(StringComparer.Ordinal), unknown)
        {
            Close = [.. unknown.SelectMany(part => TextWord.Of(part, names.Fold)).Select(word => close.To(word.Key)).OfType<string>().Distinct()],
        };
    }

    public IReadOnlyList<Ingredient> OfNumber(string number) => codes.GetValueOrDefault(number, []);

    /// <summary>Our ingredients within a name, and whether the whole name is theirs.</summary>
    public (IReadOnlyList<Ingredient> Found, bool IsWhole) Named(string name)
    {
        List<Ingredient> found = [];
        var unknown = Unknown(name, TextWord.Of(name, names.Fold), null, null, isAllergy: false, found);
        return (found, unknown.Count == 0);
    }

    /// <summary>A word that stands beside a name or says how it is taken; it names nothing, whatever a release calls so.</summary>
    public bool IsBeside(TextWord word) => word.IsNumber || word.Key.Length < 2 || beside.Contains(word.Key) || use.Contains(word.Key);

    /// <summary>A value set whose medicines are named like this one; null when it is named like none.</summary>
    public string? SetLike(string name) => TextWord.Of(name, plain => plain)
        .SelectMany(word => stems.Where(stem => stem.Ends.Any(end => word.Plain.EndsWith(end, StringComparison.Ordinal)))).Select(stem => stem.Of)
        .Concat(Named(name).Found.SelectMany(ingredient => ingredient.Sets)).FirstOrDefault();

    private IReadOnlyList<string> One(string text, PhraseIndex<IReadOnlyList<Ingredient>>? more, LoadedMedicines? loaded, bool isAllergy, List<Ingredient> found)
    {
        var words = TextWord.Of(text, names.Fold);
        if (nothing.Contains(string.Concat(words.Select(word => word.Key))))
            return [];
        // "No known allergy to ketamine", "not taking Nardil": somebody has to say what is meant.
        return words.Count > 1 && denying.Contains(words[0].Key) && !(more?.Find(words).Any(phrase => phrase.Count == words.Count) ?? false)
            ? [text.Trim()] : Unknown(text, words, more, loaded, isAllergy, found);
    }

    private void Add(IEnumerable<string> all, IEnumerable<string> numbers, IReadOnlyList<Ingredient> means)
    {
        foreach (var name in all)
            names.Add(name, means);
        foreach (var number in numbers)
            codes[number] = means;
    }

    private IReadOnlyList<string> Unknown(
        string text, IReadOnlyList<TextWord> words, PhraseIndex<IReadOnlyList<Ingredient>>? more, LoadedMedicines? loaded, bool isAllergy, List<Ingredient> found)
    {
        List<Phrase<IReadOnlyList<Ingredient>>> named = [.. names.Find(words), .. more?.Find(words) ?? [], .. isAllergy ? allergenNames.Find(words).Select(Harmless) : []];
        foreach (var phrase in loaded?.Find(words) ?? [])
        {
            // Our own names within a loaded one count too: a release can only add to what is found.
            found.AddRange(named.Where(phrase.Covers).SelectMany(within => within.Means));
            found.AddRange(phrase.Means.Of);
            if (phrase.Means.Open.Count == 0)
                named.Add(new(phrase.At, phrase.Count, phrase.Means.Of));
        }

        var all = named.ToLookup(phrase => phrase.At);
        List<string> unknown = [];
        var (isUse, hasName, from) = (false, false, -1);
        for (var at = 0; at < words.Count;)
        {
            var longest = all[at].OrderByDescending(phrase => phrase.Count).ToList();
            if (longest is [var first, ..])
            {
                Close(at);
                foreach (var phrase in longest.Where(phrase => phrase.Count == first.Count))
                    found.AddRange(phrase.Means);
                (hasName, isUse) = (true, false);
                at = first.End;
                continue;
            }

            isUse = (isUse && words[at].Before < Gap.Comma) || ((hasName || from >= 0 || unknown.Count > 0) && use.Contains(words[at].Key));
            // In what it is taken for, only what is all but a name could be a medicine of its own.
            isUse &= use.Contains(words[at].Key) || close.To(words[at].Key) is null;
            var isBeside = isUse || words[at].IsNumber || beside.Contains(words[at].Key);
            if (isBeside || words[at].Before >= Gap.Comma)
                Close(at);
            if (!isBeside && from < 0)
                from = at;
            at++;
        }

        Close(words.Count);
        // Without any name even doses and forms alone are no medicine that somebody could look up.
        return hasName || unknown.Count > 0 ? unknown : [text.Trim()];

        void Close(int end)
        {
            if (from >= 0)
                unknown.Add(text[words[from].At..words[end - 1].End]);
            from = -1;
        }
    }

    private static Phrase<IReadOnlyList<Ingredient>> Harmless(Phrase<bool> allergen) => new(allergen.At, allergen.Count, []);
}
