namespace Mooring.Clinical.Screening;

/// <summary>A decision before it is made.</summary>
public sealed record EligibilityDraft
{
    public EligibilityChoice? Choice { get; init; }

    public string Reason { get; init; } = "";

    public string Conditions { get; init; } = "";

    public DateOnly? DeferredUntil { get; init; }

    /// <summary>By rule id.</summary>
    public IReadOnlyDictionary<string, string> Reasons { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Decides, or says every reason why not: SCR301 to SCR308.</summary>
    /// <param name="isRiskOpen">True while the suicide-risk step is open; nothing is decided before it.</param>
    public Outcome<EligibilityDecision> Decide(
        Evaluation on, EligibilityTerms terms, bool isRiskOpen, Actor by, DateTimeOffset now, DateOnly today)
    {
        List<Refusal> refusals = [.. Who(isRiskOpen, by), .. Words(today)];
        if (Choice is EligibilityChoice.Eligible or EligibilityChoice.EligibleWithConditions)
            refusals.AddRange(InTheWay(on));
        if (refusals.Count > 0)
            return Outcome<EligibilityDecision>.Refuse(refusals);

        return new EligibilityDecision
        {
            Id = Id<EligibilityDecision>.New(now),
            Choice = Choice!.Value,
            Reason = Reason.Trim(),
            Conditions = Conditions.Trim(),
            DeferredUntil = Choice == EligibilityChoice.Deferred ? DeferredUntil : null,
            Reasons = Reasons.Where(reason => !string.IsNullOrWhiteSpace(reason.Value)).ToDictionary(StringComparer.Ordinal),
            On = on,
            ExpiresOn = today.AddDays((int)terms.ValidFor.AsTime!.Value.TotalDays),
            By = by,
            At = now,
        };
    }

    /// <summary>Why it is not theirs to decide, SCR301; null when it is.</summary>
    public static Refusal? Against(Actor by) => by.May(Right.DecideEligibility) ? null : new("SCR301", "Eligibility is decided by a prescriber.");

    private static IEnumerable<Refusal> Who(bool isRiskOpen, Actor by)
    {
        if (Against(by) is { } notTheirs)
            yield return notTheirs;
        if (isRiskOpen)
            yield return new("SCR302", "The suicide-risk step is open. Finish it first; nothing is decided before it.");
    }

    private IEnumerable<Refusal> Words(DateOnly today)
    {
        if (Choice is null)
            yield return new("SCR303", "Choose what you decide.", "choice");
        if (Choice == EligibilityChoice.EligibleWithConditions && string.IsNullOrWhiteSpace(Conditions))
            yield return new("SCR304", "Write the conditions that must be kept to.", "conditions");
        if (Choice == EligibilityChoice.Deferred && (DeferredUntil is not { } until || until <= today))
            yield return new("SCR305", "Say until which day, after today, the decision waits.", "deferredUntil");
        if (Choice is EligibilityChoice.Deferred or EligibilityChoice.NotEligible && string.IsNullOrWhiteSpace(Reason))
            yield return new("SCR306", "Write why; the person and the referrer will ask.", "reason");
    }

    private IEnumerable<Refusal> InTheWay(Evaluation on)
    {
        foreach (var rule in on.Standing.GroupBy(finding => finding.Rule, StringComparer.Ordinal))
        {
            var known = rule.All(finding => finding.Finding == Finding.Met) ? "is met" : "is not known";
            if (rule.Any(Evaluation.IsAbsolute))
            {
                yield return new("SCR307", $"{rule.First().Says} This {known}, and nobody may pass it.", rule.Key);
                continue;
            }

            if (string.IsNullOrWhiteSpace(Reasons.GetValueOrDefault(rule.Key)))
                yield return new("SCR308", $"{rule.First().Says} This {known}. Write why it may be passed, or what was done.", rule.Key);
        }
    }
}
