using Mooring.Clinical;
using Mooring.Clinical.Patients;
using Mooring.Clinical.Screening;
using Mooring.Practice.Content;

namespace Mooring.Practice.Screening;

/// <summary>A missing fact, and whether a decision was made without it.</summary>
/// <param name="PassedBy">Who decided without it; null while nobody did.</param>
public sealed record FactToEnter(MissingFact Missing, Actor? PassedBy, DateTimeOffset? PassedAt);

/// <param name="Protocol">What it is missing for; null where it is missing for every protocol offered here.</param>
public sealed record FactsToEnter(string? Protocol, IReadOnlyList<FactToEnter> Facts)
{
    public static FactsToEnter None { get; } = new(null, []);
}

/// <summary>Says on every page alike which facts screening still misses. A fact that was passed stays missing until it is entered.</summary>
public sealed class MissingFactsDesk(ScreeningDesk screening, ProtocolsHere here)
{
    /// <summary>For the protocol that was decided on last, or the only one there is, or for whatever is chosen here. Nothing once not eligible.</summary>
    public async Task<FactsToEnter> Of(Id<Patient> patient, CancellationToken cancel)
    {
        var last = (await screening.Decisions(patient, cancel)) is [var newest, ..] ? newest : null;
        if (last?.Choice == EligibilityChoice.NotEligible)
            return FactsToEnter.None;
        var offered = await here.Offered(cancel);
        if ((last?.On.ProtocolId ?? ProtocolsHere.Only(offered)?.Id) is { } protocol)
            return Of(await screening.Evaluate(patient, protocol, cancel), last);
        var each = await screening.Findings(patient, [.. offered.Select(one => one.Id)], cancel);
        return new(null, [.. MissingFacts.OfAll(each).Select(fact => new FactToEnter(fact, null, null))]);
    }

    /// <summary>The same for an evaluation that is shown already.</summary>
    public static FactsToEnter Of(Evaluation evaluation, EligibilityDecision? last) =>
        new(evaluation.ProtocolId, [.. MissingFacts.Of(evaluation.Findings).Select(fact => Passed(fact, evaluation.ProtocolId, last))]);

    private static FactToEnter Passed(MissingFact fact, string protocol, EligibilityDecision? last)
    {
        var isPassed = last is { IsEligible: true } && last.On.ProtocolId == protocol && fact.For.Any(finding => last.Reasons.ContainsKey(finding.Rule)
            && last.On.Standing.Any(before => before.Rule == finding.Rule && before.Finding == Finding.Unknown));
        return new(fact, isPassed ? last!.By : null, isPassed ? last!.At : null);
    }
}
