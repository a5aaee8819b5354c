using Mooring.Clinical.Facts;
using Mooring.Clinical.Recognition;

namespace Mooring.Clinical.Screening;

/// <summary>The smallest adequate dose of each drug and the clinic's settings.</summary>
public sealed record TrialTable
{
    public required int Version { get; init; }

    public required double MinWeeks { get; init; }

    public required double MinAdherencePercent { get; init; }

    public required double FailPercent { get; init; }

    public required int NeededFailures { get; init; }

    public required bool CountAugmentation { get; init; }

    /// <summary>Ingredient name to its smallest adequate dose a day, in mg.</summary>
    public required IReadOnlyDictionary<string, double> MinDoseMg { get; init; }

    /// <summary>Antidepressants without a smallest adequate dose: whether a trial of one sufficed is unknown.</summary>
    public IReadOnlyList<string> WithoutMinDose { get; init; } = [];

    /// <summary>Treatments that are no medicine; they are stored and never counted.</summary>
    public IReadOnlyList<string> NotMedicines { get; init; } = [];

    public IReadOnlyDictionary<string, double> AugmentationMinDoseMg { get; init; } = new Dictionary<string, double>();

    public required IReadOnlyList<Because> Because { get; init; }

    /// <summary>Every antidepressant that the table knows.</summary>
    public IReadOnlyList<string> Drugs => [.. MinDoseMg.Keys, .. WithoutMinDose];
}

/// <param name="Adequate">Whether dose, time and adherence sufficed; unknown where one of them is.</param>
public sealed record TrialVerdict(string Drug, Finding Adequate, Finding Failed, string Reason);

/// <param name="Result">Met is TRUE, not met FALSE, unknown INDETERMINATE.</param>
public sealed record ResistanceResult(Finding Result, int Count, int StoppedForIntolerance, IReadOnlyList<TrialVerdict> Trials, int RulesVersion);

/// <summary>Treatment-resistant depression: enough antidepressants failed, each at adequate dose and time, in this episode.</summary>
public static class TreatmentResistance
{
    public static ResistanceResult Assess(FactList<TreatmentTrial> trials, TrialTable table, Recognizer recognizer)
    {
        IReadOnlyList<(string Drug, TrialVerdict Verdict)> judged = [.. trials.Items.Select(trial =>
        {
            var drug = TrialDrugs.Of(trial.Drug, trial.IsAugmentation ? table.AugmentationMinDoseMg.Keys : table.Drugs, table.NotMedicines, recognizer);
            return (drug.Row ?? trial.Drug.Trim(), Judge(trial, drug, table));
        })];
        var failed = Drugs(Finding.Met);
        var possible = Drugs(Finding.Unknown);
        var result = failed.Count >= table.NeededFailures ? Finding.Met
            : !trials.IsReviewed || possible.Count > 0 ? Finding.Unknown
            : Finding.NotMet;
        return new(result, failed.Count, trials.Items.Count(trial => trial.StoppedForIntolerance), [.. judged.Select(each => each.Verdict)], table.Version);

        HashSet<string> Drugs(Finding finding) => judged.Where(each => each.Verdict.Failed == finding)
            .Select(each => each.Drug).ToHashSet(StringComparer.OrdinalIgnoreCase);
    }

    private static TrialVerdict Judge(TreatmentTrial trial, TrialDrug drug, TrialTable table)
    {
        if (trial.StoppedForIntolerance)
            return Verdict(Finding.NotMet, Finding.NotMet, "Stopped because it was not tolerated; reported apart, not counted.");
        if (trial.IsAugmentation && !table.CountAugmentation)
            return Verdict(Finding.NotMet, Finding.NotMet, "An augmentation; the clinic does not count these.");
        if (trial.InCurrentEpisode == false)
            return Verdict(Finding.Unknown, Finding.NotMet, "Not in the current episode.");

        if (drug.IsAntidepressant == Finding.Unknown)
            return Verdict(Finding.Unknown, Finding.Unknown, "Not recognized; say which medicine it was.");
        if (drug.Row is null && (trial.IsAugmentation || drug.IsAntidepressant == Finding.NotMet))
            return Verdict(Finding.NotMet, Finding.NotMet, "Not in the table of antidepressants; stored, not counted.");

        // Without a smallest adequate dose no dose is enough and none too little.
        var doses = trial.IsAugmentation ? table.AugmentationMinDoseMg : table.MinDoseMg;
        var least = drug.Row is null ? (double?)null : doses.FirstOrDefault(pair => string.Equals(pair.Key, drug.Row, StringComparison.OrdinalIgnoreCase)) is { Key: not null } known ? known.Value : null;
        var dose = least is { } limit ? AtLeast(trial.DosePerDay, limit) : Finding.Unknown;
        var (weeks, adherence) = (AtLeast(trial.Weeks, table.MinWeeks, trial.WeeksAtMost), AtLeast(trial.AdherencePercent, table.MinAdherencePercent));
        var adequate = new[] { dose, weeks, adherence }.All();
        var failed = new[] { adequate, AtLeast(trial.ImprovementPercent, table.FailPercent).Not(), Known(trial.InCurrentEpisode) }.All();
        return Verdict(adequate, failed, Reason(least is null ? "smallest adequate dose" : "dose", dose, weeks, adherence, failed, trial));

        TrialVerdict Verdict(Finding isAdequate, Finding hasFailed, string reason) => new(trial.Drug, isAdequate, hasFailed, reason);
    }

    private static string Reason(string doseName, Finding dose, Finding weeks, Finding adherence, Finding failed, TreatmentTrial trial)
    {
        var (parts, short_) = (new[] { (dose, doseName), (weeks, "time"), (adherence, "adherence") }, Finding.NotMet);
        if (parts.Any(part => part.Item1 == short_))
            return $"Not adequate: {string.Join(", ", parts.Where(part => part.Item1 == short_).Select(part => part.Item2))} too low.";
        if (failed == Finding.Unknown)
        {
            var missing = parts.Where(part => part.Item1 == Finding.Unknown).Select(part => part.Item2).ToList();
            if (trial.ImprovementPercent is null)
                missing.Add("improvement");
            if (trial.InCurrentEpisode is null)
                missing.Add("episode");
            return $"Insufficient data: {string.Join(", ", missing)} not known.";
        }

        return failed == Finding.Met ? "Adequate, and did not help enough." : "It helped enough.";
    }

    private static Finding AtLeast(double? value, double limit, double? atMost = null) =>
        value is not { } least ? Finding.Unknown : new ValueSpan(least, atMost ?? least).AtLeast(limit);

    private static Finding Known(bool? value) => value is null ? Finding.Unknown : value.Value ? Finding.Met : Finding.NotMet;
}
