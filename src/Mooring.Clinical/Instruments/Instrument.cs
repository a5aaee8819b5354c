namespace Mooring.Clinical.Instruments;

/// <summary>Text by language. Spanish is null until an official translation with its license is at hand.</summary>
public sealed record Wording
{
    public required string En { get; init; }

    public string? Es { get; init; }
}

public enum Respondent
{
    Patient,
    Clinician,
}

public sealed record Choice
{
    public required int Value { get; init; }

    public required Wording Text { get; init; }

    public string? Loinc { get; init; }
}

/// <summary>An item is asked only when another has this answer.</summary>
public sealed record AskIf
{
    public required string Item { get; init; }

    public required int Is { get; init; }
}

public sealed record Item
{
    public required string Id { get; init; }

    /// <summary>Null where the license does not let us ship it; the clinic supplies its own.</summary>
    public Wording? Text { get; init; }

    public string? Loinc { get; init; }

    /// <summary>False for an item that is asked but not added up.</summary>
    public bool Scored { get; init; } = true;

    /// <summary>The item's own choices, where they differ from the instrument's.</summary>
    public IReadOnlyList<Choice>? Choices { get; init; }

    public AskIf? AskIf { get; init; }
}

public enum ScoringMethod
{
    Sum,
    Mean,
    Triage,
}

/// <summary>A range of totals with its name, both ends included.</summary>
public sealed record Band
{
    public required string Id { get; init; }

    public required double From { get; init; }

    public required double To { get; init; }
}

/// <summary>A triage level is reached when one of its items is answered yes. The gravest comes first.</summary>
public sealed record TriageLevel
{
    public required string Id { get; init; }

    public required IReadOnlyList<string> AnyOf { get; init; }
}

public sealed record Subscale
{
    public required string Id { get; init; }

    public required IReadOnlyList<string> Items { get; init; }

    /// <summary>How many of its items must count for the pattern of <see cref="Pattern"/>.</summary>
    public int? Needs { get; init; }
}

/// <summary>A diagnostic pattern: in each subscale enough items reach a value.</summary>
public sealed record Pattern
{
    public required string Flag { get; init; }

    public required int ItemAtLeast { get; init; }
}

/// <summary>Raised by one item or by the total; a safety flag says which step it opens.</summary>
public sealed record Flag
{
    public required string Id { get; init; }

    public string? Item { get; init; }

    public required double AtLeast { get; init; }

    public string? Opens { get; init; }
}

/// <summary>How missing answers are filled: the mean of the others, rounded, marked.</summary>
public sealed record Proration
{
    public required int MissingAtMost { get; init; }

    /// <summary>Items that must be answered: their meaning is not in the other items.</summary>
    public IReadOnlyList<string> NeverMissing { get; init; } = [];
}

public sealed record Instrument
{
    public required string Id { get; init; }

    public required int Version { get; init; }

    public required Wording Title { get; init; }

    public required Respondent By { get; init; }

    public required Wording Asks { get; init; }

    public required string Lookback { get; init; }

    public required string License { get; init; }

    public required bool TextMayBeShipped { get; init; }

    public string? Notice { get; init; }

    public string? LoincPanel { get; init; }

    public string? LoincTotal { get; init; }

    public IReadOnlyList<Choice> Choices { get; init; } = [];

    public required IReadOnlyList<Item> Items { get; init; }

    public required ScoringMethod Scoring { get; init; }

    public IReadOnlyList<Band> Bands { get; init; } = [];

    public IReadOnlyList<TriageLevel> Triage { get; init; } = [];

    public IReadOnlyList<Subscale> Subscales { get; init; } = [];

    public Pattern? Pattern { get; init; }

    public IReadOnlyList<Flag> Flags { get; init; } = [];

    public Proration? Proration { get; init; }

    public Outcomes.OutcomeDefinition? Outcome { get; init; }

    public required IReadOnlyList<Because> Because { get; init; }

    public IReadOnlyList<Choice> ChoicesOf(Item item) => item.Choices ?? Choices;
}
