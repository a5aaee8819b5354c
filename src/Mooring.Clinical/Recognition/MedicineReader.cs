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

    public MedicineReader(Lexicon lexicon)
    {
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
        foreach (var name in lexicon.Allergens.SelectMany(allergen => allergen.Names.Concat(allergen.Es).Append(allergen.Name)))
            allergenNames.Add(name, true);
    }

    /// <param name="more">What this clinic says that texts mean.</param>
    /// <param name="isAllergy">Then other things than medicines are known too.</param>
    public RecognizedMedicine Read(IReadOnlyList<string> texts, IReadOnlyList<string> numbers, PhraseIndex<IReadOnlyList<Ingredient>>? more, bool isAllergy)
    {
        List<Ingredient> found = [.. numbers.SelectMany(number => codes.GetValueOrDefault(number.Trim(), []))];
        var isCoded = found.Count > 0;
        foreach (var number in numbers.Where(_ => more is not null))
        {
            var said = more!.Find(TextWord.Of(number, names.Fold)).ToList();
            found.AddRange(said.SelectMany(phrase => phrase.Means));
            isCoded |= said.Count > 0;
        }

        // Several texts are names of one thing, so the one that is known best says what it is.
        IReadOnlyList<string>? unknown = null;
        foreach (var each in texts.Select(text => One(text, more, isAllergy, found)))
            unknown = unknown is null || each.Count < unknown.Count ? each : unknown;
        if (unknown is null || texts.All(string.IsNullOrWhiteSpace))
            unknown = [.. numbers.Take(1).DefaultIfEmpty("")];

        return new([.. found.Select(ingredient => ingredient.Name).Distinct()],
            found.SelectMany(ingredient => ingredient.Sets).ToHashSet(StringComparer.Ordinal), isCoded ? [] : unknown);
    }

    private IReadOnlyList<string> One(string text, PhraseIndex<IReadOnlyList<Ingredient>>? more, bool isAllergy, List<Ingredient> found)
    {
        var words = TextWord.Of(text, names.Fold);
        if (nothing.Contains(string.Concat(words.Select(word => word.Key))))
            return [];
        // "No known allergy to ketamine", "not taking Nardil": somebody has to say what is meant.
        return words.Count > 1 && denying.Contains(words[0].Key) && !(more?.Find(words).Any(phrase => phrase.Count == words.Count) ?? false)
            ? [text.Trim()] : Unknown(text, words, more, isAllergy, found);
    }

    private void Add(IEnumerable<string> all, IEnumerable<string> numbers, IReadOnlyList<Ingredient> means)
    {
        foreach (var name in all)
            names.Add(name, means);
        foreach (var number in numbers)
            codes[number] = means;
    }

    private IReadOnlyList<string> Unknown(
        string text, IReadOnlyList<TextWord> words, PhraseIndex<IReadOnlyList<Ingredient>>? more, bool isAllergy, List<Ingredient> found)
    {
        var all = names.Find(words).Concat(more?.Find(words) ?? [])
            .Concat(isAllergy ? allergenNames.Find(words).Select(phrase => new Phrase<IReadOnlyList<Ingredient>>(phrase.At, phrase.Count, [])) : [])
            .ToLookup(phrase => phrase.At);
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
}
