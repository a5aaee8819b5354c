using Mooring.Clinical;
using Mooring.Content;

namespace Mooring.Tests.Docs;

/// <summary>What the security papers claim is held by a test or a file that is there, or they say that it is open.</summary>
public class SecurityPapers
{
    private const string Roles = "docs/security/roles.md";

    // Whose last cell has to name something.
    private static readonly string[] Claiming = ["docs/security/findings.md", "docs/security/asvs.md", "docs/security/hipaa.md", "docs/security/risk-analysis.md"];

    // Not a matter of this software, or not done.
    private static readonly string[] Plain = ["Open:", "The clinic:", "Not here:"];

    [Fact]
    public void Name_in_each_row_a_test_a_file_or_what_is_open()
    {
        var rows = Claiming.SelectMany(file => Rows(file).Select(row => (File: file, Row: row))).ToList();

        Assert.True(rows.Count > 120, $"{rows.Count} rows are too few to be all.");
        Assert.Empty(rows.Where(one => !Holds(one.Row[^1])).Select(one => $"{one.File}: {one.Row[0]} hangs on '{one.Row[^1]}'"));
    }

    // Level 1 is whole; what is open of level 2 is named.
    [Fact]
    public void Have_nothing_open_at_level_1()
    {
        var open = Rows("docs/security/asvs.md").Where(row => row[1] == "1" && row[^1].StartsWith("Open:", StringComparison.Ordinal));

        Assert.Empty(open.Select(row => row[0]));
    }

    [Fact]
    public void Show_which_role_has_which_right()
    {
        var expected = Matrix();
        var path = Path.Combine(Checkout.Root, Roles);
        if (Environment.GetEnvironmentVariable("MOORING_WRITE_DOCS") is "1")
            File.WriteAllText(path, expected);

        Assert.Equal(expected, File.ReadAllText(path).ReplaceLineEndings("\n"));
    }

    private static string Matrix()
    {
        var rights = new RoleRights(LibraryLoad.From(ContentFolder.Find()).Roles!.Value);
        Role[] roles = [.. Enum.GetValues<Role>()];
        var all = Enum.GetValues<Right>().OrderBy(right => right.ToString(), StringComparer.Ordinal);
        return "# Roles and rights\n\nMade from `content/roles.yaml` and the floor in code (`RoleFloor`); run `SecurityPapers` with `MOORING_WRITE_DOCS=1` after a change.\n\n"
            + $"| right | {string.Join(" | ", roles)} |\n|---|{string.Concat(Enumerable.Repeat("---|", roles.Length))}\n"
            + string.Concat(all.Select(right => $"| {right} | {string.Join(" | ", roles.Select(role => rights.Of([role]).Has(right) ? "yes" : ""))} |\n"));
    }

    private static bool Holds(string cell)
    {
        var named = Page.Ticked(cell).ToList();
        return named.Exists(name => !IsThere(name)) ? false : named.Count > 0 || Array.Exists(Plain, begins => cell.Contains(begins, StringComparison.Ordinal));
    }

    private static bool IsThere(string name) => name.Split('.') is [var subject, var sentence] && Checkout.Tests.Contains(subject)
        ? Checkout.Tests[subject].Contains(sentence)
        : Checkout.Tests.Contains(name) || Checkout.Files.Contains(name) || Checkout.Names.Contains(name);

    private static IEnumerable<string[]> Rows(string file) => Checkout.Read(file).Split('\n')
        .Where(line => line.StartsWith("| ", StringComparison.Ordinal)).Select(line => line.Trim().Trim('|').Split('|').Select(cell => cell.Trim()).ToArray())
        .Where(row => row[0].Length > 0 && (char.IsDigit(row[0][^1]) || row[0].Any(char.IsDigit)));
}
