using Mooring.Clinical;
using Mooring.Clinical.Attention;
using Mooring.Clinical.Facts;
using Mooring.Clinical.Patients;
using Mooring.Practice.Histories;
using Mooring.Practice.Risk;
using Mooring.Practice.Screening;
using Mooring.Practice.Tasks;

namespace Mooring.Web.Pages.Chart.Workspace;

/// <summary>What stands above every page about a patient, read once for a page.</summary>
public sealed class PatientHeadFacts(HistoryDesk histories, MeasurementDesk measurements, RiskDesk risk, ScreeningDesk screening, AttentionDesk attention)
{
    private Id<Patient>? read;

    /// <summary>In words: "penicillin, latex", "none known", "not asked yet".</summary>
    public string Allergies { get; private set; } = "";

    public bool HasAllergies { get; private set; }

    /// <summary>The newest that nobody doubts, in kg.</summary>
    public Observation? Weight { get; private set; }

    public RiskStatus? Risk { get; private set; }

    /// <summary>Why no dose may be given because of suicide risk; null when nothing of that kind stands in the way.</summary>
    public Refusal? HeldByRisk { get; private set; }

    /// <summary>Why an eligibility no longer holds; empty when it does, or there is none.</summary>
    public IReadOnlyList<string> NoLonger { get; private set; } = [];

    public IReadOnlyList<Matter> Open { get; private set; } = [];

    /// <summary>Reads it for somebody who may read charts; once for each patient of a request.</summary>
    public async Task Read(Id<Patient> patient, CancellationToken cancel)
    {
        if (read == patient)
            return;
        var history = await histories.Of(patient, cancel);
        var reviewed = history.ReviewOf(HistoryList.Allergies) is not null;
        HasAllergies = history.Allergies.Count > 0;
        Allergies = HasAllergies
            ? string.Join(", ", history.Allergies.Select(Say)) + (reviewed ? "" : " (not reviewed)")
            : reviewed ? "none known" : "not asked yet";
        Weight = await measurements.LastWeight(patient, cancel);
        Risk = await risk.Of(patient, cancel);
        HeldByRisk = await risk.HoldsDosing(patient, cancel);
        NoLonger = await screening.NoLonger(patient, cancel);
        Open = [.. (await attention.Open(patient, cancel)).Select(each => each.Matter)];
        read = patient;
    }

    private static string Say(Allergy allergy)
    {
        var how = string.Join(", ", new[] { allergy.Severity == AllergySeverity.NotKnown ? null : allergy.Severity.ToString().ToLowerInvariant(), allergy.Reaction }.OfType<string>());
        return how.Length > 0 ? $"{allergy.Name} ({how})" : allergy.Name;
    }

    /// <summary>What must not be missed, a few words each, and the page that says more.</summary>
    public IEnumerable<(string Level, string Icon, string Says, string To)> Alerts()
    {
        if (Risk is { IsOpen: true })
            yield return ("stop", "shield-alert", "Suicide-risk step open", "risk");
        else if (HeldByRisk is not null)
            yield return ("first", "shield-alert", "Dosing held: suicide risk", "risk");
        if (Open.Any(matter => matter.Kind == MatterKind.SeriousEvent))
            yield return ("stop", "siren", "Serious adverse event", "attention");
        if (Open.Any(matter => matter.Kind != MatterKind.SeriousEvent))
            yield return ("first", "phone", "Please call", "attention");
        if (NoLonger.Count > 0)
            yield return ("stop", "circle-alert", "Eligibility lapsed", "screening");
    }
}
