namespace Mooring.Clinical.Instruments;

public enum Respondent
{
    Patient,
    Clinician,
}

/// <summary>A questionnaire or rating scale: what is asked, and how it is scored. Read from <c>content/instruments</c>.</summary>
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

    public AnswerRange? Range { get; init; }

    public required IReadOnlyList<Item> Items { get; init; }

    public required ScoringMethod Scoring { get; init; }

    /// <summary>The items that make the total; all scored ones when none is named.</summary>
    public IReadOnlyList<string> TotalOf { get; init; } = [];

    /// <summary>The subscales whose items count once in the total, by the highest of them.</summary>
    public IReadOnlyList<string> HighestOf { get; init; } = [];

    /// <summary>The total never counts above this, where the items could come to more.</summary>
    public double? TotalAtMost { get; init; }

    public IReadOnlyList<Band> Bands { get; init; } = [];

    public IReadOnlyList<TriageLevel> Triage { get; init; } = [];

    public IReadOnlyList<Subscale> Subscales { get; init; } = [];

    public Pattern? Pattern { get; init; }

    public IReadOnlyList<Flag> Flags { get; init; } = [];

    public Proration? Proration { get; init; }

    public Outcomes.OutcomeDefinition? Outcome { get; init; }

    public required IReadOnlyList<Because> Because { get; init; }

    /// <summary>Whether it can be asked on a screen; without its text it is entered from the paper form.</summary>
    public bool HasText => Items.All(item => item.Text is not null);

    /// <summary>The answers an item takes.</summary>
    public IReadOnlyList<Choice> ChoicesOf(Item item) => item.Choices ?? item.Range?.Choices ?? Range?.Choices ?? Choices;

    public Band? BandOf(double total) => Bands.FirstOrDefault(band => total >= band.From && total <= band.To);
}
