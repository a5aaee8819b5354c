using System.Globalization;

namespace Mooring.Clinical.Instruments;

/// <summary>Text by language. Spanish is null until an official translation with its license is at hand.</summary>
public sealed record Wording
{
    public required string En { get; init; }

    public string? Es { get; init; }
}

public sealed record Choice
{
    public required int Value { get; init; }

    /// <summary>Null where the number alone may be shown.</summary>
    public Wording? Text { get; init; }

    public string? Loinc { get; init; }

    /// <summary>Its English text, or the bare number.</summary>
    public string Says => Text?.En ?? Value.ToString(CultureInfo.InvariantCulture);
}

/// <summary>Every whole number from one to another, where no choice has a text of its own.</summary>
public sealed record AnswerRange
{
    public required int From { get; init; }

    public required int To { get; init; }

    internal IReadOnlyList<Choice> Choices => [.. Enumerable.Range(From, To - From + 1).Select(value => new Choice { Value = value })];
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

    /// <summary>What the item is about, in our own words, so that a paper form can be followed.</summary>
    public string? About { get; init; }

    public string? Loinc { get; init; }

    /// <summary>False for an item that is asked but not added up.</summary>
    public bool Scored { get; init; } = true;

    /// <summary>It counts from the other end: its highest answer as the lowest.</summary>
    public bool Reversed { get; init; }

    /// <summary>The item's own choices, where they differ from the instrument's.</summary>
    public IReadOnlyList<Choice>? Choices { get; init; }

    /// <summary>The item's own range, where it differs from the instrument's.</summary>
    public AnswerRange? Range { get; init; }

    public AskIf? AskIf { get; init; }

    /// <summary>Any answer above 0 tells of something unwanted, which a clinician then judges.</summary>
    public bool TellsOfHarm { get; init; }

    /// <summary>The form has one of the two answered: an answer to either excuses the other.</summary>
    public string? InsteadOf { get; init; }
}
