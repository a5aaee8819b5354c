using System.Globalization;
using Mooring.Clinical.Screening;

namespace Mooring.Clinical.Rules;

/// <summary>When in the patient's life a condition is asked for. Ever means the patient's own, whatever became of it.</summary>
public enum During
{
    Ever,
    Now,
    Past,
    Remission,
    Family,
}

/// <summary>
/// A condition of a value set. With <see cref="Within"/>, one that began so recently; with <see cref="RemissionWithin"/>,
/// one that went into remission so recently.
/// </summary>
public sealed record ConditionIn : Criterion
{
    public required string In { get; init; }

    public During During { get; init; }

    public TimeSpan? Within { get; init; }

    /// <summary>Shorter in remission than this; the day on which the time is reached no longer counts.</summary>
    public TimeSpan? RemissionWithin { get; init; }

    public override Judged Judge(RuleContext context)
    {
        var set = context.Words.Sets[In];
        IReadOnlyList<Condition> found = [.. context.Facts.Conditions.Items.Where(condition => IsIn(set, condition) && Fits(condition.Status))];
        IReadOnlyList<Condition> recent = [.. found.Where(condition => IsRecent(condition, context.Today) == Finding.Met)];

        if (recent.Count > 0)
            return new(Finding.Met, [.. recent.Select(Used)]);

        if (found.Any(condition => IsRecent(condition, context.Today) == Finding.Unknown))
            return new(Finding.Unknown, [.. found.Select(Used)]);

        return found.Count > 0 && context.Facts.Conditions.IsReviewed
            ? new(Finding.NotMet, [.. found.Select(Used)])
            : Judged.Absent(set.Title, context.Facts.Conditions.IsReviewed);
    }

    private static bool IsIn(ValueSet set, Condition condition) =>
        condition.AllIcd10.Any(icd => set.Icd10cm.Any(prefix => IsBelow(icd, prefix)))
        || condition.AllSnomed.Any(set.Snomed.Contains)
        || condition.AllNames.Any(set.HasName);

    /// <summary>Dots are left out, as billing files do: I671 is I67.1.</summary>
    private static bool IsBelow(string code, string prefix) =>
        code.Replace(".", "", StringComparison.Ordinal).StartsWith(prefix.Replace(".", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);

    private bool Fits(ConditionStatus status) => During switch
    {
        During.Now => status == ConditionStatus.Active,
        During.Past => status is ConditionStatus.Remission or ConditionStatus.Resolved,
        During.Remission => status == ConditionStatus.Remission,
        During.Family => status == ConditionStatus.Family,
        _ => status != ConditionStatus.Family,
    };

    private Finding IsRecent(Condition condition, DateOnly today) => new[]
    {
        Within is { } within ? Ago.AtMost(within, condition.Onset, condition.OnsetUntil, today) : Finding.Met,
        RemissionWithin is { } spell ? Ago.LessThan(spell, condition.InRemissionSince, condition.InRemissionUntil, today) : Finding.Met,
    }.All();

    private static FactUsed Used(Condition condition) => new(condition.Name, string.Join(", ",
        new[] { condition.Icd10, condition.Snomed, condition.Status.ToString().ToLowerInvariant(), condition.Onset?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), condition.InRemissionSince?.ToString("'in remission since' yyyy-MM-dd", CultureInfo.InvariantCulture) }
            .Where(part => part is not null)));
}

/// <summary>A medicine that is taken. With <see cref="ChangedWithin"/>, one started or changed so recently.</summary>
public sealed record MedicineIn : Criterion
{
    public required string In { get; init; }

    public TimeSpan? ChangedWithin { get; init; }

    public override Judged Judge(RuleContext context)
    {
        var set = context.Words.Sets[In];
        IReadOnlyList<Medicine> taken = [.. context.Facts.Medicines.Items.Where(medicine => medicine.IsTaken && IsIn(set, medicine))];
        if (taken.Count == 0)
            return Judged.Absent(set.Title, context.Facts.Medicines.IsReviewed);

        IReadOnlyList<FactUsed> facts = [.. taken.Select(medicine => new FactUsed(medicine.Name, medicine.RxNorm is { } code ? $"RxNorm {code}" : "taken"))];
        if (ChangedWithin is not { } within)
            return new(Finding.Met, facts);

        return new(taken.Select(medicine => Ago.AtMost(within, medicine.ChangedOn, medicine.ChangedUntil, context.Today)).Any(), facts);
    }

    private static bool IsIn(ValueSet set, Medicine medicine) =>
        medicine.AllRxNorm.Any(set.Rxnorm.Contains) || medicine.AllNames.Any(set.HasName);
}

public sealed record AllergyTo : Criterion
{
    public required string In { get; init; }

    public override Judged Judge(RuleContext context)
    {
        var set = context.Words.Sets[In];
        var found = context.Facts.Allergies.Items.FirstOrDefault(allergy =>
            allergy.AllRxNorm.Any(set.Rxnorm.Contains) || allergy.AllNames.Any(set.HasName));
        return found is null
            ? Judged.Absent($"Allergy: {set.Title}", context.Facts.Allergies.IsReviewed)
            : new(Finding.Met, new FactUsed("Allergy", found.Name));
    }
}
