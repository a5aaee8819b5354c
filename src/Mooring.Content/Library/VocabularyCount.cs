using Mooring.Clinical.Recognition;
using Mooring.Content.Yaml;

namespace Mooring.Content.Library;

/// <summary>How much of one group is recognized. A group is what a rule asks for: for medicines the first value set, for conditions the class.</summary>
/// <param name="Group">A value set, a class, or "none" for what no rule looks for.</param>
/// <param name="Items">Ingredients and products, or value sets and known conditions.</param>
/// <param name="Names">In all languages, brands too.</param>
/// <param name="Codes">RxNorm; ICD-10-CM prefixes and SNOMED CT concepts.</param>
/// <param name="Seen">Names that were seen in a source.</param>
/// <param name="GeneralKnowledge">Names that wait for a pharmacist's or coder's signature.</param>
public sealed record VocabularyCount(EntryKind Of, string Group, int Items, int Names, int Codes, int Seen, int GeneralKnowledge)
{
    private const string None = "none";

    public static IReadOnlyList<VocabularyCount> In(Lexicon lexicon)
    {
        IEnumerable<(EntryKind Of, string Group, int Names, int Codes, HowChecked Checked)> all =
        [
            .. lexicon.Ingredients.Select(each => (EntryKind.Medicine, each.Sets is [var first, ..] ? first : None, each.AllNames.Count(), each.AllCodes.Count(), each.Checked)),
            .. lexicon.Products.Select(each => (EntryKind.Medicine, "products", each.Names.Count + 1, each.Rxnorm.Count, each.Checked)),
            .. lexicon.ConditionSets.Select(each => (EntryKind.Condition, YamlRecords.Kebab(each.Class.ToString()), each.AllNames.Count(), each.Icd10cm.Count + each.Snomed.Count, each.Checked)),
            .. lexicon.KnownConditions.Select(each => (EntryKind.Condition, None, each.AllNames.Count(), each.Snomed.Count, each.Checked)),
            .. lexicon.Allergens.Select(each => (EntryKind.Allergy, None, each.Names.Count + each.Es.Count + 1, 0, each.Checked)),
        ];
        return
        [
            .. all.GroupBy(each => (each.Of, each.Group)).OrderBy(group => group.Key.Of).ThenBy(group => group.Key.Group, StringComparer.Ordinal)
                .Select(group => new VocabularyCount(group.Key.Of, group.Key.Group, group.Count(), group.Sum(each => each.Names), group.Sum(each => each.Codes),
                    group.Where(each => each.Checked == HowChecked.Seen).Sum(each => each.Names), group.Where(each => each.Checked == HowChecked.GeneralKnowledge).Sum(each => each.Names))),
        ];
    }
}
