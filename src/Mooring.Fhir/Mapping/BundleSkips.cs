using Mooring.Clinical.Patients;
using Mooring.Clinical.Screening;
using Mooring.Storage.Imports;

namespace Mooring.Fhir.Mapping;

/// <summary>What is no fact about a patient, and which of several that say the same counts.</summary>
internal static class BundleSkips
{
    // SNOMED CT: that there is none is for a clinician to confirm, not an allergy or a problem on a list.
    private static readonly string[] Nothing = ["716186003", "409137002", "160244002", "429625007", "160245001", "428607008"];

    /// <summary>Why an entry of a list is not taken; null when it is.</summary>
    public static string? Why(BundleEntry entry)
    {
        var resource = entry.Resource;
        if (resource.Text("status") == "entered-in-error" || resource.Child("verificationStatus")?.AnyCode() == "entered-in-error")
            return "entered in error";
        if (resource.Child("verificationStatus")?.AnyCode() == "refuted")
            return "refuted";
        if (resource.Child("code")?.AnyCode() is { } code && Nothing.Contains(code, StringComparer.Ordinal))
            return "says that there is none";
        if (resource.Child("doNotPerform")?.ValueKind == System.Text.Json.JsonValueKind.True)
            return "says not to give it";
        if (entry.Type == "MedicationRequest" && (resource.Text("status") is "draft" or "cancelled" || resource.Text("intent") is "proposal" or "plan"))
            return "never prescribed";
        return entry.Type == "MedicationStatement" && resource.Text("status") == "not-taken" ? "not taken by her" : null;
    }

    /// <summary>Several resources about one thing: what still holds comes before what is over, then the newest.</summary>
    public static ImportedThing Merge(IGrouping<string, ImportedThing> same)
    {
        var first = same.OrderByDescending(thing => Holds(thing.Change)).ThenByDescending(thing => Day(thing.Change)).First();
        var change = first.Change is TrialTold told ? new TrialTold(Longest(told.Trial, same)) : first.Change;
        var counts = same.SelectMany(thing => thing.Resources).GroupBy(each => each.Key, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Sum(each => each.Value), StringComparer.Ordinal);
        return first with { Change = change, Resources = counts };
    }

    private static int Holds(HistoryChange change) => change switch
    {
        ConditionTold { Condition.Status: ConditionStatus.Active } => 2,
        ConditionTold { Condition.Status: ConditionStatus.Remission } => 1,
        MedicineTold { Medicine.IsTaken: true } => 2,
        _ => 0,
    };

    private static DateOnly? Day(HistoryChange change) => change switch
    {
        ConditionTold told => told.Condition.Onset,
        MedicineTold told => told.Medicine.ChangedOn,
        _ => null,
    };

    private static TreatmentTrial Longest(TreatmentTrial first, IEnumerable<ImportedThing> same)
    {
        var trials = same.Select(thing => ((TrialTold)thing.Change).Trial).ToList();
        return first with { DosePerDay = trials.Max(trial => trial.DosePerDay), Weeks = trials.Max(trial => trial.Weeks) };
    }
}
