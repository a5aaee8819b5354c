namespace Mooring.Clinical.Screening;

/// <summary>A decision held against what is known now.</summary>
/// <param name="NoLonger">Why it can not be relied on any more; empty while it holds.</param>
public sealed record DecisionInForce(EligibilityDecision Decision, IReadOnlyList<string> NoLonger)
{
    public bool Holds => NoLonger.Count == 0 && !Decision.AwaitsDirector;

    /// <summary>Met while an eligible decision holds; unknown when facts have changed since, or a medical director has still to agree.</summary>
    public Finding Eligible => !Decision.IsEligible ? Finding.NotMet : Holds ? Finding.Met : Finding.Unknown;

    /// <summary>Compares with a new evaluation: what stands in the way now and did not when it was decided.</summary>
    public static DecisionInForce Of(EligibilityDecision decision, Evaluation now, bool isRiskOpen, DateOnly today)
    {
        List<string> changed = [];
        if (today > decision.ExpiresOn)
            changed.Add($"It ended on {decision.ExpiresOn:yyyy-MM-dd}.");
        if (isRiskOpen)
            changed.Add("The suicide-risk step has been opened since.");
        if (decision.IsEligible)
        {
            var before = decision.On.Standing.Select(finding => (finding.Rule, finding.Level, finding.Finding)).ToHashSet();
            changed.AddRange(now.Standing
                .Where(finding => !before.Contains((finding.Rule, finding.Level, finding.Finding)))
                .Select(finding => $"{finding.Says} This {(finding.Finding == Finding.Met ? "is met" : "is not known")} now."));
        }

        return new(decision, changed);
    }
}
