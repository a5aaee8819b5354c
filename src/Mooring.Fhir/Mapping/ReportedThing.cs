using Mooring.Clinical.Facts;
using Mooring.Clinical.Patients;
using Mooring.Fhir.Reading;
using Mooring.Practice.Imports;
using R4 = Hl7.Fhir.Model;

namespace Mooring.Fhir.Mapping;

/// <summary>One thing that one resource says.</summary>
/// <param name="SaidOn">When it was said, where a newer statement replaces an older.</param>
/// <param name="Counts">Whether it stands for its resource in the count; a trial only follows from its medicine.</param>
internal sealed record ReportedThing(HistoryChange Change, BundleEntry Entry, Days? SaidOn = null, bool IsStatement = false, bool Counts = true, R4.Period? During = null)
{
    public IReadOnlyList<string> Codes { get; } = Change switch
    {
        ConditionReported it => [.. it.Condition.AllIcd10.Concat(it.Condition.AllSnomed)],
        MedicineReported it => [.. it.Medicine.AllRxNorm],
        AllergyReported it => [.. it.Allergy.AllRxNorm],
        _ => [],
    };

    /// <summary>The same thing said several times is one; two things that only share their name stay two, named apart by their codes.</summary>
    public static IEnumerable<ImportedThing> Merge(IEnumerable<ReportedThing> all) =>
        from named in all.GroupBy(told => $"{told.Change.List}:{told.Change.Name!.ToUpperInvariant()}", StringComparer.Ordinal)
        from thing in Apart(named).Select((same, index) => One(same, index > 0))
        select thing;

    private static List<List<ReportedThing>> Apart(IEnumerable<ReportedThing> named)
    {
        List<List<ReportedThing>> things = [];
        foreach (var told in named.OrderBy(each => each.Codes.Count == 0).ThenBy(each => each.Codes.Head(), StringComparer.Ordinal))
        {
            var same = things.Where(thing => told.Codes.Count == 0 || thing.Exists(each => each.Codes.Count == 0 || each.Codes.Intersect(told.Codes, StringComparer.OrdinalIgnoreCase).Any())).ToList();
            if (told.Codes.Count == 0)
                same = [.. same.Take(1)];
            var at = same.Count > 0 ? things.IndexOf(same[0]) : things.Count;
            things.RemoveAll(same.Contains);
            things.Insert(at, [.. same.SelectMany(thing => thing), told]);
        }

        return things;
    }

    // What still holds comes before what is over, then the newest; but of statements about one medicine the newest alone counts.
    private static ImportedThing One(List<ReportedThing> same, bool needsCode)
    {
        var newest = same.Where(told => told.IsStatement).Max(told => told.SaidOn?.From);
        var counted = same.Where(told => !told.IsStatement || told.SaidOn is null || told.SaidOn.Until >= newest);
        var first = counted.OrderByDescending(told => Holds(told.Change)).ThenByDescending(told => Day(told.Change)).First();
        var counts = same.Where(told => told.Counts).GroupBy(told => told.Entry.Type, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);
        var change = Together.Of(same) ?? Gather.All(first.Change, [.. same.Select(told => told.Change)]);
        return new(needsCode ? Gather.Renamed(change, first.Codes[0]) : change, first.Entry.Place, counts);
    }

    private static int Holds(HistoryChange change) => change switch
    {
        ConditionReported { Condition.Status: ConditionStatus.Active } => 2,
        ConditionReported { Condition.Status: ConditionStatus.Remission } => 1,
        MedicineReported { Medicine.IsTaken: true } => 2,
        MedicineReported { Medicine.StoppedOn: not null } => 1,
        _ => 0,
    };

    private static DateOnly? Day(HistoryChange change) => change switch
    {
        ConditionReported told => told.Condition.Onset,
        MedicineReported told => told.Medicine.StoppedOn ?? told.Medicine.ChangedOn,
        _ => null,
    };
}
