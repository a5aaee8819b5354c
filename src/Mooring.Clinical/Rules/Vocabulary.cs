using Mooring.Clinical.Recognition;
using Mooring.Kinetics.Quantities;

namespace Mooring.Clinical.Rules;

/// <summary>A named set of medicines or conditions that rules ask for, with its members for readers.</summary>
public sealed record ValueSet
{
    public required string Id { get; init; }

    public required string Title { get; init; }

    public required EntryKind Of { get; init; }

    /// <summary>Of a set of conditions.</summary>
    public ConditionClass? Class { get; init; }

    public IReadOnlyList<string> Icd10cm { get; init; } = [];

    public IReadOnlyList<string> Except { get; init; } = [];

    public IReadOnlyList<string> Snomed { get; init; } = [];

    public IReadOnlyList<string> Rxnorm { get; init; } = [];

    public IReadOnlyList<string> Names { get; init; } = [];

    public IReadOnlyList<string> Not { get; init; } = [];

    /// <summary>Every set of a lexicon, with what belongs to it.</summary>
    public static IEnumerable<ValueSet> All(Lexicon lexicon) =>
    [
        .. lexicon.MedicineSets.Select(set => Medicines(set, [.. lexicon.Ingredients.Where(ingredient => ingredient.Sets.Contains(set.Id))])),
        .. lexicon.ConditionSets.Select(set => new ValueSet
        {
            Id = set.Id, Title = set.Title, Of = EntryKind.Condition, Class = set.Class, Icd10cm = set.Icd10cm, Except = set.Except,
            Snomed = set.Snomed, Names = [.. set.AllNames], Not = set.Not,
        }),
    ];

    private static ValueSet Medicines(MedicineSet set, IReadOnlyList<Ingredient> of) => new()
    {
        Id = set.Id,
        Title = set.Title,
        Of = EntryKind.Medicine,
        Rxnorm = [.. of.SelectMany(ingredient => ingredient.AllCodes)],
        Names = [.. of.SelectMany(ingredient => ingredient.AllNames)],
    };
}

public enum MeasureFrom
{
    Observation,
    Score,
    Age,
}

/// <summary>A value that rules compare: where it comes from, and its one unit.</summary>
public sealed record Measure
{
    public required string Id { get; init; }

    public required string Title { get; init; }

    public required MeasureFrom From { get; init; }

    /// <summary>UCUM.</summary>
    public required string Unit { get; init; }

    /// <summary>LOINC, the instrument's id, or our own code.</summary>
    public string? Code { get; init; }

    /// <summary>Other LOINC codes of the same thing, in the same kind of unit.</summary>
    public IReadOnlyList<string> Also { get; init; } = [];

    /// <summary>Where somebody enters it.</summary>
    public FactPlace Place => From switch
    {
        MeasureFrom.Score => new(FactKind.Questionnaire, Code ?? Id),
        MeasureFrom.Age => new(FactKind.Person),
        _ => new(FactKind.Measurement, Id),
    };
}

/// <summary>What a number can be, both ends included, in UCUM; beyond them it is a slip of the hand or of the unit.</summary>
public sealed record PossibleValue
{
    /// <summary>LOINC, or our own code.</summary>
    public required string Code { get; init; }

    public required string Unit { get; init; }

    public required double Low { get; init; }

    public required double High { get; init; }

    /// <summary>Whether it says that this can not be; of a value in another kind of unit it says nothing.</summary>
    public bool Excludes(string code, Quantity value) => code == Code && value.In(Unit) is { } known && (known.Value < Low || known.Value > High);
}

public sealed record Question
{
    public required string Id { get; init; }

    public required string Asks { get; init; }
}

/// <summary>The words that rules may use. A rule that uses another is a fault of the library, not a case of unknown.</summary>
public sealed record Vocabulary(
    IReadOnlyDictionary<string, ValueSet> Sets,
    IReadOnlyDictionary<string, Measure> Measures,
    IReadOnlyDictionary<string, Question> Questions)
{
    /// <summary>Every code that the content may use.</summary>
    public IReadOnlyList<ListedCode> Codes { get; init; } = [];

    /// <summary>What numbers can be.</summary>
    public IReadOnlyList<PossibleValue> Possible { get; init; } = [];

    /// <summary>Says what the entries of a chart stand for.</summary>
    public Recognizer Recognizer { get; init; } = Recognizer.Empty;
}
