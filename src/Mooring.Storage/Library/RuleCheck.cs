using System.Globalization;
using Mooring.Clinical;
using Mooring.Clinical.Rules;
using Mooring.Clinical.Screening;

namespace Mooring.Storage.Library;

/// <summary>
/// Every rule is worked on its own cases: one met, one not met, one with the fact missing, and for each limit one below,
/// at and above it.
/// </summary>
public static class RuleCheck
{
    public static IEnumerable<LibraryFault> Faults(ClinicalLibrary library) =>
        from rule in library.Rules.Values
        from says in Missing(rule.Value).Concat(Failing(rule.Value, library.Words))
        select new LibraryFault(says.Code, rule.File, 0, says.Says);

    /// <summary>What the rule finds in a case; null when no grade of it applies there.</summary>
    public static RuleFinding? Work(ScreeningRule rule, RuleCase worked, Vocabulary words) =>
        Screen.Evaluate(worked.Given.ToFacts(words), worked.Protocol, [rule], words, RuleCase.On) is [var first, ..] ? first : null;

    private static IEnumerable<(string Code, string Says)> Missing(ScreeningRule rule)
    {
        foreach (var finding in Enum.GetValues<Finding>().Where(finding => rule.Cases.All(each => each.Expect != finding)))
        {
            // What only asks for the protocol can never be unknown.
            if (finding != Finding.Unknown || rule.Grades.SelectMany(grade => grade.When.Parts()).Any(part => part is not ProtocolIs and not Any and not All))
                yield return ("LIB160", $"No case expects {finding}.");
        }

        foreach (var compare in rule.Grades.SelectMany(grade => grade.When.Parts()).OfType<Compare>())
        {
            var limit = compare.Limits[0].Value;
            var given = rule.Cases.Select(each => compare.What == "age" ? each.Given.Age?.Value
                : each.Given.Measured.TryGetValue(compare.What, out var value) ? value.Value : null).OfType<double>().ToList();
            foreach (var (side, there) in new[] { ("below", given.Any(v => v < limit)), ("at", given.Contains(limit)), ("above", given.Any(v => v > limit)) })
            {
                if (!there)
                    yield return ("LIB161", string.Create(CultureInfo.InvariantCulture, $"No case has {compare.What} {side} {compare.Limits[0]}."));
            }
        }
    }

    private static IEnumerable<(string Code, string Says)> Failing(ScreeningRule rule, Vocabulary words)
    {
        foreach (var worked in rule.Cases)
        {
            var found = Work(rule, worked, words);
            if (found?.Finding != worked.Expect || (worked.At is { } at && found.Level != at))
                yield return ("LIB162", $"Case '{worked.Case}': expected {worked.Expect} {worked.At}, found {found?.Finding} {found?.Level}.");
        }
    }
}
