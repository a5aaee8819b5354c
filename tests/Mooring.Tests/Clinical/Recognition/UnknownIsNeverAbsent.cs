using Mooring.Clinical;
using Mooring.Clinical.Facts;
using Mooring.Clinical.Rules;

namespace Mooring.Tests.Clinical.Recognition;

/// <summary>What stands in a chart either meets its rule or leaves it unknown; "not met" is only what is known.</summary>
public class UnknownIsNeverAbsent
{
    private static readonly Vocabulary Words = new(
        ValueSet.All(SmallLexicon.Lexicon).ToDictionary(set => set.Id, StringComparer.Ordinal), new Dictionary<string, Measure>(), new Dictionary<string, Question>())
    {
        Recognizer = SmallLexicon.Recognizer,
    };

    [Theory]
    [InlineData("Nardil", Finding.Met)]
    [InlineData("Zoloft", Finding.NotMet)]
    [InlineData("Blorbamil", Finding.Unknown)]
    [InlineData("Zoloft / Blorbamil", Finding.Unknown)]
    [InlineData("Nardil / Blorbamil", Finding.Met)]
    public void A_medicine_that_nobody_knows_may_be_any(string medicine, Finding expected) =>
        Assert.Equal(expected, Judge(new MedicineIn { In = "mao-inhibitors" }, medicines: [new(medicine, null, IsTaken: true)]).Finding);

    [Fact]
    public void A_medicine_that_nobody_knows_is_named()
    {
        var judged = Judge(new MedicineIn { In = "opioids" }, medicines: [new("Zoloft", null, IsTaken: true), new("Blorbamil 5 mg", null, IsTaken: true)]);

        Assert.Equal(new FactUsed("Blorbamil 5 mg", "not recognized: Blorbamil"), Assert.Single(judged.Facts));
        Assert.True(FactUsed.IsNotRecognized(judged.Facts[0]));
    }

    [Fact]
    public void A_medicine_that_is_no_longer_taken_leaves_nothing_open() =>
        Assert.Equal(Finding.NotMet, Judge(new MedicineIn { In = "opioids" }, medicines: [new("Blorbamil", null, IsTaken: false)]).Finding);

    [Theory]
    [InlineData("Nardil", 13, Finding.Met)]
    [InlineData("Nardil", 14, Finding.Met)]
    [InlineData("Nardil", 15, Finding.NotMet)]
    [InlineData("Nardil", null, Finding.Unknown)]
    [InlineData("Zoloft", 3, Finding.NotMet)]
    [InlineData("Blorbamil", 3, Finding.Unknown)]
    [InlineData("Blorbamil", 30, Finding.NotMet)]
    public void What_was_stopped_counts_for_as_long_as_the_rule_says(string medicine, int? daysAgo, Finding expected)
    {
        var stopped = daysAgo is { } days ? DateOnly.FromDateTime(RuleCase.On.UtcDateTime).AddDays(-days) : (DateOnly?)null;

        Assert.Equal(expected, Judge(new MedicineIn { In = "mao-inhibitors", StoppedWithin = TimeSpan.FromDays(14) }, medicines: [new(medicine, null, IsTaken: false, null, stopped)]).Finding);
    }

    [Theory]
    [InlineData("sinusitis", Finding.NotMet)]
    [InlineData("brain bleed", Finding.Met)]
    [InlineData("no brain bleed", Finding.Unknown)]
    [InlineData("blorbosis", Finding.Unknown)]
    [InlineData("hepatic blorbosis", Finding.NotMet)]
    [InlineData("Family history of brain bleed", Finding.NotMet)]
    [InlineData("Family history of blorbosis", Finding.NotMet)]
    public void A_condition_leaves_open_only_what_it_may_be(string condition, Finding expected) =>
        Assert.Equal(expected, Judge(new ConditionIn { In = "intracerebral-hemorrhage" }, [new(condition, null, null, ConditionStatus.Active)]).Finding);

    [Theory]
    [InlineData("hepatic blorbosis", ConditionStatus.Active, Finding.Unknown)]
    [InlineData("hepatic blorbosis", ConditionStatus.Family, Finding.NotMet)]
    [InlineData("hepatic blorbosis", ConditionStatus.Resolved, Finding.NotMet)]
    [InlineData("History of hepatic blorbosis", ConditionStatus.Active, Finding.Unknown)]
    [InlineData("Family history of hepatic blorbosis", ConditionStatus.Active, Finding.NotMet)]
    public void A_condition_that_nobody_knows_leaves_open_only_its_own_time(string condition, ConditionStatus status, Finding expected) =>
        Assert.Equal(expected, Judge(new ConditionIn { In = "cirrhosis", During = During.Now }, [new(condition, null, null, status)]).Finding);

    [Theory]
    [InlineData("ketamina", Finding.Met)]
    [InlineData("peanuts", Finding.NotMet)]
    [InlineData("Zoloft", Finding.NotMet)]
    [InlineData("blorb", Finding.Unknown)]
    public void An_allergy_that_nobody_knows_may_be_to_anything(string allergy, Finding expected) =>
        Assert.Equal(expected, Judge(new AllergyTo { In = "ketamine-or-excipient" }, allergies: [new(allergy, null)]).Finding);

    private static Judged Judge(Criterion criterion, IReadOnlyList<Condition>? conditions = null, IReadOnlyList<Medicine>? medicines = null, IReadOnlyList<Allergy>? allergies = null) =>
        criterion.Judge(new(new()
        {
            Conditions = FactList<Condition>.Reviewed(conditions ?? []),
            Medicines = FactList<Medicine>.Reviewed(medicines ?? []),
            Allergies = FactList<Allergy>.Reviewed(allergies ?? []),
        }, new() { Id = "case", Drug = Drug.Racemic, Routes = [default(DoseRoute)] }, Words, RuleCase.On));
}
