using System.Globalization;
using Mooring.Clinical;
using Mooring.Clinical.Rules;

namespace Mooring.Content.Checks;

/// <summary>
/// The cases a rule owes: one met, one not met, one unknown; for every limit one below, at and above it; and for every
/// fact that it asks for one in which the fact is there, one in which it is not, and one in which nobody knows.
/// </summary>
internal static class CaseCoverage
{
    public static IEnumerable<(string Code, string Near, string Says)> Missing(ScreeningRule rule, Vocabulary words)
    {
        IReadOnlyList<Criterion> leaves = [.. rule.Grades.SelectMany(grade => grade.When.Parts()).Where(part => part is not (All or Any or Not or Known)).Distinct()];
        foreach (var finding in Enum.GetValues<Finding>().Where(finding => rule.Cases.All(each => each.Expect != finding)))
        {
            // What only asks for the protocol can never be unknown.
            if (finding != Finding.Unknown || leaves.Any(leaf => leaf is not ProtocolIs))
                yield return ("LIB160", "cases:", $"No case expects {finding}.");
        }

        foreach (var says in leaves.OfType<Compare>().SelectMany(compare => Sides(compare, rule)))
            yield return ("LIB161", "cases:", says);

        foreach (var leaf in leaves.Where(leaf => leaf is not ProtocolIs))
        {
            // A limit has its sides above; what is left of it is the value that nobody measured.
            var owed = leaf is Compare ? [Finding.Unknown] : Enum.GetValues<Finding>();
            var shown = rule.Cases.Select(each => leaf.Judge(new(each.Given.ToFacts(words), each.Protocol, words, RuleCase.On)).Finding).ToHashSet();
            foreach (var finding in owed.Where(finding => !shown.Contains(finding)))
                yield return ("LIB163", "cases:", $"No case in which this is {Word(finding)}: {CriterionWords.Of(leaf, words)}.");
        }
    }

    private static IEnumerable<string> Sides(Compare compare, ScreeningRule rule)
    {
        var limit = compare.Limits[0].Value;
        var given = rule.Cases.Select(each => compare.What == "age" ? each.Given.Age?.Value
            : each.Given.Measured.TryGetValue(compare.What, out var value) ? value.Value : null).OfType<double>().ToList();
        return new[] { ("below", given.Any(v => v < limit)), ("at", given.Contains(limit)), ("above", given.Any(v => v > limit)) }
            .Where(side => !side.Item2)
            .Select(side => string.Create(CultureInfo.InvariantCulture, $"No case has {compare.What} {side.Item1} {compare.Limits[0]}."));
    }

    private static string Word(Finding finding) => finding switch
    {
        Finding.Met => "so",
        Finding.NotMet => "not so",
        _ => "not known",
    };
}
