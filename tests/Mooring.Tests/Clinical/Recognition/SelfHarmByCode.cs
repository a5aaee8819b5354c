using Mooring.Clinical;
using Mooring.Clinical.Facts;
using Mooring.Clinical.Recognition;
using Mooring.Clinical.Rules;
using Mooring.Clinical.Screening;

namespace Mooring.Tests.Clinical.Recognition;

/// <summary>ICD-10-CM says by a character in the middle of a code whether harm was meant.</summary>
public class SelfHarmByCode
{
    [Theory]
    [InlineData("T42.4X2A", true)]
    [InlineData("T424X2A", true)]
    [InlineData("t42.4x2d", true)]
    [InlineData("T39.1X2A", true)]
    [InlineData("T39.012A", true)]
    [InlineData("T36.92XA", true)]
    [InlineData("T43.212A", true)]
    [InlineData("T50.912D", true)]
    [InlineData("T51.0X2A", true)]
    [InlineData("T58.02XA", true)]
    [InlineData("T65.92XA", true)]
    [InlineData("T71.162A", true)]
    [InlineData("X78.9XXA", true)]
    [InlineData("X64", true)]
    [InlineData("T14.91XA", true)]
    [InlineData("T39.1X1A", false)]
    [InlineData("T39.1X3A", false)]
    [InlineData("T39.1X4A", false)]
    [InlineData("T39.1X5A", false)]
    [InlineData("T39.1X6A", false)]
    [InlineData("T36.91XA", false)]
    [InlineData("T58.01XA", false)]
    [InlineData("T65.821A", false)]
    [InlineData("T71.161A", false)]
    [InlineData("T33.012A", false)]
    [InlineData("T22.212A", false)]
    [InlineData("T78.2XXA", false)]
    [InlineData("X58.XXXA", false)]
    public void Is_told_from_accidents_and_effects(string code, bool isMeant)
    {
        var library = ScreeningContent.Library;
        var set = library.Words.Recognizer.Lexicon.ConditionSets.Single(set => set.Id == "suicide-attempt-history");

        Assert.Equal(isMeant, set.Holds(code));
    }

    [Theory]
    [InlineData("T42.4X2A", null, Finding.Met, Finding.NotMet)]
    [InlineData("T42.4X2D", null, Finding.Met, Finding.NotMet)]
    [InlineData("R45.851", null, Finding.Met, Finding.NotMet)]
    [InlineData("T42.4X2S", null, Finding.NotMet, Finding.Met)]
    [InlineData("X78.9XXS", null, Finding.NotMet, Finding.Met)]
    [InlineData("Z91.51", null, Finding.NotMet, Finding.Met)]
    [InlineData("Z91.52", null, Finding.NotMet, Finding.Met)]
    [InlineData("R45.88", null, Finding.NotMet, Finding.Met)]
    [InlineData("T42.4X1A", null, Finding.NotMet, Finding.NotMet)]
    [InlineData("T42.4X1A", "Accidental overdose of benzodiazepine", Finding.NotMet, Finding.NotMet)]
    [InlineData("T42.4X4A", null, Finding.Unknown, Finding.NotMet)]
    [InlineData("T42.4X2A", "Poisoning by benzodiazepines, intentional self-harm, initial encounter", Finding.Met, Finding.NotMet)]
    [InlineData("Y28.0XXA", null, Finding.Unknown, Finding.NotMet)]
    [InlineData(null, "Overdose", Finding.Unknown, Finding.NotMet)]
    [InlineData(null, "Suicidal ideation", Finding.Met, Finding.NotMet)]
    [InlineData(null, "History of suicide attempt", Finding.NotMet, Finding.Met)]
    [InlineData("F33.2", null, Finding.NotMet, Finding.NotMet)]
    public void Meets_its_rule_or_leaves_it_open(string? code, string? name, Finding now, Finding past)
    {
        var found = WholeChart.Screened([new Condition(name ?? "", code, null, ConditionStatus.Active)], [], "TRD-IV-STD");

        Assert.Equal(now, found.Where(each => each.Rule == "CI-SI-CHART").Max(each => each.Finding));
        Assert.Equal(past, found.Where(each => each.Rule == "CI-SI-HX").Max(each => each.Finding));
    }

    // The placeholder itself, apart from what the library lists.
    [Theory]
    [InlineData("T42.4X2A", "T42.??2", true)]
    [InlineData("T42.4X1A", "T42.??2", false)]
    [InlineData("T42.4", "T42.??2", false)]
    [InlineData("I67.1", "I67", true)]
    [InlineData("I671", "I67.1", true)]
    [InlineData("I67", "I67.1", false)]
    public void A_question_mark_is_any_one_character(string code, string prefix, bool isBelow) => Assert.Equal(isBelow, IcdCode.IsBelow(code, prefix));

    [Fact]
    public void Of_a_day_that_is_not_known_is_not_taken_for_long_ago()
    {
        var facts = new GivenFacts { Conditions = [] }.ToFacts(ScreeningContent.Library.Words) with
        {
            Conditions = FactList<Condition>.Reviewed(new Condition("Suicide attempt", "T14.91XA", null, ConditionStatus.Resolved, new(2025, 1, 1)) { OnsetUntil = new(2025, 12, 31) }),
        };

        var found = Screen.Evaluate(facts, ScreeningContent.Library.Scopes["TRD-IV-STD"], [ScreeningContent.Library.Rules["CI-SI-CHART"].Value], ScreeningContent.Library.Words, RuleCase.On);

        Assert.Equal(Finding.Unknown, found.Max(each => each.Finding));
    }
}
