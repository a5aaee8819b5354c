using Mooring.Clinical.Facts;
using Mooring.Clinical.Recognition;
using Mooring.Content.Library;

namespace Mooring.Tests.Clinical.Recognition;

/// <summary>Whatever the intake form can write is what it says, in both languages, and hits the rule it is meant for.</summary>
public class EveryOptionOfTheForm
{
    private static readonly ClinicalLibrary Library = ScreeningContent.Library;
    private static readonly Recognizer Recognizer = Library.Words.Recognizer;

    public static TheoryData<string> Conditions => [.. Library.History!.Value.Groups.SelectMany(group => group.Conditions).Select(condition => condition.Name)];

    public static TheoryData<string> Medicines => [.. Library.History!.Value.Medicines.Keys];

    [Theory]
    [MemberData(nameof(Conditions))]
    public void Means_what_it_is_meant_for(string name)
    {
        var option = Option(name);
        var read = Recognizer.Of(new Condition(name, option.Icd10, null, ConditionStatus.Active));

        Assert.Equal(option.Means.Order(), read.Sets.Where(found => found.Doubt is null && option.Means.Contains(found.Set)).Select(found => found.Set).Distinct().Order());
        Assert.All(option.LeavesOpen, set => Assert.True(
            read.Sets.Any(found => found.Set == set && found.Doubt is not null) || read.MayBeOf(Library.Words.Sets[set].Class!.Value), $"{name} does not leave {set} open"));
        Assert.True(read.IsRecognized || option.LeavesOpen.Count > 0, $"{name} is not recognized");
    }

    // What a patient reads must not name more than what is then written: "a stroke" is bleeding or infarct.
    [Theory]
    [MemberData(nameof(Conditions))]
    public void Says_in_both_languages_no_more_than_it_writes(string name)
    {
        var option = Option(name);
        var written = Recognizer.Of(new Condition(name, option.Icd10, null, ConditionStatus.Active)).Sets.Select(found => found.Set).Concat(option.LeavesOpen).ToHashSet();

        foreach (var words in new[] { option.Plain.En, option.Plain.Es! })
            Assert.Empty(Recognizer.Of(new Condition(words, null, null, ConditionStatus.Active)).Sets.Select(found => found.Set).Except(written));
    }

    [Theory]
    [MemberData(nameof(Medicines))]
    public void Offers_only_medicines_that_are_known_under_the_same_code(string name)
    {
        var byName = Recognizer.Of(new Medicine(name, null, IsTaken: true));
        var byCode = Recognizer.Of(new Medicine("", Library.History!.Value.Medicines[name], IsTaken: true));

        Assert.True(byName.IsRecognized);
        Assert.Equal(byName.Ingredients, byCode.Ingredients);
    }

    [Fact]
    public void Asks_of_bleeding_and_infarct_apart()
    {
        Assert.Contains("intracerebral-hemorrhage", Option("Intracerebral hemorrhage").Means);
        Assert.DoesNotContain("intracerebral-hemorrhage", Option("Cerebral infarction").Means);
        Assert.Contains("derrame", Option("Intracerebral hemorrhage").Plain.Es!, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("derrame", Option("Cerebral infarction").Plain.Es!, StringComparison.OrdinalIgnoreCase);
    }

    private static PlainCondition Option(string name) => Library.History!.Value.Groups.SelectMany(group => group.Conditions).First(condition => condition.Name == name);
}
