using Mooring.Clinical;
using Mooring.Clinical.Facts;
using Mooring.Clinical.Rules;
using Mooring.Clinical.Screening;
using Mooring.Kinetics.Quantities;

namespace Mooring.Tests.Clinical.Screening;

/// <summary>Values as records write them, beside the limits of the real rules.</summary>
public class JudgingValues
{
    private static readonly PatientFacts Healthy = new() { Conditions = FactList<Condition>.Reviewed(), Medicines = FactList<Medicine>.Reviewed() };

    [Theory]
    [InlineData(0.05, "mIU/L", Finding.Met)]
    [InlineData(0.05, "uIU/mL", Finding.Met)]
    [InlineData(1.5, "mU/L", Finding.NotMet)]
    [InlineData(1.5, "pmol/L", Finding.Unknown)]
    [InlineData(0.05, "", Finding.Unknown)]
    public void A_thyrotropin_is_judged_in_any_spelling_of_its_unit_and_unknown_in_another(double value, string unit, Finding expected) =>
        Assert.Equal(expected, Thyroid(new Observation("3016-3", new Quantity(value, unit), RuleCase.On)));

    [Theory]
    [InlineData(0.1, Bound.Below, Finding.Met)]
    [InlineData(0.1, Bound.AtMost, Finding.Unknown)]
    [InlineData(0.3, Bound.Below, Finding.Unknown)]
    [InlineData(0.4, Bound.Above, Finding.NotMet)]
    [InlineData(0.1, Bound.AtLeast, Finding.NotMet)]
    [InlineData(0.05, Bound.Above, Finding.Unknown)]
    public void A_value_with_a_comparator_is_the_span_it_says(double value, Bound bound, Finding expected) =>
        Assert.Equal(expected, Thyroid(new Observation("3016-3", new Quantity(value, "m[IU]/L"), RuleCase.On) { Bound = bound }));

    [Theory]
    [InlineData(180, Bound.Above, Finding.Met)]
    [InlineData(180, Bound.AtLeast, Finding.Unknown)]
    [InlineData(180, Bound.AtMost, Finding.NotMet)]
    [InlineData(200, Bound.Below, Finding.Unknown)]
    public void A_weight_with_a_comparator_too(double value, Bound bound, Finding expected) =>
        Assert.Equal(expected, Of("CI-BMI", Healthy with
        {
            Observations = [new("39156-5", new(31, "kg/m2"), RuleCase.On), new("29463-7", new(value, "kg"), RuleCase.On) { Bound = bound }],
        }));

    [Fact]
    public void A_value_in_doubt_is_unknown_also_where_only_evidence_counts() =>
        Assert.Equal(Finding.Unknown, Thyroid(new Observation("3016-3", new Quantity(1.5, "m[IU]/L"), RuleCase.On) { Doubt = "preliminary" }));

    [Fact]
    public void Two_values_of_one_moment_must_agree() =>
        Assert.Equal(Finding.Unknown, Thyroid(
            new Observation("3016-3", new Quantity(1.5, "m[IU]/L"), RuleCase.On), new Observation("3016-3", new Quantity(0.05, "m[IU]/L"), RuleCase.On)));

    [Theory]
    [InlineData("2007-03-02", null, Finding.NotMet)]
    [InlineData("2008-03-01", "2008-03-31", Finding.Unknown)]
    [InlineData("2008-01-01", "2008-12-31", Finding.Unknown)]
    [InlineData("2009-01-01", "2009-12-31", Finding.Met)]
    [InlineData("2007-01-01", "2007-12-31", Finding.NotMet)]
    public void An_age_is_as_sure_as_the_birth_date(string from, string? until, Finding expected) =>
        Assert.Equal(expected, Of("CI-AGE-MIN", Healthy with { BornOn = Day(from), BornUntil = until is null ? null : Day(until) }));

    [Theory]
    [InlineData("2019-01-01", "2019-12-31", Finding.NotMet)]
    [InlineData("2026-02-01", "2026-02-28", Finding.Met)]
    [InlineData("2026-01-01", "2026-01-31", Finding.Unknown)]
    [InlineData("2026-01-01", "2026-12-31", Finding.Unknown)]
    public void A_beginning_known_by_year_or_month_is_all_its_days(string from, string until, Finding expected) =>
        Assert.Equal(expected, Of("CI-MI-6W", Healthy with
        {
            Conditions = FactList<Condition>.Reviewed(new Condition("Myocardial infarction", "I21.9", null, ConditionStatus.Active, Day(from)) { OnsetUntil = Day(until) }),
        }));

    [Fact]
    public void Every_code_and_name_of_an_entry_counts()
    {
        var migraine = new Condition("Recurrent headache", "G43.909", null, ConditionStatus.Active) { OtherIcd10 = ["I67.1"] };
        var brand = new Medicine("Tablet 15 mg", null, true) { OtherNames = ["phenelzine 15 MG Oral Tablet"] };

        Assert.Equal(Finding.Met, Of("CI-ANEUR", Healthy with { Conditions = FactList<Condition>.Reviewed(migraine) }));
        Assert.Equal(Finding.Met, Of("IX-MAOI", Healthy with { Medicines = FactList<Medicine>.Reviewed(brand) }));
    }

    private static Finding Thyroid(params IReadOnlyList<Observation> seen) =>
        Of("CI-THY", Healthy with { Observations = seen, Answers = new Dictionary<string, bool> { ["hyperthyroid-untreated"] = false } });

    private static Finding Of(string rule, PatientFacts facts)
    {
        var library = ScreeningContent.Library;
        return Screen.Evaluate(facts with { Sex = Sex.Female }, library.Scopes["TRD-IV-STD"], [library.Rules[rule].Value], library.Words, RuleCase.On)
            .Select(finding => finding.Finding).Max();
    }

    private static DateOnly Day(string text) => DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
