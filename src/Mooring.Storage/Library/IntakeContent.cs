using Mooring.Clinical;
using Mooring.Clinical.Instruments;
using Mooring.Clinical.Patients;

namespace Mooring.Storage.Library;

/// <summary>A condition as a patient is asked about it, and as the record calls it.</summary>
public sealed record PlainCondition
{
    public required string Name { get; init; }

    public required string Icd10 { get; init; }

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

    public IReadOnlyList<Sex> NotFor { get; init; } = [];

    public required Wording Plain { get; init; }
}

/// <summary>What a patient is asked about her past.</summary>
public sealed record HistoryContent
{
    public required int Version { get; init; }

    public required IReadOnlyList<ConditionGroup> Groups { get; init; }

    public required IReadOnlyList<PlainQuestion> Questions { get; init; }

    /// <summary>Ingredient to its RxNorm code: offered while typing, and filled in where the name fits.</summary>
    public required IReadOnlyDictionary<string, string> Medicines { get; init; }

    public required IReadOnlyList<Because> Because { get; init; }

    public IEnumerable<PlainQuestion> QuestionsFor(Sex sex) => Questions.Where(question => !question.NotFor.Contains(sex));

    public string? RxNormOf(string name) =>
        Medicines.FirstOrDefault(each => string.Equals(each.Key, name.Trim(), StringComparison.OrdinalIgnoreCase)).Value;

    public string? Icd10Of(string name) => Groups.SelectMany(group => group.Conditions)
        .FirstOrDefault(each => string.Equals(each.Name, name.Trim(), StringComparison.OrdinalIgnoreCase))?.Icd10;
}

/// <summary>What taking someone in is made of: what is asked, when, and in which words.</summary>
public sealed class IntakeContent
{
    public required HistoryContent History { get; init; }

    public required ContentItem<AskingPlan> Asking { get; init; }

    /// <summary>The clinic's own forms, beside the instruments of the library.</summary>
    public required IReadOnlyDictionary<string, ContentItem<Instrument>> Forms { get; init; }

    /// <exception cref="InvalidOperationException">It can not be read; the sentence names every fault.</exception>
    public static IntakeContent Load(string folder)
    {
        var reader = new ContentReader(folder);
        var (history, asking) = (reader.One<HistoryContent>("history.yaml"), reader.One<AskingPlan>("asking.yaml"));
        var forms = reader.All<Instrument>("forms", form => form.Id);
        return reader.Faults.Count == 0
            ? new() { History = history!.Value, Asking = asking!, Forms = forms }
            : throw new InvalidOperationException($"The intake content can not be used: {string.Join("; ", reader.Faults)}");
    }
}
