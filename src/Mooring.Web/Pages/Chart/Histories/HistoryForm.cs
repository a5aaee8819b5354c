using Mooring.Clinical;
using Mooring.Clinical.Facts;
using Mooring.Clinical.Patients;
using Mooring.Web.Components;

namespace Mooring.Web.Pages.Chart.Histories;

/// <summary>What staff types into a history; which boxes are there depends on the list.</summary>
public sealed class HistoryForm
{
    public HistoryList List { get; set; }

    public string? Name { get; set; }

    public string? Code { get; set; }

    public ConditionStatus Status { get; set; }

    public DateOnly? Since { get; set; }

    public DateOnly? InRemissionSince { get; set; }

    public bool IsTaken { get; set; } = true;

    /// <summary>The last day on which a medicine was taken that is over.</summary>
    public DateOnly? StoppedOn { get; set; }

    public string? Dose { get; set; }

    public string? Frequency { get; set; }

    public string? Prescriber { get; set; }

    public Adherence Adherence { get; set; }

    public string? Reaction { get; set; }

    public AllergySeverity Severity { get; set; }

    public string? DosePerDay { get; set; }

    public string? Weeks { get; set; }

    public string? AdherencePercent { get; set; }

    public string? ImprovementPercent { get; set; }

    /// <summary>yes, no, or neither.</summary>
    public string? InCurrentEpisode { get; set; }

    public bool Stopped { get; set; }

    public bool IsAugmentation { get; set; }

    /// <summary>The change that this asks for, or what is no number in it.</summary>
    public Outcome<HistoryChange> Told()
    {
        List<Refusal> refusals = [];
        var (name, code) = (Name?.Trim() ?? "", Typed.Text(Code));
        HistoryChange change = List switch
        {
            HistoryList.Conditions => new ConditionReported(new(name, code, null, Status, Since, Status is ConditionStatus.Remission or ConditionStatus.Resolved ? InRemissionSince : null)),
            HistoryList.Medicines => new MedicineReported(new(name, code, IsTaken && StoppedOn is null, Since, StoppedOn) { Use = Use }),
            HistoryList.Allergies => new AllergyReported(new(name, code) { Reaction = Typed.Text(Reaction), Severity = Severity }),
            HistoryList.Trials => new TrialReported(Trial(name, refusals)),
            _ => new GoalReported(name),
        };
        return refusals.Count > 0 ? Outcome<HistoryChange>.Refuse(refusals) : change;
    }

    private MedicineUse? Use => (Typed.Text(Dose) ?? Typed.Text(Frequency) ?? Typed.Text(Prescriber)) is not null || Adherence != Adherence.NotAsked
        ? new() { Dose = Typed.Text(Dose), Frequency = Typed.Text(Frequency), Prescriber = Typed.Text(Prescriber), Adherence = Adherence }
        : null;

    private TreatmentTrial Trial(string name, List<Refusal> refusals) => new(
        name,
        Typed.Number(DosePerDay, "dosePerDay", "Highest dose a day", refusals),
        Typed.Number(Weeks, "weeks", "Weeks", refusals),
        Typed.Number(AdherencePercent, "adherencePercent", "Taken as prescribed", refusals),
        Typed.Number(ImprovementPercent, "improvementPercent", "Improvement", refusals),
        InCurrentEpisode switch { "yes" => true, "no" => false, _ => null },
        Stopped,
        IsAugmentation);
}
