using System.Globalization;
using System.Text.RegularExpressions;

namespace Mooring.Tests.Docs;

public partial class TheSeedCoverage
{
    private const string Document = "docs/clinicians/seed-coverage.md";

    private static readonly (string Prefix, int Count)[] Asked =
        [("A1-", 28), ("A2-", 20), ("A3-", 31), ("A4-", 21), ("A5-", 7), ("A6-", 5), ("FAQ-", 6), ("X-", 19)];

    private static IReadOnlyList<string[]> Rows { get; } =
    [
        .. Checkout.Pages.Single(page => page.File == Document).Text.Split('\n')
            .Where(line => Asked.Any(part => line.StartsWith($"| {part.Prefix}", StringComparison.Ordinal)))
            .Select(line => line.Trim().Trim('|').Split('|').Select(cell => cell.Trim()).ToArray()),
    ];

    [Fact]
    public void Has_every_row_once_and_in_order() => Assert.Equal(
        Asked.SelectMany(part => Enumerable.Range(1, part.Count).Select(number =>
            part.Prefix + number.ToString(part.Prefix is "FAQ-" ? "0" : "00", CultureInfo.InvariantCulture))).Order(StringComparer.Ordinal),
        Rows.Select(row => row[0]).Order(StringComparer.Ordinal));

    [Fact]
    public void Says_of_every_row_where_it_is_or_that_it_is_not() => Assert.All(Rows, row => Assert.True(
        Page.Ticked(row[^1]).Any() || row[^1].Contains("**", StringComparison.Ordinal)
            || row[^1].Contains("left out on purpose", StringComparison.Ordinal),
        $"{row[0]} hangs on nothing."));

    [Fact]
    public void Gives_a_reason_for_whatever_is_left_out() => Assert.All(Rows, row =>
    {
        var says = string.Join(' ', row);
        Assert.DoesNotContain("not yet", says, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(LeftOut().Count(says), LeftOutBecause().Count(says));
    });

    [Fact]
    public void Names_only_tests_that_are_there() => Assert.All(
        Rows.SelectMany(row => Page.Ticked(row[^1])).Where(word => word.Contains('.', StringComparison.Ordinal) && !word.Contains('/', StringComparison.Ordinal)),
        word => Assert.Contains(word.Split('.')[1], Checkout.Tests[word.Split('.')[0]]));

    [GeneratedRegex("left out on purpose", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex LeftOut();

    [GeneratedRegex("left out on purpose( for now)?[:,] [^;|]{15,}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex LeftOutBecause();
}
