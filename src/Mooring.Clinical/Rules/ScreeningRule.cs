namespace Mooring.Clinical.Rules;

/// <summary>What a rule asks for, from least to most.</summary>
public enum Level
{
    Info,
    Caution,
    Hold,
    Block,
}

public enum RuleScope
{
    All,
    Racemic,
    Esketamine,
}

public enum Override
{
    Nobody,
    PrescriberAndDirector,
    PrescriberAfterAction,
    Prescriber,
    NotNeeded,
}

/// <summary>One step of a rule: when it holds, how serious that is, and what not knowing means.</summary>
public sealed record Grade
{
    public required Level Level { get; init; }

    public RuleScope Applies { get; init; }

    /// <summary>The sentence for this grade, where the rule's own does not fit.</summary>
    public string? Says { get; init; }

    public required Criterion When { get; init; }

    /// <summary>How serious it is not to know. Block and hold make the fact a required one.</summary>
    public required Level Unknown { get; init; }

    public required string Consider { get; init; }

    public required Override Override { get; init; }
}

/// <summary>A screening rule as reviewed: the file is what runs.</summary>
public sealed record ScreeningRule
{
    public required string Id { get; init; }

    public required int Version { get; init; }

    public required string Says { get; init; }

    /// <summary>From the most serious down; the first that is met speaks for the rule.</summary>
    public required IReadOnlyList<Grade> Grades { get; init; }

    public required IReadOnlyList<Because> Because { get; init; }

    public required IReadOnlyList<RuleCase> Cases { get; init; }
}
