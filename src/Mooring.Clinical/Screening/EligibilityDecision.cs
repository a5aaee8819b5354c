namespace Mooring.Clinical.Screening;

public enum EligibilityChoice
{
    Eligible,
    EligibleWithConditions,
    Deferred,
    NotEligible,
}

/// <summary>
/// What a prescriber decided about one person and one protocol, with the findings, facts and rule versions it was made
/// on. Never changed; a later decision takes its place.
/// </summary>
public sealed record EligibilityDecision
{
    public required Id<EligibilityDecision> Id { get; init; }

    public required EligibilityChoice Choice { get; init; }

    public required string Reason { get; init; }

    /// <summary>What must be kept to, when eligible with conditions.</summary>
    public string Conditions { get; init; } = "";

    /// <summary>The day on which a deferred person is looked at again.</summary>
    public DateOnly? DeferredUntil { get; init; }

    /// <summary>By rule: why it may be passed, or what was done about it.</summary>
    public required IReadOnlyDictionary<string, string> Reasons { get; init; }

    /// <summary>The medical director who agreed, where a rule asks for one.</summary>
    public string? Director { get; init; }

    public required Evaluation On { get; init; }

    /// <summary>The last day on which it may be relied on.</summary>
    public required DateOnly ExpiresOn { get; init; }

    public required Actor By { get; init; }

    public required DateTimeOffset At { get; init; }

    public bool IsEligible => Choice is EligibilityChoice.Eligible or EligibilityChoice.EligibleWithConditions;
}
