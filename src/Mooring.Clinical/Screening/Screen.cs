using Mooring.Clinical.Facts;
using Mooring.Clinical.Protocols;
using Mooring.Clinical.Rules;

namespace Mooring.Clinical.Screening;

/// <summary>What one rule found, with everything a prescriber needs to weigh it.</summary>
/// <param name="UnknownMeans">How serious it is when the finding is unknown, as the rule's author wrote.</param>
public sealed record RuleFinding(
    string Rule, int Version, Level Level, Finding Finding, Level UnknownMeans, string Says, string Consider, Override Override,
    IReadOnlyList<FactUsed> FactsUsed, IReadOnlyList<Because> Because);

/// <summary>What screening asks for as a whole. It never says that a patient is eligible: a prescriber does.</summary>
public enum ScreeningDecision
{
    Incomplete,
    Blocked,
    Hold,
    Caution,
    Clear,
}

/// <summary>Runs the rules over what is known about a patient.</summary>
public static class Screen
{
    /// <summary>
    /// One finding a rule, most serious met first, then unknown, then not met. A rule whose graver grade is unknown while
    /// a lesser is met gives both, so that what is missing is not hidden by what was found.
    /// </summary>
    /// <param name="zone">The clinic's, in whose days ages and windows are counted; where there is no clinic, UTC.</param>
    public static IReadOnlyList<RuleFinding> Evaluate(
        PatientFacts facts, ProtocolScope protocol, IReadOnlyList<ScreeningRule> rules, Vocabulary words, DateTimeOffset on, TimeZoneInfo? zone = null)
    {
        var context = new RuleContext(facts, protocol, words, on) { Zone = zone ?? TimeZoneInfo.Utc };
        return [.. rules.SelectMany(rule => Evaluate(rule, context))
            .OrderBy(finding => finding.Finding switch { Finding.Met => 0, Finding.Unknown => 1, _ => 2 })
            .ThenByDescending(finding => finding.Level)
            .ThenBy(finding => finding.Rule, StringComparer.Ordinal)];
    }

    /// <summary>
    /// Blocked when a block is met, else hold, else incomplete when a fact that a rule requires is unknown, else caution,
    /// else clear.
    /// </summary>
    public static ScreeningDecision Decide(IReadOnlyList<RuleFinding> findings)
    {
        if (Met(Level.Block))
            return ScreeningDecision.Blocked;
        if (Met(Level.Hold))
            return ScreeningDecision.Hold;
        if (findings.Any(finding => finding is { Finding: Finding.Unknown, UnknownMeans: >= Level.Hold }))
            return ScreeningDecision.Incomplete;

        var caution = Met(Level.Caution) || findings.Any(finding => finding is { Finding: Finding.Unknown, UnknownMeans: Level.Caution });
        return caution ? ScreeningDecision.Caution : ScreeningDecision.Clear;

        bool Met(Level level) => findings.Any(finding => finding.Finding == Finding.Met && finding.Level == level);
    }

    private static IEnumerable<RuleFinding> Evaluate(ScreeningRule rule, RuleContext context)
    {
        var judged = rule.Grades.Where(grade => Applies(grade.Applies, context.Protocol.Drug))
            .OrderByDescending(grade => grade.Level)
            .Select(grade => (Grade: grade, Judged: grade.When.Judge(context))).ToList();
        if (judged.Count == 0)
            return [];

        var met = judged.FindIndex(each => each.Judged.Finding == Finding.Met);
        if (met >= 0)
            return judged.Take(met).Where(each => each.Judged.Finding == Finding.Unknown).Append(judged[met]).Select(Found);

        var unknown = judged.FindIndex(each => each.Judged.Finding == Finding.Unknown);
        return [Found(judged[Math.Max(unknown, 0)])];

        RuleFinding Found((Grade Grade, Judged Judged) each) => new(
            rule.Id, rule.Version, each.Grade.Level, each.Judged.Finding, each.Grade.Unknown, each.Grade.Says ?? rule.Says,
            each.Grade.Consider, each.Grade.Override, [.. each.Judged.Facts.Distinct()], rule.Because);
    }

    private static bool Applies(RuleScope scope, Drug drug) => scope switch
    {
        RuleScope.Racemic => drug == Drug.Racemic,
        RuleScope.Esketamine => drug == Drug.Esketamine,
        _ => true,
    };
}
