using Mooring.Clinical;
using Mooring.Clinical.Patients;
using Mooring.Clinical.Rules;
using Mooring.Clinical.Screening;
using Mooring.Kinetics.Quantities;

namespace Mooring.Tests.Clinical.Recognition;

/// <summary>A chart in which everything was looked at and nothing is amiss, and what once was added to it without being seen.</summary>
public class ChartsThatWereCalledClear
{
    private static readonly Dictionary<string, double> Normal = new(StringComparer.Ordinal)
    {
        ["systolic"] = 118,
        ["diastolic"] = 74,
        ["spo2"] = 98,
        ["bmi"] = 24,
        ["weight"] = 70,
        ["egfr"] = 95,
        ["tsh"] = 1.5,
        ["qtc"] = 410,
        ["moca"] = 29,
        ["hours-since-alcohol"] = 200,
        ["alt"] = 20,
        ["ast"] = 20,
        ["creatinine"] = 0.8,
        ["eye-pressure"] = 14,
        ["bprs-plus-highest"] = 1,
    };

    private static readonly HashSet<string> Yes = new(StringComparer.Ordinal) { "can-consent", "has-escort" };

    [Fact]
    public void Are_clear_while_nothing_is_amiss() => AssertClear(Screened([], []));

    [Theory]
    [InlineData("", "I69.10", "CI-ICH", ScreeningDecision.Blocked)]
    [InlineData("Sequela of intracerebral hemorrhage", "", "CI-ICH", ScreeningDecision.Blocked)]
    [InlineData("", "Q28.3", "CI-ANEUR", ScreeningDecision.Blocked)]
    [InlineData("Brain aneurysms", "", "CI-ANEUR", ScreeningDecision.Blocked)]
    [InlineData("", "O99.342", "CI-PREG", ScreeningDecision.Blocked)]
    [InlineData("", "I25.110", "CI-CARD-UNST", ScreeningDecision.Hold)]
    public void Meet_their_rule_with_one_condition_added(string name, string code, string rule, ScreeningDecision decision)
    {
        var findings = Screened([new(name, code.Length == 0 ? null : code, null, ConditionStatus.Active)], []);

        Assert.Contains(findings, finding => finding.Rule == rule && finding.Finding == Finding.Met);
        Assert.Equal(decision, Screen.Decide(findings));
    }

    [Fact]
    public void Know_bipolar_disorder_for_what_it_is() => Assert.Contains(
        ScreeningContent.Library.Words.Recognizer.Of(new Condition("", "F31.9", null, ConditionStatus.Active)).Sets, found => found.Set == "bipolar-disorder");

    [Fact]
    public void Meet_four_rules_with_four_brands_added()
    {
        var findings = Screened([], ["Nardil", "Xanax", "Adderall", "Suboxone"]);

        foreach (var rule in new[] { "IX-MAOI", "IX-BZD", "IX-STIM", "IX-OPI" })
            Assert.Contains(findings, finding => finding.Rule == rule && finding.Finding == Finding.Met);
        Assert.NotEqual(ScreeningDecision.Clear, Screen.Decide(findings));
    }

    [Fact]
    public void Are_never_clear_with_a_medicine_that_nobody_knows()
    {
        var findings = Screened([], ["Blorbamil 20 mg"]);

        Assert.NotEqual(ScreeningDecision.Clear, Screen.Decide(findings));
        Assert.Contains(findings, finding => finding is { Rule: "IX-MAOI", Finding: Finding.Unknown } && finding.FactsUsed.Any(FactUsed.IsNotRecognized));
    }

    [Fact]
    public void Stay_clear_with_a_sinusitis_and_a_vitamin() => AssertClear(Screened([new("Sinusitis", null, null, ConditionStatus.Active)], ["Vitamin D3 2000 IU"]));

    private static void AssertClear(IReadOnlyList<RuleFinding> findings)
    {
        Assert.Empty(findings.Where(finding => finding.Finding == Finding.Unknown && finding.UnknownMeans >= Level.Caution)
            .Select(finding => $"{finding.Rule}: {string.Join("; ", finding.FactsUsed.Where(fact => fact.Value is null || FactUsed.IsNotRecognized(fact)).Select(fact => $"{fact.What} {fact.Value}"))}"));
        Assert.Equal(ScreeningDecision.Clear, Screen.Decide(findings));
    }

    private static IReadOnlyList<RuleFinding> Screened(IReadOnlyList<Condition> conditions, IReadOnlyList<string> medicines)
    {
        var library = ScreeningContent.Library;
        var facts = new GivenFacts
        {
            Age = new Quantity(40, "a"),
            Sex = Sex.Female,
            Conditions = [],
            Medicines = [.. medicines.Select(name => new GivenMedicine { Name = name, ChangedAgo = TimeSpan.FromDays(200) })],
            Allergies = [],
            Measured = library.Words.Measures.Values.Where(measure => measure.From != MeasureFrom.Age)
                .ToDictionary(measure => measure.Id, measure => new Quantity(Normal.GetValueOrDefault(measure.Id), measure.Unit), StringComparer.Ordinal),
            Bands = library.Instruments.Values.Where(instrument => instrument.Value.Id == "c-ssrs-screener").ToDictionary(instrument => instrument.Value.Id, _ => "none", StringComparer.Ordinal),
            Answers = library.Words.Questions.Keys.ToDictionary(id => id, Yes.Contains, StringComparer.Ordinal),
            TreatmentResistant = Finding.Met,
        }.ToFacts(library.Words) with
        { Conditions = FactList<Condition>.Reviewed(conditions) };
        return Screen.Evaluate(facts, library.Scopes["TRD-ESK-IN"], library.ScreeningRules, library.Words, RuleCase.On);
    }
}
