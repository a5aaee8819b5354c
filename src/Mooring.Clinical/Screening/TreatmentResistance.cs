using System.Text.Json.Serialization;

namespace Mooring.Clinical.Screening;

/// <summary>A past treatment as the patient or their record tells it; what is not known stays null.</summary>
/// <param name="Drug">The ingredient's name.</param>
/// <param name="DosePerDay">The highest dose a day, in the unit of the table (mg, but ug for liothyronine).</param>
/// <param name="Weeks">At or above the minimum dose.</param>
public sealed record TreatmentTrial(
    string Drug, double? DosePerDay, double? Weeks, double? AdherencePercent, double? ImprovementPercent,
    bool? InCurrentEpisode, bool StoppedForIntolerance = false, bool IsAugmentation = false)
{
    /// <summary>The most weeks it can have been, where its days are not known; null when <see cref="Weeks"/> is the time itself.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? WeeksAtMost { get; init; }
}

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

    public IReadOnlyDictionary<string, double> AugmentationMinDoseMg { get; init; } = new Dictionary<string, double>();

    public required IReadOnlyList<Because> Because { get; init; }
}

/// <param name="Adequate">Whether dose, time and adherence sufficed; unknown where one of them is.</param>
public sealed record TrialVerdict(string Drug, Finding Adequate, Finding Failed, string Reason);

/// <param name="Result">Met is TRUE, not met FALSE, unknown INDETERMINATE.</param>
public sealed record ResistanceResult(Finding Result, int Count, int StoppedForIntolerance, IReadOnlyList<TrialVerdict> Trials, int RulesVersion);

/// <summary>Treatment-resistant depression: enough antidepressants failed, each at adequate dose and time, in this episode.</summary>
public static class TreatmentResistance
{
    public static ResistanceResult Assess(FactList<TreatmentTrial> trials, TrialTable table)
    {
        IReadOnlyList<TrialVerdict> verdicts = [.. trials.Items.Select(trial => Judge(trial, table))];
        var failed = Drugs(Finding.Met);
        var possible = Drugs(Finding.Unknown);
        var result = failed.Count >= table.NeededFailures ? Finding.Met
            : !trials.IsReviewed || possible.Count > 0 ? Finding.Unknown
            : Finding.NotMet;
        return new(result, failed.Count, trials.Items.Count(trial => trial.StoppedForIntolerance), verdicts, table.Version);

        HashSet<string> Drugs(Finding finding) => verdicts.Where(verdict => verdict.Failed == finding)
            .Select(verdict => verdict.Drug).ToHashSet(StringComparer.OrdinalIgnoreCase);
    }

    private static TrialVerdict Judge(TreatmentTrial trial, TrialTable table)
    {
        if (trial.StoppedForIntolerance)
            return Verdict(Finding.NotMet, Finding.NotMet, "Stopped because it was not tolerated; reported apart, not counted.");
        if (trial.IsAugmentation && !table.CountAugmentation)
            return Verdict(Finding.NotMet, Finding.NotMet, "An augmentation; the clinic does not count these.");
        if (trial.InCurrentEpisode == false)
            return Verdict(Finding.Unknown, Finding.NotMet, "Not in the current episode.");

        var doses = trial.IsAugmentation ? table.AugmentationMinDoseMg : table.MinDoseMg;
        var known = doses.FirstOrDefault(pair => string.Equals(pair.Key, trial.Drug.Trim(), StringComparison.OrdinalIgnoreCase));
        if (known.Key is null)
            return Verdict(Finding.NotMet, Finding.NotMet, "Not in the table of antidepressants; stored, not counted.");

        var (dose, weeks, adherence) = (AtLeast(trial.DosePerDay, known.Value), AtLeast(trial.Weeks, table.MinWeeks, trial.WeeksAtMost), AtLeast(trial.AdherencePercent, table.MinAdherencePercent));
        var adequate = new[] { dose, weeks, adherence }.All();
        var failed = new[] { adequate, AtLeast(trial.ImprovementPercent, table.FailPercent).Not(), Known(trial.InCurrentEpisode) }.All();
        return Verdict(adequate, failed, Reason(dose, weeks, adherence, failed, trial));

        TrialVerdict Verdict(Finding isAdequate, Finding hasFailed, string reason) => new(trial.Drug, isAdequate, hasFailed, reason);
    }

    private static string Reason(Finding dose, Finding weeks, Finding adherence, Finding failed, TreatmentTrial trial)
    {
        var (parts, short_) = (new[] { (dose, "dose"), (weeks, "time"), (adherence, "adherence") }, Finding.NotMet);
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
