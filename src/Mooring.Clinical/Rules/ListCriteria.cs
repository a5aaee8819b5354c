using System.Globalization;
using Mooring.Clinical.Facts;
using Mooring.Clinical.Recognition;

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
    private static readonly FactPlace List = new(FactKind.Conditions);

    public required string In { get; init; }

    public During During { get; init; }

    public TimeSpan? Within { get; init; }

    /// <summary>Shorter in remission than this; the day on which the time is reached no longer counts.</summary>
    public TimeSpan? RemissionWithin { get; init; }

    public override Judged Judge(RuleContext context)
    {
        var set = context.Words.Sets[In];
        var found = (from each in context.Conditions
                     from belongs in each.Is.Sets
                     where belongs.Set == In && Fits(CombinedStatus.Of(each.Entry.Status, belongs.Status))
                     select (each.Entry, belongs.Doubt, Recent: IsRecent(each.Entry, context.Today))).ToList();
        IReadOnlyList<Condition> recent = [.. found.Where(each => each is { Doubt: null, Recent: Finding.Met }).Select(each => each.Entry).Distinct()];
        if (recent.Count > 0)
            return new(Finding.Met, [.. recent.Select(Used)]);

        IReadOnlyList<FactUsed> open =
        [
            .. found.Where(each => each is { Doubt: null, Recent: Finding.Unknown }).Select(each => Used(each.Entry)).Distinct(),
            .. from each in found
               where each.Doubt is not null && each.Recent != Finding.NotMet
               select new FactUsed(each.Entry.Name, $"“{each.Doubt}” leaves open whether it is so") { Place = List },
            .. from each in context.Conditions
               where set.Class is { } about && each.Is.MayBeOf(about) && FitsUnknown(each.Entry.Status, each.Is.Status) && IsRecent(each.Entry, context.Today) != Finding.NotMet
               select FactUsed.NotRecognized(each.Entry.Name, each.Is.Unknown, each.Is.Close) with { Place = List },
        ];
        // What may be of any class leaves the rule open, but tells nothing where only evidence counts.
        if (open.Count > 0)
            return new(Finding.Unknown, open) { IsUnclear = found.Any(each => each.Doubt is not null || each is { Recent: Finding.Unknown, Entry.Onset: not null }) || context.Conditions.Any(each => set.Class is { } about && each.Is.Classes?.Contains(about) == true) };

        IReadOnlyList<FactUsed> other = [.. found.Where(each => each.Doubt is null).Select(each => Used(each.Entry)).Distinct()];
        return other.Count > 0 && context.Facts.Conditions.IsReviewed ? new(Finding.NotMet, other) : Judged.Absent(set.Title, context.Facts.Conditions.IsReviewed, List);
    }

    // Of what nobody knows nobody can say that a history of it is over.
    private bool FitsUnknown(ConditionStatus recorded, SaidStatus? said) =>
        Fits(CombinedStatus.Of(recorded, said)) || (said != SaidStatus.Family && Fits(recorded));

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
            .Where(part => part is not null)))
    { Place = List };
}
