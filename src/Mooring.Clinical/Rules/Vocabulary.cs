namespace Mooring.Clinical.Rules;

/// <summary>A named set of codes. ICD-10-CM entries are prefixes; names are whole words, used where no code is given.</summary>
public sealed record ValueSet
{
    public required string Id { get; init; }

    public required string Title { get; init; }

    public IReadOnlyList<string> Icd10cm { get; init; } = [];

    public IReadOnlyList<string> Snomed { get; init; } = [];

    public IReadOnlyList<string> Rxnorm { get; init; } = [];

    public IReadOnlyList<string> Names { get; init; } = [];

    public bool HasName(string name) => Names.Any(word => HasWords(name, word));

    private static bool HasWords(string name, string words)
    {
        for (var at = name.IndexOf(words, StringComparison.OrdinalIgnoreCase); at >= 0;
             at = name.IndexOf(words, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            var end = at + words.Length;
            if ((at == 0 || !char.IsLetterOrDigit(name[at - 1])) && (end == name.Length || !char.IsLetterOrDigit(name[end])))
                return true;
        }

        return false;
    }
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
}
