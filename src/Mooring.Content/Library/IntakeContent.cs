using Mooring.Clinical;
using Mooring.Clinical.Instruments;
using Mooring.Clinical.Screening;
using Mooring.Content.Reading;

namespace Mooring.Content.Library;

/// <summary>A condition as a patient is asked about it, and as the record calls it.</summary>
public sealed record PlainCondition
{
    public required string Name { get; init; }

    /// <summary>None where the name says more than any code does.</summary>
    public string? Icd10 { get; init; }

    /// <summary>The value sets that it belongs to, and so the rules that it must reach.</summary>
    public required IReadOnlyList<string> Means { get; init; }

    /// <summary>The value sets that it leaves open: the patient can not know.</summary>
    public IReadOnlyList<string> LeavesOpen { get; init; } = [];

    public required Wording Plain { get; init; }
}

/// <summary>Conditions asked about together, on one page.</summary>
public sealed record ConditionGroup
{
    public required string Id { get; init; }

    public required Wording Asks { get; init; }

    public required IReadOnlyList<PlainCondition> Conditions { get; init; }
}

/// <summary>A question that rules name, as a patient is asked it.</summary>
public sealed record PlainQuestion
{
    public required string Id { get; init; }

    /// <summary>Whom it is asked of by age; null for everybody. Recorded sex never decides it.</summary>
    public AgeRange? Ages { get; init; }

    public required Wording Plain { get; init; }
}

/// <summary>What a patient is asked about their past.</summary>
public sealed record HistoryContent
{
    public required int Version { get; init; }

    public required IReadOnlyList<ConditionGroup> Groups { get; init; }

    public required IReadOnlyList<PlainQuestion> Questions { get; init; }

    /// <summary>What a patient may want to ask before consent, to tick.</summary>
    public required IReadOnlyList<PlainQuestion> MayAsk { get; init; }

    /// <summary>Ingredient to its RxNorm code: offered while typing, and filled in where the name fits.</summary>
    public required IReadOnlyDictionary<string, string> Medicines { get; init; }

    public required IReadOnlyList<Because> Because { get; init; }

    public IEnumerable<PlainQuestion> QuestionsFor(int years) => Questions.Where(question => question.Ages?.Holds(years) != false);

    public string? RxNormOf(string name) =>
        Medicines.FirstOrDefault(each => string.Equals(each.Key, name.Trim(), StringComparison.OrdinalIgnoreCase)).Value;

    public string? Icd10Of(string name) => Groups.SelectMany(group => group.Conditions)
        .FirstOrDefault(each => string.Equals(each.Name, name.Trim(), StringComparison.OrdinalIgnoreCase))?.Icd10;
}

/// <summary>The library as taking someone in asks for it: what is asked, when, and in which words. Throws on a library with faults.</summary>
public sealed class IntakeContent(ClinicalLibrary library)
{
    private readonly ClinicalLibrary library = library.Sound();

    public HistoryContent History => library.History!.Value;

    public ContentItem<AskingPlan> Asking => library.Asking!;

    /// <summary>The clinic's own forms, beside the instruments of the library.</summary>
    public IReadOnlyDictionary<string, ContentItem<Instrument>> Forms => library.Forms;
}
