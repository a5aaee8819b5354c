using Mooring.Content.Library;
using Mooring.Content.Reading;
using Mooring.Content.Yaml;

namespace Mooring.Content.Checks;

/// <summary>The rules that a curve's reader is told of exist, and each change asked for can be made and has a name of its own.</summary>
internal static class PredictingCheck
{
    private const string File = $"{KineticTerms.Folder}/predicting.yaml";

    public static IEnumerable<LibraryFault> Faults(ClinicalLibrary library) =>
        library.KineticTerms.Predicting is { } terms ? Wrong(terms, library) : [];

    private static IEnumerable<LibraryFault> Wrong(PredictingTerms terms, ClinicalLibrary library)
    {
        foreach (var found in terms.Circumstances.Where(found => !library.Rules.ContainsKey(found.Rule)))
            yield return new("LIB207", File, 0, $"There is no rule '{found.Rule}' to find a circumstance.") { Near = found.Rule };
        foreach (var same in terms.WhatIfs.GroupBy(asked => asked.Id, StringComparer.Ordinal).Where(same => same.Count() > 1))
            yield return new("LIB208", File, 0, $"Two changes are called '{same.Key}'.") { Near = same.Key };
        foreach (var asked in terms.WhatIfs.Where(asked => asked is { Times: not null, For: not null } or { Times: < 0 or >= 1 } || asked.For <= TimeSpan.Zero))
            yield return new("LIB209", File, 0, $"The change '{asked.Id}' only ever takes away: 'times' from 0 to below 1, or 'for' some minutes, not both.") { Near = asked.Id };
    }
}
