using Mooring.Clinical.Recognition;
using Mooring.Content.Library;

namespace Mooring.Tests.Storage.Library;

/// <summary>Names and codes that would be read as one of two things by chance, each planted in a file of its own.</summary>
public class CheckingTheVocabulary
{
    private const string Medicines = "vocabulary/medicines/planted.yaml";
    private const string Conditions = "vocabulary/conditions/planted.yaml";

    [Theory]
    [InlineData("LIB220", "{ name: blorbamil, sets: [no-such-set], checked: general-knowledge }")]
    [InlineData("LIB221", "{ name: blorbamil, sets: [], checked: general-knowledge }\n  - { name: blorbamil, sets: [], checked: general-knowledge }")]
    [InlineData("LIB222", "{ name: blorbamil, brands: [Lorazepam], sets: [], checked: general-knowledge }")]
    [InlineData("LIB222", "{ name: blorbamil, brands: [Ketamina], sets: [], checked: general-knowledge }")]
    [InlineData("LIB223", "{ name: blorbamil, brands: [Blorb, blorb], sets: [], checked: general-knowledge }")]
    [InlineData("LIB125", "{ name: blorbamil, rxnorm: 'N01AX03', sets: [], checked: general-knowledge }")]
    [InlineData("LIB225", "{ name: blorbamil, rxnorm: '6470', sets: [], checked: general-knowledge }")]
    [InlineData("LIB229", "{ name: blorbamil, sets: [], checked: seen }")]
    [InlineData("LIB229", "{ name: blorbamil, sets: [], checked: seen, seen-in: nobody-1999 }")]
    [InlineData("LIB104", "{ name: blorbamil, atc: N05, sets: [], checked: general-knowledge }")]
    [InlineData("LIB109", "{ name: blorbamil, sets: [], checked: hearsay }")]
    public void Finds_a_medicine_that_can_not_be_right(string code, string ingredient) => Found(code, Medicines, $"title: 'Planted'\ningredients:\n  - {ingredient}\n", 3);

    [Fact]
    public void Finds_a_product_made_of_nothing_known() =>
        Found("LIB224", Medicines, "title: 'Planted'\nproducts:\n  - { name: Blorbaplus, of: [blorbamil], checked: general-knowledge }\n", 3);

    [Theory]
    [InlineData("LIB120", "id: mania", "names: [blorbosis]")]
    [InlineData("LIB123", "id: blorb", "icd10cm: ['3F0']")]
    [InlineData("LIB124", "id: blorb", "snomed: ['231494010']")]
    [InlineData("LIB226", "id: blorb", "names: [sinusitis]")]
    [InlineData("LIB226", "id: blorb", "names: [Sinusitides, '---']")]
    [InlineData("LIB223", "id: blorb", "names: [blorbosis, Blorbosis]")]
    [InlineData("LIB227", "id: blorb", "not: ['heat blorbosis']")]
    [InlineData("LIB228", "id: blorb", "except: ['F10.21']")]
    [InlineData("LIB109", "id: blorb", "class: brains")]
    public void Finds_a_set_of_conditions_that_can_not_be_right(string code, string id, string member)
    {
        var about = member.StartsWith("class", StringComparison.Ordinal) ? "" : "class: other, ";

        Found(code, Conditions, $"title: 'Planted'\nsets:\n  - {{ {id}, title: 'Planted', {about}{member}, checked: general-knowledge }}\n", 3);
    }

    [Theory]
    [InlineData("rules/ix-maoi.yaml", "medicine: { in: mao-inhibitors }", "medicine: { in: mania }")]
    [InlineData("rules/ci-icp.yaml", "in: raised-intracranial-pressure", "in: lithium")]
    public void Finds_a_rule_that_asks_conditions_for_medicines(string file, string says, string instead)
    {
        using var content = PlantedContent.With(file, says, instead);

        Assert.Contains(content.Faults(), fault => fault.Code == "LIB131" && fault.File == file);
    }

    [Fact]
    public void Counts_what_is_known_and_how_it_was_checked()
    {
        var check = Mooring.Content.ContentCheck.Of(Mooring.Content.ContentFolder.Find());

        Assert.True(check.Counts["ingredients"] > 100);
        Assert.All(check.Vocabulary, group => Assert.Equal(group.Names, group.Seen + group.GeneralKnowledge));
        Assert.Equal(check.Counts["medicineNames"], check.Vocabulary.Where(group => group.Of == Mooring.Clinical.Recognition.EntryKind.Medicine).Sum(group => group.Names));
    }

    private static void Found(string code, string file, string text, int line)
    {
        using var content = PlantedContent.WithFile(file, text);

        var fault = content.Faults().First(fault => fault.Code == code && fault.File == file);
        Assert.True(fault.Line >= line, fault.ToString());
    }

    [Fact]
    public void Every_value_set_is_counted_with_what_it_knows()
    {
        var counted = ValueSetCount.In(Clinical.ScreeningContent.Library.Words.Recognizer.Lexicon);

        Assert.Equal(Clinical.ScreeningContent.Library.Words.Sets.Keys.Order(StringComparer.Ordinal), counted.Select(set => set.Id).Order(StringComparer.Ordinal));
        Assert.All(counted, set => Assert.True(set.Names > 0 && (set.Of == EntryKind.Condition || set.Medicines > 0), set.Id));
    }

    [Fact]
    public void Names_are_counted_by_language_and_by_source()
    {
        var counted = ValueSetCount.In(new()
        {
            ConditionSets = [new() { Id = "planted", Title = "Planted", Class = ConditionClass.Other, Icd10cm = ["A00"], Snomed = ["1"], Names = ["a", "b", "c"], Es = ["d"], Checked = HowChecked.Seen }],
        });

        Assert.Equal(new ValueSetCount(EntryKind.Condition, "planted", ConditionClass.Other, 0, 3, 1, 2, 4), Assert.Single(counted));
    }
}
