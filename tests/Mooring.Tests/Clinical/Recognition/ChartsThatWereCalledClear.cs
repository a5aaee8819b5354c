using Mooring.Clinical;
using Mooring.Clinical.Facts;
using Mooring.Clinical.Rules;
using Mooring.Clinical.Screening;

namespace Mooring.Tests.Clinical.Recognition;

/// <summary>A chart in which everything was looked at and nothing is amiss, and what once was added to it without being seen.</summary>
public class ChartsThatWereCalledClear
{
    [Fact]
    public void Are_clear_while_nothing_is_amiss() => AssertClear(WholeChart.Screened([], []));

    [Theory]
    [InlineData("", "I69.10", "CI-ICH", ScreeningDecision.Blocked)]
    [InlineData("Sequela of intracerebral hemorrhage", "", "CI-ICH", ScreeningDecision.Blocked)]
    [InlineData("", "Q28.3", "CI-ANEUR", ScreeningDecision.Blocked)]
    [InlineData("Brain aneurysms", "", "CI-ANEUR", ScreeningDecision.Blocked)]
    [InlineData("", "O99.342", "CI-PREG", ScreeningDecision.Blocked)]
    [InlineData("", "I25.110", "CI-CARD-UNST", ScreeningDecision.Hold)]
    public void Meet_their_rule_with_one_condition_added(string name, string code, string rule, ScreeningDecision decision)
    {
        var findings = WholeChart.Screened([new(name, code.Length == 0 ? null : code, null, ConditionStatus.Active)], []);

        Assert.Contains(findings, finding => finding.Rule == rule && finding.Finding == Finding.Met);
        Assert.Equal(decision, Screen.Decide(findings));
    }

    [Fact]
    public void Know_bipolar_disorder_for_what_it_is() => Assert.Contains(
        ScreeningContent.Library.Words.Recognizer.Of(new Condition("", "F31.9", null, ConditionStatus.Active)).Sets, found => found.Set == "bipolar-disorder");

    [Fact]
    public void Meet_four_rules_with_four_brands_added()
    {
        var findings = WholeChart.Screened([], ["Nardil", "Xanax", "Adderall", "Suboxone"]);

        foreach (var rule in new[] { "IX-MAOI", "IX-BZD", "IX-STIM", "IX-OPI" })
            Assert.Contains(findings, finding => finding.Rule == rule && finding.Finding == Finding.Met);
        Assert.NotEqual(ScreeningDecision.Clear, Screen.Decide(findings));
    }

    [Fact]
    public void Are_never_clear_with_a_medicine_that_nobody_knows()
    {
        var findings = WholeChart.Screened([], ["Blorbamil 20 mg"]);

        Assert.NotEqual(ScreeningDecision.Clear, Screen.Decide(findings));
        Assert.Contains(findings, finding => finding is { Rule: "IX-MAOI", Finding: Finding.Unknown } && finding.FactsUsed.Any(FactUsed.IsNotRecognized));
    }

    [Fact]
    public void Stay_clear_with_a_sinusitis_and_a_vitamin() => AssertClear(WholeChart.Screened([new("Sinusitis", null, null, ConditionStatus.Active)], ["Vitamin D3 2000 IU"]));

    private static void AssertClear(IReadOnlyList<RuleFinding> findings)
    {
        Assert.Empty(findings.Where(finding => finding.Finding == Finding.Unknown && finding.UnknownMeans >= Level.Caution)
            .Select(finding => $"{finding.Rule}: {string.Join("; ", finding.FactsUsed.Where(fact => fact.Value is null || FactUsed.IsNotRecognized(fact)).Select(fact => $"{fact.What} {fact.Value}"))}"));
        Assert.Equal(ScreeningDecision.Clear, Screen.Decide(findings));
    }
}
