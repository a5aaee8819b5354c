using System.Text.Json.Serialization;
using Mooring.Clinical.Rules;

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
/// on. Never changed, but for a medical director who agrees; a later decision takes its place.
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

    /// <summary>A name that the prescriber wrote down, in decisions from before directors agreed themselves. Nobody agrees by it.</summary>
    public string? Director { get; init; }

    /// <summary>Who agreed as medical director, signed in as themselves.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Actor? AgreedBy { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? AgreedAt { get; init; }

    public required Evaluation On { get; init; }

    /// <summary>The last day on which it may be relied on.</summary>
    public required DateOnly ExpiresOn { get; init; }

    public required Actor By { get; init; }

    public required DateTimeOffset At { get; init; }

    public bool IsEligible => Choice is EligibilityChoice.Eligible or EligibilityChoice.EligibleWithConditions;

    /// <summary>What was passed and asks for the medical director too.</summary>
    public IReadOnlyList<RuleFinding> ForDirector => IsEligible ? [.. On.Standing.Where(finding => finding.Override == Override.PrescriberAndDirector)] : [];

    /// <summary>Nothing may lean on it before a medical director has agreed.</summary>
    public bool AwaitsDirector => AgreedBy is null && ForDirector.Count > 0;

    /// <summary>Another prescriber has read what is passed and why, and agrees as medical director: SCR312 to SCR314.</summary>
    public Outcome<EligibilityDecision> Agree(Actor by, DateTimeOffset now)
    {
        if (!AwaitsDirector)
            return new Refusal("SCR312", "No decision waits for the medical director; look at the page again.");
        if (Against(by) is { } notTheirs)
            return notTheirs;
        if (by.Id == By.Id)
            return new Refusal("SCR314", "Whoever decided does not agree to it as medical director; another prescriber signs in, reads it and agrees.");
        return this with { AgreedBy = by, AgreedAt = now };
    }

    /// <summary>Why it is not theirs to agree to, SCR313; null when it is.</summary>
    public static Refusal? Against(Actor by) =>
        by.May(Right.AgreeAsDirector) ? null : new("SCR313", "A prescriber who is the medical director agrees to this.");
}
