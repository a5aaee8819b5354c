using System.Collections.Concurrent;
using Mooring.Clinical.Facts;

namespace Mooring.Clinical.Recognition;

/// <summary>
/// Says what the entries of a chart stand for. Every text is read once; what was found is kept for the next rule and the
/// next patient.
/// </summary>
public sealed class Recognizer
{
    // More different entries than a clinic has; then the oldest knowledge is let go as a whole.
    private const int Most = 50_000;

    // Stands in no text that anybody types.
    private const char Between = '\u001f';

    private readonly MedicineReader medicines;
    private readonly ConditionReader conditions;
    private readonly PhraseIndex<IReadOnlyList<Ingredient>>? moreMedicines;
    private readonly PhraseIndex<ConditionMeaning>? moreConditions;
    private readonly LoadedMedicines? loadedMedicines;
    private readonly LoadedConditions? loadedConditions;
    private readonly ConcurrentDictionary<(string Names, string Codes, bool IsAllergy), RecognizedMedicine> readMedicines = new();
    private readonly ConcurrentDictionary<(string Names, string Codes), RecognizedCondition> readConditions = new();

    public Recognizer(Lexicon lexicon)
        : this(lexicon, new(lexicon), new(lexicon), [], LoadedTerms.None)
    {
    }

    private Recognizer(Lexicon lexicon, MedicineReader medicines, ConditionReader conditions, IReadOnlyList<Resolution> resolutions, LoadedTerms loaded)
    {
        (Lexicon, this.medicines, this.conditions, Resolutions, Loaded) = (lexicon, medicines, conditions, resolutions, loaded);
        (moreMedicines, moreConditions) = Said(lexicon, resolutions);
        if (loaded != LoadedTerms.None)
            (loadedMedicines, loadedConditions) = (new(loaded, medicines, moreMedicines), new(loaded, conditions));
    }

    public static Recognizer Empty { get; } = new(new());

    public Lexicon Lexicon { get; }

    /// <summary>What the clinic said that texts mean.</summary>
    public IReadOnlyList<Resolution> Resolutions { get; }

    /// <summary>The public releases that the clinic has loaded.</summary>
    public LoadedTerms Loaded { get; }

    /// <summary>The same, for a clinic that said what some texts mean.</summary>
    public Recognizer With(IReadOnlyList<Resolution> resolutions) => With(resolutions, Loaded);

    /// <summary>The same, for a clinic that has loaded public releases.</summary>
    public Recognizer With(LoadedTerms loaded) => With(Resolutions, loaded);

    public Recognizer With(IReadOnlyList<Resolution> resolutions, LoadedTerms loaded) =>
        resolutions.Count == 0 && Resolutions.Count == 0 && loaded == Loaded ? this : new(Lexicon, medicines, conditions, resolutions, loaded);

    /// <summary>What our vocabulary makes of an ingredient that a release knows.</summary>
    public JudgedIngredient Judge(LoadedIngredient ingredient)
    {
        var ours = LoadedMedicines.Judged(ingredient, medicines);
        return new(ingredient, [.. ours.Select(each => each.Name)], ours.Count == 0 ? medicines.SetLike(ingredient.Name) : null);
    }

    public RecognizedMedicine Of(Medicine medicine) => Medicine(Joined(medicine.AllNames), Joined(medicine.AllRxNorm), isAllergy: false);

    public RecognizedMedicine Of(Allergy allergy) => Medicine(Joined(allergy.AllNames), Joined(allergy.AllRxNorm), isAllergy: true);

    public RecognizedCondition Of(Condition condition) => Kept(readConditions, (Names: Joined(condition.AllNames), Codes: Joined(condition.AllIcd10.Concat(condition.AllSnomed))), key =>
        conditions.Read(Parted(key.Names), Parted(key.Codes), moreConditions, loadedConditions));

    /// <summary>What may have been meant by a text that nothing knows.</summary>
    public IReadOnlyList<string> CloseTo(EntryKind of, string text) => of switch
    {
        EntryKind.Condition => Of(new Condition(text, null, null, ConditionStatus.Active)).Close,
        _ => Medicine(text, "", isAllergy: of == EntryKind.Allergy).Close,
    };

    private RecognizedMedicine Medicine(string names, string codes, bool isAllergy) => Kept(readMedicines, (Names: names, Codes: codes, IsAllergy: isAllergy), key =>
        medicines.Read(Parted(key.Names), Parted(key.Codes), moreMedicines, loadedMedicines, key.IsAllergy));

    private static (PhraseIndex<IReadOnlyList<Ingredient>>? Medicines, PhraseIndex<ConditionMeaning>? Conditions) Said(Lexicon lexicon, IReadOnlyList<Resolution> resolutions)
    {
        if (resolutions.Count == 0)
            return (null, null);

        var byName = lexicon.Ingredients.ToLookup(ingredient => ingredient.Name, StringComparer.OrdinalIgnoreCase);
        var (medicines, conditions) = (new PhraseIndex<IReadOnlyList<Ingredient>>(Folding.Medicine), new PhraseIndex<ConditionMeaning>(Folding.Condition));
        foreach (var resolution in resolutions)
        {
            if (resolution.Of == EntryKind.Condition)
            {
                foreach (var set in resolution.Sets.Cast<string?>().DefaultIfEmpty(null))
                    conditions.Add(resolution.Text, new(set));
            }
            else
            {
                medicines.Add(resolution.Text, [.. resolution.Ingredients.SelectMany(name => byName[name])]);
            }
        }

        return (medicines, conditions);
    }

    private static string Joined(IEnumerable<string> parts) => string.Join(Between, parts);

    private static string[] Parted(string joined) => joined.Split(Between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static TRead Kept<TKey, TRead>(ConcurrentDictionary<TKey, TRead> kept, TKey key, Func<TKey, TRead> read)
        where TKey : notnull
    {
        if (kept.TryGetValue(key, out var known))
            return known;
        if (kept.Count >= Most)
            kept.Clear();
        return kept.GetOrAdd(key, read);
    }
}
