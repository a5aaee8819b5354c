using System.Text.RegularExpressions;

namespace Mooring.Tests.Docs;

public partial class TheDocs
{
    private static readonly string[] Parts = ["**Context.**", "**Options.**", "**Decision.**", "**Consequences.**"];

    [Fact]
    public void Every_picture_is_taken_by_a_test_that_takes_it_anew_when_asked_for()
    {
        var tests = string.Concat(Checkout.Files.Where(file => file.StartsWith("tests/Mooring.SystemTests/", StringComparison.Ordinal) && file.EndsWith(".cs", StringComparison.Ordinal)).Select(Checkout.Read));
        var taken = PictureTaken().Matches(tests).Select(match => match.Groups["name"].Value).ToHashSet(StringComparer.Ordinal);
        var shown = Checkout.Files.Where(file => file.StartsWith("docs/pictures/", StringComparison.Ordinal)).Select(file => Path.GetFileNameWithoutExtension(file)).ToList();

        Assert.NotEmpty(shown);
        Assert.Empty(shown.Where(name => !taken.Contains(name)));
    }

    [Fact]
    public void Name_only_what_is_there()
    {
        var dangling = Checkout.Pages.SelectMany(page => page.Dangling()).ToList();

        Assert.True(dangling.Count == 0, string.Join('\n', dangling));
    }

    [Fact]
    public void Are_caught_when_they_name_what_is_not_there()
    {
        var planted = new Page("docs/tour.md", "[gone](../src/Gone.cs), `src/Gone/Away.cs`, `Nowhere.yaml`, `src/Gone/`; [here](tour.md), `Session.cs`");

        var dangling = planted.Dangling().ToList();

        Assert.Equal(4, dangling.Count);
    }

    [Fact]
    public void Lead_through_ten_files()
    {
        var tour = Checkout.Pages.Single(page => page.File == "docs/tour.md");

        var stops = TourStop().Matches(tour.Text).Select(match => match.Groups["file"].Value).ToList();

        Assert.Equal(10, stops.Distinct(StringComparer.Ordinal).Count());
        Assert.All(stops, stop => Assert.Contains(stop, Checkout.Files));
    }

    [Fact]
    public void Hold_every_hazard_by_a_test_or_say_that_it_is_open()
    {
        var hazards = Checkout.Pages.Single(page => page.File == "docs/safety/hazards.md").NumberedRows().ToList();

        Assert.True(hazards.Count >= 25, $"{hazards.Count} hazards are too few to be all.");
        Assert.Equal(Enumerable.Range(1, hazards.Count), hazards.Select(row => int.Parse(row[0], System.Globalization.CultureInfo.InvariantCulture)));
        var loose = hazards.SelectMany(Loose).ToList();
        Assert.True(loose.Count == 0, string.Join('\n', loose));
    }

    [Fact]
    public void Hold_every_fault_by_a_test_or_say_that_it_is_open()
    {
        var faults = Checkout.Pages.Single(page => page.File == "docs/safety/faults.md").NumberedRows().ToList();

        Assert.Equal(Enumerable.Range(1, faults.Count), faults.Select(row => int.Parse(row[0], System.Globalization.CultureInfo.InvariantCulture)));
        var loose = faults.SelectMany(Loose).ToList();
        Assert.True(loose.Count == 0, string.Join('\n', loose));
    }

    [Theory]
    [InlineData("| 1 | hazard | cause | control | where | `GivingADose.Is_a_sentence_nobody_wrote` |", 1)]
    [InlineData("| 1 | hazard | cause | control | where | surely |", 1)]
    [InlineData("| 1 | hazard | cause | control | where |", 1)]
    [InlineData("| 1 | hazard | cause | control | where | Open: nobody looked. |", 0)]
    [InlineData("| 1 | hazard | cause | control | where | `GivingADose.Never_takes_the_total_past_the_cap` |", 0)]
    public void Are_caught_when_a_hazard_hangs_on_nothing(string row, int faults) =>
        Assert.Equal(faults, new Page("docs/safety/hazards.md", row).NumberedRows().SelectMany(Loose).Count());

