using Mooring.Clinical.Patients;

namespace Mooring.Fhir.Mapping;

/// <summary>Puts together what several resources say of one thing.</summary>
internal static class Gather
{
    private const int LongestName = 150;

    /// <summary>The one that counts, with every name and code of the others.</summary>
    public static HistoryChange All(HistoryChange first, IReadOnlyList<HistoryChange> same) => first switch
    {
        ConditionReported { Condition: var it } when same.Count > 1 => new ConditionReported(it with
        {
            Icd10 = it.Icd10 ?? Of(same, each => each.AllIcd10).FirstOrDefault(),
            Snomed = it.Snomed ?? Of(same, each => each.AllSnomed).FirstOrDefault(),
            OtherNames = Others(it.Name, Of(same, each => each.AllNames)),
            OtherIcd10 = Others(it.Icd10, Of(same, each => each.AllIcd10)),
            OtherSnomed = Others(it.Snomed, Of(same, each => each.AllSnomed)),
        }),
        MedicineReported { Medicine: var it } when same.Count > 1 => new MedicineReported(it with
        {
            RxNorm = it.RxNorm ?? Medicines(same).SelectMany(each => each.AllRxNorm).FirstOrDefault(),
            OtherNames = Others(it.Name, Medicines(same).SelectMany(each => each.AllNames)),
            OtherRxNorm = Others(it.RxNorm, Medicines(same).SelectMany(each => each.AllRxNorm)),
        }),
        AllergyReported { Allergy: var it } when same.Count > 1 => new AllergyReported(it with
        {
            RxNorm = it.RxNorm ?? Allergies(same).SelectMany(each => each.AllRxNorm).FirstOrDefault(),
            OtherNames = Others(it.Name, Allergies(same).SelectMany(each => each.AllNames)),
            OtherRxNorm = Others(it.RxNorm, Allergies(same).SelectMany(each => each.AllRxNorm)),
        }),
        TrialReported { Trial: var it } when same.Count > 1 => new TrialReported(it with
        {
            DosePerDay = same.OfType<TrialReported>().Max(each => each.Trial.DosePerDay),
            Weeks = same.OfType<TrialReported>().Max(each => each.Trial.Weeks),
            WeeksAtMost = same.OfType<TrialReported>().Any(each => each.Trial.WeeksAtMost is not null) ? same.OfType<TrialReported>().Max(each => each.Trial.WeeksAtMost ?? each.Trial.Weeks) : null,
        }),
        _ => first,
    };

    /// <summary>The same under a name that no other has.</summary>
    public static HistoryChange Renamed(HistoryChange change, string code) => change switch
    {
        ConditionReported { Condition: var it } => new ConditionReported(it with { Name = Apart(it.Name, code) }),
        MedicineReported { Medicine: var it } => new MedicineReported(it with { Name = Apart(it.Name, code) }),
        AllergyReported { Allergy: var it } => new AllergyReported(it with { Name = Apart(it.Name, code) }),
        _ => change,
    };

    private static string Apart(string name, string code) => $"{(name.Length > LongestName ? name[..LongestName] : name)} ({code})";

    private static IEnumerable<string> Of(IReadOnlyList<HistoryChange> same, Func<Clinical.Facts.Condition, IEnumerable<string>> part) =>
        same.OfType<ConditionReported>().SelectMany(each => part(each.Condition));

    private static IEnumerable<Clinical.Facts.Medicine> Medicines(IReadOnlyList<HistoryChange> same) => same.OfType<MedicineReported>().Select(each => each.Medicine);

    private static IEnumerable<Clinical.Facts.Allergy> Allergies(IReadOnlyList<HistoryChange> same) => same.OfType<AllergyReported>().Select(each => each.Allergy);

    private static IReadOnlyList<string>? Others(string? first, IEnumerable<string> all)
    {
        IReadOnlyList<string> distinct = [.. all.Distinct(StringComparer.OrdinalIgnoreCase)];
        IReadOnlyList<string> others = [.. distinct.Where(each => !string.Equals(each, first ?? distinct[0], StringComparison.OrdinalIgnoreCase))];
        return others.Count > 0 ? others : null;
    }
}
