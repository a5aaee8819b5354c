using Mooring.Clinical.Facts;
using Mooring.Clinical.Recognition;
using Mooring.Storage.Terminology;

namespace Mooring.Tests.Storage.Terminology;

/// <summary>RxNorm leads whatever it names to ingredients; what our reviewed sets say of those counts.</summary>
public sealed class LoadingRxnorm : IDisposable
{
    private readonly InventedReleases releases = new();

    [Theory]
    [InlineData("Quellnar", "9000021")]
    [InlineData("QUELLNAR 15 mg once daily", "9000061")]
    [InlineData("Quellnarol Forte", "9000051")]
    [InlineData("phenelzine quellate", "9000011")]
    [InlineData("phenelzine 15 MG Oral Tablet [Quellnar]", "9000041")]
    [InlineData("Quellnarette", "9000091")]
    [InlineData("Dualpak", "9000022")]
    [InlineData("{10 (phenelzine 15 MG Oral Tablet) / 5 (zorvaxine 5 MG Oral Tablet) } Pack [Dualpak]", "9000072")]
    [InlineData("quellnar and Zoloft", "9000071")]
    public async Task Every_name_and_every_number_leads_to_its_ingredients(string name, string number)
    {
        Assert.DoesNotContain("mao-inhibitors", releases.Words.Of(Taken("Quellnar", null)).Sets);

        await releases.Load(TermKind.Rxnorm, releases.Rxnorm());

        Assert.All([Taken(name, null), Taken($"RxNorm {number}", number)], entry =>
        {
            var read = releases.Words.Of(entry);
            Assert.True(read.IsRecognized, string.Join(", ", read.Unknown));
            Assert.Contains("mao-inhibitors", read.Sets);
            Assert.Contains("phenelzine", read.Ingredients);
        });
    }

    [Fact]
    public async Task A_pack_and_its_brand_hold_all_that_is_in_it_and_a_product_no_more_than_its_own()
    {
        await releases.Load(TermKind.Rxnorm, releases.Rxnorm());

        Assert.All(["9000071", "9000072", "9000022", "9000012"], number => Assert.Equal(["phenelzine", "zorvaxine"], releases.Words.Of(Taken("", number)).Ingredients.Order()));
        Assert.All(["9000061", "9000051", "9000041"], number => Assert.Equal(["phenelzine"], releases.Words.Of(Taken("", number)).Ingredients));
    }

    [Fact]
    public async Task An_ingredient_that_our_sets_never_judged_is_recognized_and_listed_for_a_pharmacist()
    {
        var report = await releases.Load(TermKind.Rxnorm, releases.Rxnorm());

        var read = releases.Words.Of(Taken("Zorvax 5 mg", null));
        Assert.True(read.IsRecognized);
        Assert.Empty(read.Sets);
        Assert.Equal(["zorvaxine"], read.Ingredients);
        Assert.Equal(["blorbazepam", "zorvaxine", "zorvyl alcohol"], report.Unjudged.Select(each => each.Of.Name));
        Assert.Contains("9000002,\"zorvaxine\",\"recognized, in no set\"", await File.ReadAllTextAsync(report.UnjudgedFile!, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(3, releases.Shelf.Now().Releases.Single().Unjudged);
    }

    [Theory]
    [InlineData("Blorbex", "9000024", "blorbazepam", "benzodiazepines")]
    [InlineData("Lotionel", "9000026", "zorvyl alcohol", "cns-depressants")]
    public async Task One_that_is_named_like_what_rules_look_for_stays_unknown_until_somebody_says_what_it_is(string brand, string number, string ingredient, string like)
    {
        var report = await releases.Load(TermKind.Rxnorm, releases.Rxnorm());

        Assert.Equal(like, report.Open.Single(each => each.Of.Name == ingredient).Like);
        Assert.False(releases.Words.Of(Taken(brand, null)).IsRecognized);
        Assert.Equal([ingredient], releases.Words.Of(Taken(brand, number)).Unknown);

        var said = releases.Words.With([new(EntryKind.Medicine, ingredient, ["alprazolam"], [])]);
        Assert.All([said.Of(Taken(brand, null)), said.Of(Taken(brand, number))], read =>
        {
            Assert.True(read.IsRecognized);
            Assert.Contains("benzodiazepines", read.Sets);
        });
    }

    [Theory]
    [InlineData("Morning")]
    [InlineData("Oral Tablet")]
    [InlineData("Ghostex")]
    [InlineData("blorb")]
    public async Task A_word_that_stands_beside_names_a_form_and_what_its_publisher_withdrew_name_nothing(string text)
    {
        await releases.Load(TermKind.Rxnorm, releases.Rxnorm());

        Assert.False(releases.Words.Of(Taken(text, null)).IsRecognized);
    }

    [Fact]
    public async Task What_is_not_known_beside_a_known_name_stays_unknown()
    {
        await releases.Load(TermKind.Rxnorm, releases.Rxnorm());

        Assert.Equal(["Zorvoblorb"], releases.Words.Of(Taken("Quellnar / Zorvoblorb", null)).Unknown);
    }

    [Fact]
    public async Task An_allergy_is_read_by_the_same_names()
    {
        await releases.Load(TermKind.Rxnorm, releases.Rxnorm());

        Assert.True(releases.Words.Of(new Allergy("Zorvax: hives", null)).IsRecognized);
    }

    [Fact]
    public async Task It_says_what_was_taken_what_was_not_and_where_our_own_numbers_differ()
    {
        var report = await releases.Load(TermKind.Rxnorm, releases.Rxnorm(), "July 2031");

        Assert.Equal(("rxnorm-1", "July 2031", "Kim"), (report.InForce!.Id, report.InForce.Release, report.InForce.LoadedBy));
        Assert.Equal(5, report.InForce.Counts["ingredients"]);
        Assert.Equal(1, report.InForce.Counts["names that lead to no ingredient, left out"]);
        Assert.Equal(1, report.InForce.Skipped["suppressed"]);
        Assert.Equal(1, report.InForce.Skipped["relation between single names"]);
        Assert.Equal(1, report.InForce.Skipped["relation that leads to no ingredient"]);
        Assert.Equal(1, report.InForce.Skipped["relation of a concept that was not taken"]);
        Assert.Equal(64, report.InForce.Files[0].Sha256.Length);
        Assert.Equal(InventedReleases.Names.Length, report.InForce.Files[0].Lines);
        Assert.Contains(report.Differing, each => each.EndsWith("of 'phenelzine' is not in the release.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_prescribable_part_is_taken_where_the_whole_is_given()
    {
        var folder = releases.Rxnorm();
        foreach (var file in Directory.GetFiles(folder))
        {
            Directory.CreateDirectory(Path.Combine(folder, "prescribe", "rrf"));
            File.Copy(file, Path.Combine(folder, "prescribe", "rrf", Path.GetFileName(file)));
            await File.WriteAllTextAsync(file, "not to be read", TestContext.Current.CancellationToken);
        }

        Assert.Equal(5, (await releases.Load(TermKind.Rxnorm, folder)).InForce!.Counts["ingredients"]);
    }

    public void Dispose() => releases.Dispose();

    private static Medicine Taken(string name, string? number) => new(name, number, IsTaken: true);
}
