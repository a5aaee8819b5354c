using Mooring.Clinical.Recognition;
using Mooring.Content.Library;
using Mooring.Content.Reading;
using Mooring.Content.Yaml;

namespace Mooring.Content.Checks;

/// <summary>What is wrong with a name that may mean several things: LIB231.</summary>
internal static class UnclearCheck
{
    public static IEnumerable<LibraryFault> Faults(ClinicalLibrary library, Lexicon lexicon)
    {
        var sets = lexicon.ConditionSets.ToLookup(set => set.Id, set => set.AllNames.Select(Key).ToHashSet(StringComparer.Ordinal), StringComparer.Ordinal);
        foreach (var each in lexicon.UnclearConditions)
        {
            var first = each.AllNames.FirstOrDefault() ?? "";
            foreach (var set in each.MayBe.Where(set => !sets.Contains(set)))
                yield return In(set, $"'{first}' may be '{set}', which is no set of conditions.");
            if (first.Length == 0 || each.MayBe.Count == 0)
                yield return In(first, $"'{first}' needs a name and a set that it may be.");
            foreach (var name in each.AllNames.Where(name => Key(name) is var key && each.MayBe.SelectMany(set => sets[set]).Any(keys => keys.Contains(key))))
                yield return In(name, $"'{name}' is a name of a set that it only may be; take it out of one of them.");
            foreach (var word in each.SettledBy.Where(word => each.AllNames.Any(name => Key(name) == Key(word))))
                yield return In(word, $"'{word}' is the name itself, so it settles nothing.");
            foreach (var except in each.Except.Where(except => !each.Icd10cm.Any(prefix => IcdCode.IsBelow(except, prefix))))
                yield return In(except, $"'{except}' lies below no code of '{first}', so 'except' does nothing.");

            LibraryFault In(string near, string says) => new("LIB231", VocabularyContent.Folder + "/unclear.yaml", 0, says) { Near = near };
        }
    }

    private static string Key(string name) => Phrases.KeyOf(name, Folding.Condition);
}
