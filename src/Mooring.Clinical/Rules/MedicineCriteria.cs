using System.Globalization;
using Mooring.Clinical.Facts;

namespace Mooring.Clinical.Rules;

/// <summary>
/// A medicine that is taken. With <see cref="ChangedWithin"/>, one started or changed so recently; with
/// <see cref="StoppedWithin"/>, one that is over, but not longer than so. A medicine that nothing knows may be any.
/// </summary>
public sealed record MedicineIn : Criterion
{
    private static readonly FactPlace List = new(FactKind.Medicines);

    public required string In { get; init; }

    public TimeSpan? ChangedWithin { get; init; }

    public TimeSpan? StoppedWithin { get; init; }

    public override Judged Judge(RuleContext context)
    {
        var set = context.Words.Sets[In];
        var asked = context.Medicines.Where(each => each.Entry.IsTaken == (StoppedWithin is null))
            .Select(each => (each.Entry, each.Is, Fits: Fits(each.Entry, context.Today))).Where(each => each.Fits != Finding.NotMet).ToList();
        var (found, unknown) = (asked.Where(each => each.Is.Sets.Contains(In)).ToList(), asked.Where(each => !each.Is.IsRecognized).ToList());
        if (found.Any(each => each.Fits == Finding.Met))
            return new(Finding.Met, [.. found.Where(each => each.Fits == Finding.Met).Select(each => Used(each.Entry))]);

        if (found.Count > 0 || unknown.Count > 0)
            return new(Finding.Unknown, [.. found.Select(each => Used(each.Entry)), .. unknown.Select(each => FactUsed.NotRecognized(each.Entry.Name, each.Is.Unknown, each.Is.Close) with { Place = List })]) { IsUnclear = unknown.Count > 0 };

        IReadOnlyList<FactUsed> earlier = [.. context.Medicines.Where(each => each.Entry.IsTaken == (StoppedWithin is null) && each.Is.Sets.Contains(In)).Select(each => Used(each.Entry))];
        return earlier.Count > 0 && context.Facts.Medicines.IsReviewed ? new(Finding.NotMet, earlier) : Judged.Absent(set.Title, context.Facts.Medicines.IsReviewed, List);
    }

    private Finding Fits(Medicine medicine, DateOnly today) => (StoppedWithin, ChangedWithin) switch
    {
        ({ } stopped, _) => Ago.AtMost(stopped, medicine.StoppedOn, null, today),
        (_, { } changed) => Ago.AtMost(changed, medicine.ChangedOn, medicine.ChangedUntil, today),
        _ => Finding.Met,
    };

    private static FactUsed Used(Medicine medicine) => new(medicine.Name, string.Join(", ",
        new[] { medicine.RxNorm is { } code ? $"RxNorm {code}" : null, medicine.StoppedOn?.ToString("'stopped' yyyy-MM-dd", CultureInfo.InvariantCulture) }
            .Where(part => part is not null).DefaultIfEmpty(medicine.IsTaken ? "taken" : "not taken now")))
    { Place = List };
}

/// <summary>An allergy. One that nothing knows may be to anything.</summary>
public sealed record AllergyTo : Criterion
{
    private static readonly FactPlace List = new(FactKind.Allergies);

    public required string In { get; init; }

    public override Judged Judge(RuleContext context)
    {
        var set = context.Words.Sets[In];
        IReadOnlyList<FactUsed> found = [.. context.Allergies.Where(each => each.Is.Sets.Contains(In)).Select(each => new FactUsed("Allergy", each.Entry.Name) { Place = List })];
        if (found.Count > 0)
            return new(Finding.Met, found);

        IReadOnlyList<FactUsed> unknown = [.. context.Allergies.Where(each => !each.Is.IsRecognized).Select(each => FactUsed.NotRecognized(each.Entry.Name, each.Is.Unknown, each.Is.Close) with { Place = List })];
        return unknown.Count > 0 ? new(Finding.Unknown, unknown) : Judged.Absent($"Allergy: {set.Title}", context.Facts.Allergies.IsReviewed, List);
    }
}
