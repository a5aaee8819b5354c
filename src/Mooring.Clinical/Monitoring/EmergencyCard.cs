namespace Mooring.Clinical.Monitoring;

/// <summary>What an emergency offers at the chair, whichever it is. Read from <c>content/emergency.yaml</c>.</summary>
public sealed record EmergencyTerms
{
    public required int Version { get; init; }

    /// <summary>Everything that one tap can record.</summary>
    public required IReadOnlyList<EmergencyAct> Acts { get; init; }

    /// <summary>The acts that stand on the page whatever card is open.</summary>
    public required IReadOnlyList<string> Always { get; init; }

    /// <summary>Who may have to be told.</summary>
    public required IReadOnlyList<string> Told { get; init; }

    public required IReadOnlyList<Because> Because { get; init; }

    public EmergencyAct? Find(string? id) => Acts.FirstOrDefault(act => act.Id == id);
}

/// <summary>One button of emergency mode.</summary>
public sealed record EmergencyAct
{
    public required string Id { get; init; }

    /// <summary>What was done, in the past tense: it is what the record will say.</summary>
    public required string Says { get; init; }

    /// <summary>An infusion that runs ends with it.</summary>
    public bool StopsInfusion { get; init; }
}

/// <summary>The clinic's card for one kind of emergency. Read from <c>content/emergency/</c>; it reminds and never commands.</summary>
public sealed record EmergencyCard
{
    public required string Id { get; init; }

    public required int Version { get; init; }

    public required string Title { get; init; }

    /// <summary>The term of the adverse event that it is likely to be.</summary>
    public required string Term { get; init; }

    /// <summary>How it looks.</summary>
    public required IReadOnlyList<string> Looks { get; init; }

    /// <summary>What to consider, in this order.</summary>
    public required IReadOnlyList<EmergencyStep> Steps { get; init; }

    /// <summary>Medicines that are often used, by a prescriber's order only: the one place where a dose may stand.</summary>
    public IReadOnlyList<EmergencyStep> ByOrder { get; init; } = [];

    /// <summary>The acts offered as buttons while this card is open.</summary>
    public required IReadOnlyList<string> Acts { get; init; }
}

/// <summary>One line of a card, and what it rests on.</summary>
public sealed record EmergencyStep
{
    public required string Says { get; init; }

    public required IReadOnlyList<Because> Because { get; init; }
}
