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
        HistoryList.Answers => "Questions that rules ask",
        _ => "Goals",
    };

    /// <summary>Name and what is known of it, of every item of a list.</summary>
    public static IReadOnlyList<(string Name, string Says)> Items(History history, HistoryList list) => list switch
    {
        HistoryList.Conditions => [.. history.Conditions.Select(each => (each.Name, Join(each.Icd10, each.Status.ToString().ToLowerInvariant(), Since(each.Onset), each.InRemissionSince is { } day ? $"{(each.Status == ConditionStatus.Resolved ? "resolved" : "in remission")} since {Words.Day(day)}" : null)))],
        HistoryList.Medicines => [.. history.Medicines.Select(each => (each.Name, Join(each.RxNorm is { } code ? $"RxNorm {code}" : "no code", each.IsTaken ? "taken now" : "not taken now", Since(each.ChangedOn), each.StoppedOn is { } last ? $"last taken {Words.Day(last)}" : null)))],
        HistoryList.Allergies => [.. history.Allergies.Select(each => (each.Name, Join(each.RxNorm is { } code ? $"RxNorm {code}" : null)))],
        HistoryList.Trials => [.. history.Trials.Select(each => (each.Drug, Trial(each)))],
        HistoryList.Goals => [.. history.Goals.Select(each => (each, ""))],
        _ => [],
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
