using Mooring.Clinical.Recognition;

namespace Mooring.Content.Library;

/// <summary>How much one value set knows, and from where.</summary>
/// <param name="Class">Of a set of conditions; a set of medicines has none.</param>
/// <param name="Medicines">Ingredients; none in a set of conditions.</param>
/// <param name="Names">English, and for medicines brands too.</param>
/// <param name="Spanish">Spanish names.</param>
/// <param name="Codes">RxNorm; ICD-10-CM prefixes and SNOMED CT concepts.</param>
/// <param name="Seen">Names of both languages that were seen in a source; the others are from general knowledge and wait for a signature.</param>
public sealed record ValueSetCount(EntryKind Of, string Id, ConditionClass? Class, int Medicines, int Names, int Spanish, int Codes, int Seen)
{
    /// <summary>Sets of medicines, then sets of conditions by class; a medicine of several sets counts in each.</summary>
    public static IReadOnlyList<ValueSetCount> In(Lexicon lexicon) =>
    [
        .. lexicon.MedicineSets.OrderBy(set => set.Id, StringComparer.Ordinal).Select(set => Medicine(set.Id, [.. lexicon.Ingredients.Where(ingredient => ingredient.Sets.Contains(set.Id))])),
        .. lexicon.ConditionSets.OrderBy(set => set.Class).ThenBy(set => set.Id, StringComparer.Ordinal).Select(set => new ValueSetCount(
            EntryKind.Condition, set.Id, set.Class, 0, set.Names.Count, set.Es.Count, set.Icd10cm.Count + set.Snomed.Count, set.Checked == HowChecked.Seen ? set.AllNames.Count() : 0)),
    ];

    private static ValueSetCount Medicine(string id, IReadOnlyList<Ingredient> members) => new(
        EntryKind.Medicine, id, null, members.Count, members.Sum(each => each.AllNames.Count() - each.Es.Count), members.Sum(each => each.Es.Count), members.Sum(each => each.AllCodes.Count()),
        members.Where(each => each.Checked == HowChecked.Seen).Sum(each => each.AllNames.Count()));
}
