using Mooring.Clinical;
using Mooring.Clinical.Rules;
using Mooring.Clinical.Screening;

namespace Mooring.Tests.Clinical.Screening;

public class NamingMissingFacts
{
    private static readonly FactUsed Pressure = new("Systolic blood pressure", null) { Place = new(FactKind.Measurement, "systolic") };

    [Fact]
    public void Each_is_named_once_however_many_rules_ask_for_it()
    {
        var missing = MissingFacts.Of([Open("CI-ONE", Pressure), Open("CI-TWO", Pressure)]);

        var only = Assert.Single(missing);
        Assert.Equal("systolic", only.Fact.Place!.Id);
        Assert.Equal(["CI-ONE", "CI-TWO"], only.For.Select(finding => finding.Rule));
    }

    [Fact]
    public void A_list_that_nobody_went_through_is_one_and_each_of_its_entries_another()
    {
        var list = new FactPlace(FactKind.Conditions);

        var missing = MissingFacts.Of(
        [
            Open("CI-ANEUR", new FactUsed("Aneurysm", null) { Place = list }),
            Open("CI-ICP", new FactUsed("Raised pressure", null) { Place = list }),
            Open("CI-MANIA", FactUsed.NotRecognized("Blorb", ["Blorb"], []) with { Place = list }),
        ]);

        Assert.Equal([true, false], missing.Select(each => MissingFacts.IsWholeList(each.Fact)));
    }

    [Fact]
    public void What_no_rule_requires_is_not_among_them() =>
        Assert.Empty(MissingFacts.Of([Open("CX-INFO", Pressure) with { UnknownMeans = Level.Caution }]));

    [Fact]
    public void What_is_known_beside_it_is_not_called_missing()
    {
        var finding = Open("CI-ONE", new FactUsed("Protocol", "KAP-IM"), new FactUsed("Sex", "female") { Place = new(FactKind.Person) }, Pressure);

        Assert.Equal(Pressure, Assert.Single(MissingFacts.Of(finding)));
    }

    [Fact]
    public void A_value_that_could_not_be_understood_is_entered_again()
    {
        var doubtful = new FactUsed("Weight", "preliminary") { Place = new(FactKind.Measurement, "weight") };

        Assert.Equal(doubtful, Assert.Single(MissingFacts.Of(Open("CI-ONE", doubtful))));
    }

    [Fact]
    public void Of_several_protocols_only_those_that_every_one_needs_are_named()
    {
        var weight = new FactUsed("Weight", null) { Place = new(FactKind.Measurement, "weight") };

        var missing = MissingFacts.OfAll([[Open("CI-ONE", Pressure), Open("CI-TWO", weight)], [Open("CI-ONE", Pressure)]]);

        Assert.Equal(Pressure, Assert.Single(missing).Fact);
        Assert.Empty(MissingFacts.OfAll([]));
    }

    [Fact]
    public void Every_fact_that_a_rule_of_the_content_misses_says_where_it_is_entered()
    {
        var content = ScreeningContent.Library;
        var findings = content.Scopes.Values.SelectMany(scope => Screen.Evaluate(new(), scope, content.ScreeningRules, content.Words, RuleCase.On));

        var nowhere = findings.SelectMany(MissingFacts.Of).Where(fact => fact.Place is null).Select(fact => fact.What).Distinct();

        Assert.Empty(nowhere);
    }

    private static RuleFinding Open(string rule, params FactUsed[] facts) =>
        new(rule, 1, Level.Hold, Finding.Unknown, Level.Hold, "Says.", "Consider.", Override.Prescriber, facts, []);
}
