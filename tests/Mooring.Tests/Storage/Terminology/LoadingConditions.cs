using Mooring.Clinical.Facts;
using Mooring.Clinical.Recognition;
using Mooring.Storage.Terminology;

namespace Mooring.Tests.Storage.Terminology;

/// <summary>ICD-10-CM says which codes there are and what they are called; SNOMED CT what lies below what, and where its map puts it.</summary>
public sealed class LoadingConditions : IDisposable
{
    private readonly InventedReleases releases = new();

    [Fact]
    public async Task A_code_is_named_and_what_its_name_names_counts_where_no_prefix_says_it()
    {
        Assert.Empty(Coded("B99.72").Sets);

        await releases.Load(TermKind.Icd10cm, releases.Icd());

        Assert.Contains(Coded("B99.72").Sets, found => found is { Set: "aneurysm-or-avm", Doubt: null });
        Assert.Contains(Coded("b9972").Sets, found => found.Set == "aneurysm-or-avm");
        Assert.Empty(Coded("B99.71").Sets);
        Assert.Empty(Coded("B99.73").Sets);
        Assert.Equal("Blorbosis of left toe", releases.Shelf.Now().Terms.OfIcd("B99.71")!.Name);
    }

    [Theory]
    [InlineData("B99.71", true)]
    [InlineData("B99.7", true)]
    [InlineData("B99.79", false)]
    [InlineData("F31.99", true)]
    [InlineData("A01.99", true)]
    public async Task A_code_that_its_category_does_not_have_is_no_code_unless_a_set_holds_it(string code, bool isRecognized)
    {
        await releases.Load(TermKind.Icd10cm, releases.Icd());

        Assert.Equal(isRecognized, Coded(code).IsRecognized);
    }

    [Fact]
    public async Task A_code_that_is_none_leaves_open_what_the_code_above_it_is_about()
    {
        await releases.Load(TermKind.Icd10cm, releases.Icd([.. InventedReleases.Codes, InventedReleases.Code(10, "B998", 0, "Liver blorb"), InventedReleases.Code(11, "B9981", 1, "Liver blorb, acute")]));

        var read = Coded("B99.89");
        Assert.False(read.IsRecognized);
        Assert.Contains(ConditionClass.Liver, read.Classes!);
        Assert.DoesNotContain(ConditionClass.BrainVessels, read.Classes!);
    }

    [Fact]
    public async Task A_text_that_is_exactly_the_name_of_a_code_is_that_code()
    {
        Assert.False(Said("Blorbosis of left toe").IsRecognized);

        await releases.Load(TermKind.Icd10cm, releases.Icd());

        Assert.True(Said("blorbosis of LEFT toe").IsRecognized);
        Assert.False(Said("blorbosis of toe and mood").IsRecognized);
    }

    [Theory]
    [InlineData("990000101")]
    [InlineData("990000102")]
    public async Task What_lies_below_a_concept_of_a_set_belongs_to_the_set(string concept)
    {
        Assert.False(Concept(concept).IsRecognized);

        await releases.Load(TermKind.Snomed, releases.Snomed());

        Assert.True(Concept(concept).IsRecognized);
        Assert.Contains(Concept(concept).Sets, found => found is { Set: "intracerebral-hemorrhage", Doubt: null });
    }

    [Fact]
    public async Task Else_the_map_places_it_and_where_it_gives_alternatives_they_stay_open()
    {
        await releases.Load(TermKind.Snomed, releases.Snomed());

        Assert.Contains(Concept("990000103").Sets, found => found is { Set: "bipolar-disorder", Status: null, Doubt: null });
        Assert.Contains(Concept("990000110").Sets, found => found is { Set: "bipolar-disorder", Status: SaidStatus.Remission });
        Assert.Contains(Concept("990000105").Sets, found => found is { Set: "bipolar-disorder", Doubt: not null });
        Assert.True(Concept("990000104").IsRecognized);
        Assert.DoesNotContain(Concept("990000104").Sets, found => found.Set is "intracerebral-hemorrhage" or "bipolar-disorder");
    }

    [Fact]
    public async Task What_is_neither_below_a_set_nor_mapped_is_known_only_by_its_name()
    {
        await releases.Load(TermKind.Snomed, releases.Snomed());

        Assert.False(Concept("990000106").IsRecognized);
        Assert.True(Concept("990000107").IsRecognized);
        Assert.False(Concept("990000109").IsRecognized);
        Assert.False(Concept("990000199").IsRecognized);
        Assert.Equal("Unplaced zorvism", releases.Shelf.Now().Terms.SnomedName("990000106"));
    }

    [Fact]
    public async Task A_text_that_is_exactly_a_name_of_a_concept_is_placed_like_it()
    {
        await releases.Load(TermKind.Snomed, releases.Snomed());

        Assert.Contains(Said("Zorvian blues").Sets, found => found is { Set: "bipolar-disorder", Doubt: null });
        Assert.All(["Unplaced zorvism", "No longer said", "Zorvian gutting"], text => Assert.False(Said(text).IsRecognized));
    }

    [Fact]
    public async Task Both_say_what_was_taken_and_what_was_not()
    {
        var icd = (await releases.Load(TermKind.Icd10cm, releases.Icd([.. InventedReleases.Codes, InventedReleases.Codes[2], ""]))).InForce!;
        var snomed = (await releases.Load(TermKind.Snomed, releases.Snomed())).InForce!;

        Assert.Equal(("2031", 9, 4), (icd.Release, icd.Counts["concepts"], icd.Counts["headers"]));
        Assert.Equal((1, 1), (icd.Skipped["code given before"], icd.Skipped["empty line"]));
        Assert.Equal(("20310901", 11, 4, 5), (snomed.Release, snomed.Counts["concepts"], snomed.Counts["relations"], snomed.Counts["maps"]));
        Assert.Equal((1, 1, 1, 1), (snomed.Skipped["concept not in force"], snomed.Skipped["relation other than is-a"], snomed.Skipped["map to something else than ICD-10-CM"], snomed.Skipped["map that gives no code"]));
        Assert.Equal(["icd10cm-1", "snomed-1"], releases.Shelf.Now().Releases.Select(release => release.Id));
    }

    public void Dispose() => releases.Dispose();

    private RecognizedCondition Coded(string icd) => releases.Words.Of(new Condition($"ICD-10-CM {icd}", icd, null, ConditionStatus.Active));

    private RecognizedCondition Concept(string snomed) => releases.Words.Of(new Condition($"SNOMED CT {snomed}", null, snomed, ConditionStatus.Active));

    private RecognizedCondition Said(string text) => releases.Words.Of(new Condition(text, null, null, ConditionStatus.Active));
}
