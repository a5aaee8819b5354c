using Mooring.Clinical;

namespace Mooring.Storage.Library;

/// <summary>No claim without a source that is there, and no source that nothing cites.</summary>
internal static class CitationCheck
{
    public static IEnumerable<LibraryFault> Faults(ClinicalLibrary library)
    {
        var claims = Claims(library).ToList();
        foreach (var (file, because) in claims)
        {
            if (because.Count == 0)
                yield return new("LIB140", file, 0, "Nothing is claimed without a because; cite a source.");
            foreach (var claim in because.Where(claim => !library.References.ContainsKey(claim.Source)))
                yield return new("LIB141", file, 0, $"The source '{claim.Source}' is not in references.");
        }
    }

    private static IEnumerable<(string File, IReadOnlyList<Because> Because)> Claims(ClinicalLibrary library) =>
    [
        .. library.Rules.Values.Select(rule => (rule.File, rule.Value.Because)),
        .. library.Instruments.Values.Select(instrument => (instrument.File, instrument.Value.Because)),
        .. library.Trials is { } trials ? [(trials.File, trials.Value.Because)] : Array.Empty<(string, IReadOnlyList<Because>)>(),
        .. library.RiskPathway is { } risk ? [(risk.File, risk.Value.Because)] : Array.Empty<(string, IReadOnlyList<Because>)>(),
    ];
}
