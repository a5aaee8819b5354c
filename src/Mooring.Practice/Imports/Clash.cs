using Mooring.Clinical.Facts;
using Mooring.Clinical.Patients;

namespace Mooring.Practice.Imports;

/// <summary>Two things that only share their name stay two: the one that comes from elsewhere gets its code into the name.</summary>
internal static class Clash
{
    private const int LongestName = 150;

    /// <param name="onList">What the chart has under the name; null when it has nothing.</param>
    public static HistoryChange Apart(HistoryChange change, object? onList) => (change, onList) switch
    {
        (ConditionReported { Condition: var told }, Condition kept) when Differ([.. told.AllIcd10, .. told.AllSnomed], [.. kept.AllIcd10, .. kept.AllSnomed]) is { } code =>
            new ConditionReported(told with { Name = With(told.Name, code) }),
        (MedicineReported { Medicine: var told }, Medicine kept) when Differ([.. told.AllRxNorm], [.. kept.AllRxNorm]) is { } code =>
            new MedicineReported(told with { Name = With(told.Name, code) }),
        (AllergyReported { Allergy: var told }, Allergy kept) when Differ([.. told.AllRxNorm], [.. kept.AllRxNorm]) is { } code =>
            new AllergyReported(told with { Name = With(told.Name, code) }),
        _ => change,
    };

    /// <summary>A name that no other thing has.</summary>
    public static string With(string name, string code) => $"{(name.Length > LongestName ? name[..LongestName] : name)} ({code})";

    // The first code of the one, where both have codes and share none.
    private static string? Differ(IReadOnlyList<string> told, IReadOnlyList<string> kept) =>
        told.Count > 0 && kept.Count > 0 && !told.Intersect(kept, StringComparer.OrdinalIgnoreCase).Any() ? told[0] : null;
}
