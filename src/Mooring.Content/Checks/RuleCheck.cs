using System.Globalization;
using Mooring.Clinical.Rules;
using Mooring.Clinical.Screening;
using Mooring.Content.Library;
using Mooring.Content.Yaml;

namespace Mooring.Content.Checks;

/// <summary>Every rule is worked on its own cases, and has the cases that show what it does: LIB160 to LIB163.</summary>
public static class RuleCheck
{
    public static IEnumerable<LibraryFault> Faults(ClinicalLibrary library) =>
        from rule in library.Rules.Values
        from says in CaseCoverage.Missing(rule.Value, library.Words).Concat(Failing(rule.Value, library.Words))
        select new LibraryFault(says.Code, rule.File, 0, says.Says) { Near = says.Near };

    /// <summary>What the rule finds in a case; null when no grade of it applies there.</summary>
    public static RuleFinding? Work(ScreeningRule rule, RuleCase worked, Vocabulary words) =>
        Screen.Evaluate(worked.Given.ToFacts(words), worked.Protocol, [rule], words, RuleCase.On) is [var first, ..] ? first : null;

    /// <summary>Whether the rule finds in a case what the case expects.</summary>
    public static bool Passes(ScreeningRule rule, RuleCase worked, Vocabulary words) =>
        Work(rule, worked, words) is { } found && found.Finding == worked.Expect && (worked.At is not { } at || found.Level == at);

    private static IEnumerable<(string Code, string Near, string Says)> Failing(ScreeningRule rule, Vocabulary words)
    {
        foreach (var worked in rule.Cases.Where(worked => !Passes(rule, worked, words)))
        {
            var found = Work(rule, worked, words);
            var at = worked.At is null ? "" : $" ({worked.At})";
            yield return ("LIB162", worked.Case, string.Create(CultureInfo.InvariantCulture,
                $"Case '{worked.Case}': expected {worked.Expect}{at}, found {found?.Finding.ToString() ?? "nothing"}{(found is null ? "" : $" ({found.Level})")}."));
        }
    }
}
