using Mooring.Clinical;
using Mooring.Clinical.Facts;
using Mooring.Clinical.Rules;
using Mooring.Clinical.Screening;
using Mooring.Content.Checks;

namespace Mooring.Tests.Clinical.Screening;

public class WorkingTheRules
{
    public static TheoryData<string, int> Cases => [.. from rule in ScreeningContent.Library.ScreeningRules
                                                       from number in Enumerable.Range(0, rule.Cases.Count)
                                                       select new TheoryDataRow<string, int>(rule.Id, number)];

    [Fact]
    public void The_content_is_sound() => Assert.Empty(ScreeningContent.Library.Faults);

    [Fact]
    public void Every_rule_has_its_cases_on_both_sides_and_they_hold() => Assert.Empty(RuleCheck.Faults(ScreeningContent.Library));

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_rule_finds_what_its_case_says(string rule, int number)
    {
        var worked = ScreeningContent.Library.Rules[rule].Value.Cases[number];

        var found = RuleCheck.Work(ScreeningContent.Library.Rules[rule].Value, worked, ScreeningContent.Library.Words);

        Assert.Equal(worked.Expect, found?.Finding);
    }

    [Fact]
    public void Nothing_known_is_incomplete_and_never_clear()
    {
        foreach (var protocol in ScreeningContent.Library.Scopes.Values)
        {
            var findings = Screen.Evaluate(new PatientFacts(), protocol, ScreeningContent.Library.ScreeningRules, ScreeningContent.Library.Words, RuleCase.On);

            Assert.Equal(ScreeningDecision.Incomplete, Screen.Decide(findings));
        }
    }

    [Theory]
    [InlineData(ScreeningDecision.Blocked, Level.Block, Finding.Met)]
    [InlineData(ScreeningDecision.Hold, Level.Hold, Finding.Met)]
    [InlineData(ScreeningDecision.Incomplete, Level.Block, Finding.Unknown)]
    [InlineData(ScreeningDecision.Caution, Level.Caution, Finding.Met)]
    [InlineData(ScreeningDecision.Clear, Level.Block, Finding.NotMet)]
    [InlineData(ScreeningDecision.Clear, Level.Info, Finding.Met)]
    public void The_decision_is_the_gravest_that_is_met(ScreeningDecision expected, Level level, Finding finding) =>
        Assert.Equal(expected, Screen.Decide([A(level, finding)]));

    [Fact]
    public void A_met_hold_outweighs_what_is_unknown_and_a_block_outweighs_both()
    {
        Assert.Equal(ScreeningDecision.Hold, Screen.Decide([A(Level.Block, Finding.Unknown), A(Level.Hold, Finding.Met)]));
        Assert.Equal(ScreeningDecision.Blocked, Screen.Decide([A(Level.Hold, Finding.Met), A(Level.Block, Finding.Met)]));
    }

    [Fact]
    public void A_remission_of_unknown_length_leaves_the_hold_unknown_beside_the_caution()
    {
        var library = ScreeningContent.Library;
        var facts = new PatientFacts { Conditions = FactList<Condition>.Reviewed(new Condition("Alcohol dependence", "F10.21", null, ConditionStatus.Remission)) };

        var findings = Screen.Evaluate(facts, library.Scopes["TRD-IV-STD"], [library.Rules["CI-SUD-HX"].Value], library.Words, RuleCase.On);

        Assert.Equal([(Level.Caution, Finding.Met), (Level.Hold, Finding.Unknown)], findings.Select(finding => (finding.Level, finding.Finding)));
        Assert.Equal(ScreeningDecision.Incomplete, Screen.Decide(findings));
    }

    private static RuleFinding A(Level level, Finding finding) =>
        new("X", 1, level, finding, level, "", "", Override.Nobody, [], []);
}
