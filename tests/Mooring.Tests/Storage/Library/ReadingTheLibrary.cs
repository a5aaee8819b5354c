using AngleSharp.Html.Parser;
using Mooring.Content;
using Mooring.Content.Library;
using Mooring.Web.Pages.Library;

namespace Mooring.Tests.Storage.Library;

/// <summary>The content as pages for readers who never open its files.</summary>
public class ReadingTheLibrary
{
    private static readonly ClinicalLibrary Library = LibraryLoad.From(ContentFolder.Find());
    private static readonly ContentBook Book = new(Library);

    [Fact]
    public void Has_a_page_for_every_clinical_file()
    {
        var shown = Book.Pages.Select(page => page.File).ToHashSet();

        string[] notPages = ["review.yaml", "devices/codes.yaml", "codes/measures.yaml", "codes/questions.yaml", "interface/en.yaml", "interface/es.yaml"];
        Assert.Empty(Library.Texts.Keys.Except(shown).Except(notPages));
    }

    [Fact]
    public void Says_a_rule_as_a_sentence_with_its_threshold_and_what_unknown_means()
    {
        var lines = Book.Find("rules/ix-maoi")!.Lines.ToList();

        Assert.Contains(lines, line => line.Says.Contains("Systolic blood pressure is above 140 mm[Hg]", StringComparison.Ordinal));
        Assert.Contains(("What it asks, Hold, When that is not known", "It is shown as unknown, to be taken care of."), lines);
        Assert.Contains(lines, line => line.At == "Worked cases, Systolic above, Expected" && line.Says == "met, hold");
    }

    [Fact]
    public void Says_of_a_source_what_cites_it() =>
        Assert.Contains(Book.Find("references/veraart-2021")!.Lines, line => line is { At: "Cited by", Says: "rules/ix-maoi.yaml" });

    [Theory]
    [InlineData("monoamine pressure", "rules/ix-maoi")]
    [InlineData("SUBSTANCE withdrawal", "rules/ci-sud-act")]
    [InlineData("Murrough", "references/murrough-2013")]
    public void Is_found_by_words(string words, string key) => Assert.Contains(Book.Search(words, null), page => page.Key == key);

    [Fact]
    public void Is_not_found_by_a_word_that_nothing_says() => Assert.Empty(Book.Search("zeppelin", null));

    [Fact]
    public void Shows_a_changed_threshold_and_the_worked_case_that_now_fails()
    {
        const string file = "rules/ci-renal.yaml";
        using var planted = PlantedContent.With(file, "below: '30 mL/min/{1.73_m2}'", "below: '45 mL/min/{1.73_m2}'");
        var changed = LibraryLoad.From(planted.Folder);
        var (before, now) = (Library.Texts[file], new ContentBook(changed).Find("rules/ci-renal")!);

        var changes = ContentChanges.OfRule(new ContentBook(changed).Earlier(now, before)!, now, before, changed.Rules["CI-RENAL"].Value, changed.Words);

        var threshold = Assert.Single(changes.Changes);
        Assert.Contains("below 30", threshold.Was, StringComparison.Ordinal);
        Assert.Contains("below 45", threshold.Is, StringComparison.Ordinal);
        Assert.NotEmpty(changes.OldCasesFailing);
        Assert.Contains(ContentCheck.Of(planted.Folder).Faults, fault => fault is { Code: "LIB162", File: file });
    }

    [Fact]
    public void Shows_a_pack_whole_and_says_what_it_changes_in_its_base()
    {
        var page = Book.Find("monitoring/sc")!;

        Assert.Equal("monitoring/base/injection.yaml", page.Base);
        Assert.Contains(page.BaseChanges, change => change.At == "discharge, stay, for" && change.Was == "120 min" && change.Is == "90 min");
        Assert.Contains(page.BaseChanges, change => change.At == "discharge, criteria, check-site" && change.Was is null);
        Assert.Contains(page.Lines, line => line.Says.Contains("160 mmHg or more", StringComparison.Ordinal));
    }

    [Fact]
    public void Says_of_each_part_in_words_whether_it_is_its_own_or_from_the_base()
    {
        var page = Book.Find("monitoring/sc")!;
        var criteria = page.Parts.Single(part => part.Label == "Discharge").Parts.Single(part => part.Label == "Criteria").Parts;

        Assert.Equal("from the base every-route", page.Parts.Single(part => part.Label == "Notices").From!.Says);
        Assert.Equal("its own", criteria.Single(part => part.Label == "check-site").From!.Says);
        Assert.Equal("from the base every-route", criteria.Single(part => part.Label == "be-safe").From!.Says);
        Assert.Equal("from the base injection", page.Parts.Single(part => part.Label == "Limits").Parts.Single(part => part.Label == "see-no-contact").From!.Says);
    }

    [Fact]
    public void Says_nothing_of_a_base_where_a_file_has_none()
    {
        var page = Book.Find("rules/ix-maoi")!;

        Assert.Null(page.Base);
        Assert.All(page.Parts, part => Assert.Null(part.From));
    }

    [Fact]
    public async Task Stands_alone_with_headings_tables_and_links_that_lead_somewhere()
    {
        var folder = Directory.CreateTempSubdirectory("pages-").FullName;
        try
        {
            await ContentSite.Write(ContentCheck.Of(ContentFolder.Find()), folder, TestContext.Current.CancellationToken);

            foreach (var file in Directory.EnumerateFiles(folder, "*.html", SearchOption.AllDirectories))
            {
                using var page = new HtmlParser().ParseDocument(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
                Assert.Equal("en", page.DocumentElement.GetAttribute("lang"));
                Assert.Single(page.QuerySelectorAll("h1"));
                Assert.All(page.QuerySelectorAll("th"), head => Assert.NotNull(head.GetAttribute("scope")));
                Assert.Empty(page.QuerySelectorAll("script, link[rel=stylesheet]"));
                Assert.All(page.QuerySelectorAll("a"), link => Assert.True(
                    File.Exists(Path.Combine(Path.GetDirectoryName(file)!, link.GetAttribute("href")!)), $"{file} leads to {link.GetAttribute("href")}"));
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