    [Fact]
    public void Say_of_every_decision_why_and_what_holds_it()
    {
        var decisions = Checkout.Pages.Where(page => page.File.StartsWith("docs/decisions/", StringComparison.Ordinal)).ToList();

        // A number that is given away before its decision is written leaves a gap; no two decisions share one.
        var numbers = decisions.Select(page => Path.GetFileName(page.File)[..4]).ToList();
        Assert.Equal(numbers.Distinct(), numbers);
        Assert.All(numbers, number => Assert.InRange(int.Parse(number, System.Globalization.CultureInfo.InvariantCulture), 1, 9999));
        var loose = decisions.SelectMany(Unheld).ToList();
        Assert.True(loose.Count == 0, string.Join('\n', loose));
    }

    [Theory]
    [InlineData("**Context.** a\n**Options.** b\n**Decision.** c\n**Consequences.** d\n**Held by** `NoSuchTest`.", 1)]
    [InlineData("**Context.** a\n**Decision.** c\n**Held by** `GivingADose`.", 2)]
    [InlineData("**Context.** a\n**Options.** b\n**Decision.** c\n**Consequences.** d", 1)]
    [InlineData("**Context.** a\n**Options.** b\n**Decision.** c\n**Consequences.** d\n**Held by review**: no test can.", 0)]
    public void Are_caught_when_a_decision_hangs_on_nothing(string text, int faults) =>
        Assert.Equal(faults, Unheld(new Page("docs/decisions/0001-planted.md", text)).Count());

    // number | hazard | cause | control | where | held by
    private static IEnumerable<string> Loose(string[] row)
    {
        var held = row[^1];
        var tests = Page.Ticked(held).ToList();
        if (row.Length != 6 || row.Any(string.IsNullOrEmpty))
            yield return $"Row {row[0]} does not have its six cells.";
        else if (tests.Count == 0 && !held.StartsWith("Open:", StringComparison.Ordinal))
            yield return $"Row {row[0]} names no test and does not say that it is open.";
        foreach (var test in tests.Where(test => !IsTest(test)))
            yield return $"Row {row[0]} names the test {test}, which is not there.";
    }

    private static IEnumerable<string> Unheld(Page decision)
    {
        foreach (var part in Parts.Where(part => !decision.Text.Contains(part, StringComparison.Ordinal)))
            yield return $"{decision.File} has no {part}";
        if (decision.Text.Contains("**Held by review**", StringComparison.Ordinal))
            yield break;
        var held = HeldBy().Match(decision.Text);
        var tests = Page.Ticked(held.Groups["tests"].Value).ToList();
        if (tests.Count == 0)
            yield return $"{decision.File} does not say what holds it.";
        foreach (var test in tests.Where(test => !IsTest(test)))
            yield return $"{decision.File} is held by {test}, which is not there.";
    }

    private static bool IsTest(string name) => name.Split('.') switch
    {
        [var subject] => Checkout.Tests.Contains(subject),
        [var subject, var sentence] => Checkout.Tests[subject].Contains(sentence),
        _ => false,
    };

    [GeneratedRegex(@"Pictures\.(Take|Keep)\(\w+(\.Page)?, ""(?<name>[a-z0-9-]+)""", RegexOptions.ExplicitCapture, Page.Patience)]
    private static partial Regex PictureTaken();

    [GeneratedRegex(@"^\d+\. \*\*`(?<file>[^`]+)`\*\*", RegexOptions.Multiline | RegexOptions.ExplicitCapture, Page.Patience)]
    private static partial Regex TourStop();

    [GeneratedRegex(@"\*\*Held by\*\*(?<tests>.*)$", RegexOptions.Singleline | RegexOptions.ExplicitCapture, Page.Patience)]
    private static partial Regex HeldBy();
}
