using Mooring.Clinical.Facts;
using Mooring.Kinetics.Quantities;

namespace Mooring.Clinical.Screening;

/// <summary>How long a decision holds and what it tells the chair: <c>content/eligibility.yaml</c>.</summary>
public sealed record EligibilityTerms
{
    public required int Version { get; init; }

    public required Quantity ValidFor { get; init; }

    /// <summary>For how long a medicine that was given, in a clinic or a hospital, counts as taken.</summary>
    public Quantity? GivenCountsFor { get; init; }

    public required IReadOnlyList<GateFlag> Flags { get; init; }

    public required IReadOnlyList<Because> Because { get; init; }
}

/// <summary>A fact that the chair acts on: gates are asked, or the stay is longer. It is on unless everything it names is known not to hold.</summary>
public sealed record GateFlag
{
    public required string Id { get; init; }

    public IReadOnlyList<string> Rules { get; init; } = [];

    public string? Question { get; init; }

    /// <summary>On only when one of the rules is met: not knowing does not switch it on.</summary>
    public bool WhenMet { get; init; }

    /// <summary>Only at these ages; null at all.</summary>
    public AgeRange? Ages { get; init; }

    public bool IsOn(PatientFacts facts, IReadOnlyList<RuleFinding> findings, DateOnly today)
    {
        if (Ages?.Excludes(facts.AgeOn(today)) == true)
            return false;
        if (WhenMet)
            return findings.Any(finding => Rules.Contains(finding.Rule) && finding.Finding == Finding.Met);
        var ruledOut = Rules.All(rule => findings.Any(finding => finding.Rule == rule)
            && findings.Where(finding => finding.Rule == rule).All(finding => finding.Finding == Finding.NotMet));
        var answeredNo = Question is null || (facts.Answers.TryGetValue(Question, out var yes) && !yes);
        return !(ruledOut && answeredNo);
    }
}
