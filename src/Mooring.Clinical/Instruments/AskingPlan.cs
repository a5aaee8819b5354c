using Mooring.Clinical.Surveillance;

namespace Mooring.Clinical.Instruments;

/// <summary>One line of the clinic's plan of what is asked when.</summary>
public sealed record Asking : Timing
{
    /// <summary>The occasion, kept with the sheet.</summary>
    public required string Id { get; init; }

    public required string Instrument { get; init; }

    /// <summary>Screening waits for it.</summary>
    public bool Needed { get; init; }

    /// <summary>Offered, and not missed when it is left out.</summary>
    public bool Optional { get; init; }

    /// <summary>Only for these groups of indications; for everybody when there is none.</summary>
    public IReadOnlyList<string> For { get; init; } = [];

    /// <summary>Not for somebody who is treated for nothing but these.</summary>
    public IReadOnlyList<string> NotFor { get; init; } = [];

    public int? FromAge { get; init; }

    internal bool IsFor(IReadOnlyList<string> groups, int? age) =>
        (For.Count == 0 || For.Intersect(groups).Any())
        && (NotFor.Count == 0 || groups.Count == 0 || groups.Except(NotFor).Any())
        && (FromAge is not { } least || age is not { } years || years >= least);
}

/// <summary>Indications that are followed with the same instruments, known by their ICD-10-CM codes.</summary>
public sealed record IndicationGroup
{
    public required string Id { get; init; }

    public required string Title { get; init; }

    /// <summary>Prefixes.</summary>
    public required IReadOnlyList<string> Icd10 { get; init; }
}

public sealed record AskingPlan
{
    public required int Version { get; init; }

    public required IReadOnlyList<IndicationGroup> Indications { get; init; }

    public required IReadOnlyList<Asking> Ask { get; init; }

    public required IReadOnlyList<Because> Because { get; init; }

    /// <summary>What is due now, each instrument once, by the line that stands first; what may be left out comes last.</summary>
    public IReadOnlyList<Asking> Due(CareTimes care, IReadOnlyList<AnswerSheet> sheets, DateTimeOffset now)
    {
        var groups = GroupsOf(care);
        return [.. Ask.Where(line => line.IsFor(groups, care.Age) && line.DueSince(care, Done(line.Instrument, sheets), now) is not null)
            .DistinctBy(line => line.Instrument).OrderBy(line => line.Optional)];
    }

    public IReadOnlyList<string> GroupsOf(CareTimes care) =>
        [.. Indications.Where(group => group.Icd10.Any(prefix => care.TreatedFor.Any(code => code.StartsWith(prefix, StringComparison.Ordinal)))).Select(group => group.Id)];

    private static DateTimeOffset? Done(string instrument, IReadOnlyList<AnswerSheet> sheets) =>
        sheets.Where(sheet => sheet.Instrument == instrument && sheet.FinishedAt is not null).Max(sheet => sheet.TakenAt);
}
