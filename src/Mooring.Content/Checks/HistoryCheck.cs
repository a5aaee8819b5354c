using Mooring.Clinical.Facts;
using Mooring.Clinical.Recognition;
using Mooring.Content.Library;
using Mooring.Content.Yaml;

namespace Mooring.Content.Checks;

/// <summary>What the intake form writes must reach the rules that it is meant for: LIB230.</summary>
internal static class HistoryCheck
{
    public static IEnumerable<LibraryFault> Faults(ClinicalLibrary library) =>
        (library.History?.Value.Groups ?? []).SelectMany(asked => asked.Conditions).SelectMany(option => Wrong(option, library)
            .Select(says => new LibraryFault("LIB230", "history.yaml", 0, says) { Near = $"name: '{option.Name}'" }));

    private static IEnumerable<string> Wrong(PlainCondition option, ClinicalLibrary library)
    {
        var read = library.Words.Recognizer.Of(new Condition(option.Name, option.Icd10, null, ConditionStatus.Active));
        foreach (var set in option.Means.Concat(option.LeavesOpen).Where(set => library.Words.Sets.GetValueOrDefault(set) is not { Of: EntryKind.Condition }))
            yield return $"'{option.Name}' means '{set}', which is no value set of conditions.";
        foreach (var set in option.Means.Where(set => !read.Sets.Any(found => found.Set == set && found.Doubt is null)))
            yield return $"'{option.Name}' is to mean '{set}', and neither its name nor its code is known to.";
        if (!read.IsRecognized && option.LeavesOpen.Count == 0)
            yield return $"'{option.Name}' is not recognized.";
    }
}
