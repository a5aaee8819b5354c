using Mooring.Clinical.Rules;

namespace Mooring.Clinical.Screening;

/// <summary>A fact that rules require and that nobody entered, or that could not be understood.</summary>
/// <param name="Fact">For a list that nobody went through, the list as a whole.</param>
/// <param name="For">The findings that stay open without it.</param>
public sealed record MissingFact(FactUsed Fact, IReadOnlyList<RuleFinding> For);

/// <summary>Names each missing fact once, however many rules ask for it.</summary>
public static class MissingFacts
{
    /// <summary>What keeps a finding unknown; empty for one that is known.</summary>
    public static IReadOnlyList<FactUsed> Of(RuleFinding finding)
    {
        if (finding.Finding != Finding.Unknown)
            return [];
        IReadOnlyList<FactUsed> absent = [.. finding.FactsUsed.Where(fact => fact.Value is null || FactUsed.IsNotRecognized(fact))];
        return absent.Count > 0 ? absent : [.. finding.FactsUsed.Where(fact => fact.Place is not null)];
    }

    /// <summary>What keeps findings unknown that stand in the way, each fact once.</summary>
    public static IReadOnlyList<MissingFact> Of(IEnumerable<RuleFinding> findings) =>
    [
        .. from finding in findings
           where Evaluation.Stands(finding)
           from fact in Of(finding)
           group (Fact: fact, finding) by Key(fact) into same
           select new MissingFact(same.First().Fact, [.. same.Select(each => each.finding).Distinct()]),
    ];

    /// <summary>What is missing under every one of several protocols.</summary>
    public static IReadOnlyList<MissingFact> OfAll(IReadOnlyList<IReadOnlyList<RuleFinding>> each)
    {
        var missing = each.Select(Of).ToList();
        return missing.Count == 0 ? [] : [.. missing[0].Where(one => missing.TrueForAll(others => others.Any(other => Key(other.Fact) == Key(one.Fact))))];
    }

    /// <summary>True for a whole list that nobody went through, rather than for one fact.</summary>
    public static bool IsWholeList(FactUsed fact) =>
        fact is { Value: null, Place.Kind: FactKind.Conditions or FactKind.Medicines or FactKind.Allergies or FactKind.Trials };

    private static (FactPlace?, string?) Key(FactUsed fact) => (fact.Place, fact.Place is null || (!IsWholeList(fact) && fact.Place.Id.Length == 0) ? fact.What : null);
}
