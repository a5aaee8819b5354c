namespace Mooring.Clinical.Rules;

/// <summary>What kind of ground a claim stands on. A local choice is allowed and shown as such.</summary>
public enum SourceKind
{
    Label,
    Guideline,
    Trial,
    Cohort,
    Review,
    Instrument,
    GeneralKnowledge,
    LocalChoice,
}

/// <summary>Why a rule says what it says.</summary>
public sealed record Claim
{
    /// <summary>The id of a <see cref="Reference"/>.</summary>
    public required string Source { get; init; }

    /// <summary>The place in the source.</summary>
    public string? At { get; init; }

    public required SourceKind Kind { get; init; }

    /// <summary>What of the rule it supports: the criterion, a threshold, what to do.</summary>
    public required string Supports { get; init; }
}

public sealed record Reference
{
    public required string Id { get; init; }

    public required string Title { get; init; }

    public required string Authors { get; init; }

    public int? Year { get; init; }

    public string? Edition { get; init; }

    public required SourceKind Kind { get; init; }

    public string? Link { get; init; }

    public string? Note { get; init; }
}
