using System.Globalization;
using Mooring.Clinical.Facts;
using Mooring.Clinical.Patients;
using Mooring.Web.Components;

namespace Mooring.Web.Pages.Chart.Histories;

/// <summary>How the parts of a history read.</summary>
public static class HistoryWords
{
    public static string Title(HistoryList list) => list switch
    {
        HistoryList.Conditions => "Conditions",
        HistoryList.Medicines => "Medicines and supplements",
        HistoryList.Allergies => "Allergies",
        HistoryList.Trials => "Previous treatment trials",
        HistoryList.Background => "Background",
        HistoryList.Answers => "Questions that rules ask",
        _ => "Goals",
    };

    /// <summary>Name and what is known of it, of every item of a list.</summary>
    public static IReadOnlyList<(string Name, string Says)> Items(History history, HistoryList list) => list switch
    {
        HistoryList.Conditions => [.. history.Conditions.Select(each => (each.Name, Join(each.Icd10, each.Status.ToString().ToLowerInvariant(), Since(each.Onset), each.InRemissionSince is { } day ? $"{(each.Status == ConditionStatus.Resolved ? "resolved" : "in remission")} since {Words.Day(day)}" : null)))],
        HistoryList.Medicines => [.. history.Medicines.Select(each => (each.Name, Join(each.Use?.Dose, each.Use?.Frequency, each.RxNorm is { } code ? $"RxNorm {code}" : "no code", each.IsTaken ? "taken now" : "not taken now", Since(each.ChangedOn), each.StoppedOn is { } last ? $"last taken {Words.Day(last)}" : null, each.Use is { Adherence: not Adherence.NotAsked } use ? Of(use.Adherence) : null, each.Use?.Prescriber is { } by ? $"by {by}" : null)))],
        HistoryList.Allergies => [.. history.Allergies.Select(each => (each.Name, Join(each.Reaction, each.Severity == AllergySeverity.NotKnown ? null : Of(each.Severity), each.RxNorm is { } code ? $"RxNorm {code}" : null)))],
        HistoryList.Trials => [.. history.Trials.Select(each => (each.Drug, Trial(each)))],
        HistoryList.Goals => [.. history.Goals.Select(each => (each, ""))],
        _ => [],
    };

    public static string Of(Adherence adherence) => adherence switch
    {
        Adherence.AsPrescribed => "as prescribed",
        Adherence.MissesSome => "misses some doses",
        Adherence.MissesMany => "misses many doses",
        Adherence.NotTaken => "prescribed, not taken",
        _ => "not asked",
    };

    public static string Of(AllergySeverity severity) => severity == AllergySeverity.NotKnown ? "not known" : severity.ToString().ToLowerInvariant();

    public static string Of(PdmpOutcome outcome) => outcome switch
    {
        PdmpOutcome.AsTold => "Nothing that the patient did not tell",
        PdmpOutcome.NotAsTold => "Something that the patient did not tell",
        _ => "No answer",
    };

    public static string Of(BackgroundPart part) => part switch
    {
        BackgroundPart.FamilyHistory => "Family history",
        BackgroundPart.SocialHistory => "Social history",
        BackgroundPart.SurgicalHistory => "Operations",
        BackgroundPart.AnesthesiaHistory => "Earlier anesthesia or sedation",
        BackgroundPart.AsaClass => "ASA physical status",
        _ => "Airway",
    };

    private static string Trial(TreatmentTrial trial) => Join(
        Number(trial.DosePerDay, "mg a day at most", "dose not known"),
        Number(trial.Weeks, "weeks", "time not known"),
        Number(trial.AdherencePercent, "% taken", null),
        Number(trial.ImprovementPercent, "% better", "effect not known"),
        trial.InCurrentEpisode switch { true => "this episode", false => "an earlier episode", _ => "episode not known" },
        trial.StoppedForIntolerance ? "not tolerated" : null,
        trial.IsAugmentation ? "added to another" : null);

    private static string? Number(double? value, string unit, string? unknown) =>
        value is { } number ? string.Create(CultureInfo.InvariantCulture, $"{number:0.##} {unit}") : unknown;

    private static string? Since(DateOnly? day) => day is { } on ? $"since {Words.Day(on)}" : null;

    private static string Join(params string?[] parts) => string.Join(", ", parts.OfType<string>());
}
