namespace Mooring.Clinical.Recognition;

/// <summary>What a loaded name or number of a medicine means for our value sets.</summary>
/// <param name="Of">Our ingredients, and those that only the release knows, in no set.</param>
/// <param name="Open">Ingredients that nobody has judged and that are named like what rules look for.</param>
internal sealed record LoadedMeaning(IReadOnlyList<Ingredient> Of, IReadOnlyList<string> Open)
{
    public static LoadedMeaning Nothing { get; } = new([], []);

    public bool IsKnown => Of.Count > 0 || Open.Count > 0;
}

/// <summary>
/// Finds names and numbers of loaded releases, and matches their ingredients to ours by number and by name. What the
/// reviewed sets say of an ingredient counts; a release adds none to a set.
/// </summary>
/// <param name="more">What this clinic says that names mean.</param>
internal sealed class LoadedMedicines(LoadedTerms loaded, MedicineReader own, PhraseIndex<IReadOnlyList<Ingredient>>? more)
{
    public LoadedMeaning OfNumber(string number) => Meaning(loaded.OfRxnorm(number));

    /// <summary>Every loaded name within the words, that is not made of such words alone as stand beside a name.</summary>
    public IEnumerable<Phrase<LoadedMeaning>> Find(IReadOnlyList<TextWord> words)
    {
        for (var at = 0; at < words.Count; at++)
        {
            var key = "";
            for (var end = at; end < words.Count && (end == at || words[end].Before != Gap.Stop); end++)
            {
                key += words[end].Key;
                var found = loaded.OfMedicineName(key);
                if (found.Means.Count > 0 && Names(words, at, end))
                    yield return new(at, end - at + 1, Meaning(found.Means));
                if (!found.GoesOn)
                    break;
            }
        }

        // A product's full name may hold what ends a clause elsewhere.
        if (words.Skip(1).Any(word => word.Before == Gap.Stop)
            && loaded.OfMedicineName(string.Concat(words.Select(word => word.Key))).Means is { Count: > 0 } whole)
        {
            yield return new(0, words.Count, Meaning(whole));
        }
    }

    /// <summary>Our ingredients that a release's ingredient is, by number or by its whole name; none when nobody here has judged it.</summary>
    public static IReadOnlyList<Ingredient> Judged(LoadedIngredient ingredient, MedicineReader own)
    {
        var (found, isWhole) = own.Named(ingredient.Name);
        return [.. own.OfNumber(ingredient.Rxnorm).Concat(isWhole ? found : []).Distinct()];
    }

    private bool Names(IReadOnlyList<TextWord> words, int at, int end)
    {
        for (var each = at; each <= end; each++)
        {
            if (!own.IsBeside(words[each]))
                return true;
        }

        return false;
    }

    private LoadedMeaning Meaning(IReadOnlyList<LoadedIngredient> means)
    {
        if (means.Count == 0)
            return LoadedMeaning.Nothing;

        List<Ingredient> of = [];
        List<string> open = [];
        foreach (var each in means)
        {
            var said = more?.Find(TextWord.Of(each.Name, Folding.Medicine)).ToList() ?? [];
            of.AddRange(said.SelectMany(phrase => phrase.Means));
            if (Judged(each, own) is { Count: > 0 } ours)
                of.AddRange(ours);
            else if (said.Count == 0 && own.SetLike(each.Name) is not null)
                open.Add(each.Name);
            else
                of.Add(new() { Name = each.Name, Rxnorm = each.Rxnorm, Sets = [], Checked = HowChecked.Seen });
        }

        return new([.. of.Distinct()], open);
    }
}
