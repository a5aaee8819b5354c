using System.Text.RegularExpressions;
using Mooring.Clinical;
using Mooring.Clinical.Patients;
using Mooring.Content.Library;
using Mooring.Tests.Docs;

namespace Mooring.Tests.Refusals;

/// <summary>A code is one refusal with one meaning, a page lists them all, and a patient reads their own in their language.</summary>
public sealed partial class EveryRefusal
{
    private const string Page = "docs/refusals.md";

    // The field and its length are named in English only; Spanish leaves them to the place.
    private static readonly string[] NamedByItsField = ["LIM201", "LIM202"];

    // Codes of a check that finds many things wrong: what is wrong is said each time in its own words.
    private static readonly string[] ChecksOfFiles = ["LIB", "TER"];

    // What a patient can be refused at their own pages, or at a tablet that was handed to them.
    private static readonly string[] SeenByPatients =
    [
        "src/Mooring.Web/Pages/Portal/", "src/Mooring.Web/Components/Typed.cs", "src/Mooring.Practice/Access/LinkDesk.cs",
        "src/Mooring.Practice/Histories/HistoryDesk.cs", "src/Mooring.Practice/Patients/PatientDesk.cs", "src/Mooring.Practice/Patients/PersonChecks.cs",
        "src/Mooring.Clinical/Patients/PersonChange.cs", "src/Mooring.Clinical/Consent/ConsentSigning.cs",
    ];

    private static readonly InterfaceTexts Texts = new(Clinical.ScreeningContent.Library);

    [Fact]
    public void Has_one_meaning()
    {
        var apart = RefusalSites.All.Where(site => !ChecksOfFiles.Any(room => site.Code.StartsWith(room, StringComparison.Ordinal)))
            .GroupBy(site => site.Code).Where(sites => sites.Select(Meaning).Where(meaning => meaning.Length > 0).Distinct(StringComparer.Ordinal).Count() > 1)
            .Select(sites => string.Join('\n', sites.Select(site => $"{site.Code} {site.File}:{site.Line} {string.Join(" / ", site.Sentences)}")));

        Assert.Empty(apart);
    }

    [Fact]
    public void Is_on_the_page_that_lists_them()
    {
        var path = Path.Combine(Checkout.Root, Page);
        var page = RefusalPage.Of(RefusalSites.All, Texts.Refusals);
        if (Environment.GetEnvironmentVariable("MOORING_WRITE_DOCS") == "1")
            File.WriteAllText(path, page);

        Assert.True(File.Exists(path) && File.ReadAllText(path) == page, $"{Page} is not what the source says. MOORING_WRITE_DOCS=1 with this test writes it anew.");
    }

    [Fact]
    public void Is_said_in_Spanish_where_a_patient_can_read_it()
    {
        var missing = RefusalSites.All.Where(site => SeenByPatients.Any(place => site.File.StartsWith(place, StringComparison.Ordinal)))
            .Where(site => !Texts.Refusals.ContainsKey(site.Code) && !site.Sentences.All(IsGivenWhole)).Select(site => $"{site.Code} {site.File}:{site.Line}");

        Assert.Empty(missing);
    }

    [Fact]
    public void In_Spanish_names_nothing_that_the_refusal_does_not_tell()
    {
        foreach (var (code, words) in Texts.Refusals)
        {
            var sites = RefusalSites.All.Where(site => site.Code == code).ToList();
            Assert.True(sites.Count > 0, $"Nothing is refused with {code}.");
            foreach (var sentence in sites.SelectMany(site => site.Sentences).Where(sentence => !IsGivenWhole(sentence)))
                Assert.True(Sentence.Places(words).SetEquals(Sentence.Places(sentence)) || NamedByItsField.Contains(code), $"{code}: “{words}” against “{sentence}”");
        }
    }

    [Fact]
    public void Is_put_into_the_readers_language_with_what_it_tells()
    {
        var refusal = new Refusal("WEB131", Sentence.Of("{what}: “{typed}” is not a number.", ("what", "Dosis"), ("typed", "tres")), "dose");

        var told = new SentencePrinter(Harbor, DateTimeOffset.UnixEpoch, Language.Spanish).Print(Texts.Of(Language.Spanish, refusal));

        Assert.Equal("Dosis: «tres» no es un número. Escríbalo con punto, por ejemplo 37.5.", told.Says);
        Assert.Equal(("WEB131", "dose"), (told.Code, told.At));
        Assert.Same(refusal, Texts.Of(Language.English, refusal));
    }

    // The canaries: the scan sees what it must.
    [Theory]
    [InlineData("""new Refusal("ABC101", $"Wait until {end}.", "at")""", "ABC101", "Wait until {end}.")]
    [InlineData("""yield return new("ABC101", Sentence.Of("From {from}.", ("from", at)));""", "ABC101", "From {from}.")]
    [InlineData("""Unless(isSo, "ABC101", "Say why.", "reason");""", "ABC101", "Say why.")]
    [InlineData("""Refused("ABC101", few ? "One." : "Two.");""", "ABC101", "One. / Two.")]
    [InlineData("""const string Taken = "ABC101"; new Refusal(Taken, "It is taken.");""", "ABC101", "It is taken.")]
    [InlineData("""new Refusal("ABC101", string.Create(culture, $"{Plain(total.Milligrams)} mg."))""", "ABC101", "{totalMilligrams} mg.")]
    public void Is_found_however_it_is_written(string source, string code, string says)
    {
        var site = Assert.Single(RefusalSites.In("x.cs", $"class X {{ void Y() {{ {source} }} }}"));

        Assert.Equal((code, says), (site.Code, string.Join(" / ", site.Sentences)));
    }

    private static Clinic Harbor => new(new(Guid.Empty), "Harbor", "America/Chicago", IsDemo: false);

    internal static bool IsGivenWhole(string sentence) => Place().Replace(sentence, "").Length == 0;

    private static string Meaning(RefusalSite site) => string.Join(" / ", site.Sentences.Where(sentence => !IsGivenWhole(sentence)).Select(sentence => Place().Replace(sentence, "{}")));

    [GeneratedRegex(@"\{[a-zA-Z]+\}", RegexOptions.None, 1000)]
    private static partial Regex Place();
}
