using System.Text.RegularExpressions;
using Mooring.Clinical;
using Mooring.Tests.Ratchets;

namespace Mooring.Tests.Clinical.People;

/// <summary>Which role may do what, as a table to read; a change of it is seen in a change of the table.</summary>
public sealed partial class EachRoleAndRight
{
    private static readonly string Table = Path.Combine(AppContext.BaseDirectory, "Golden", "rights_by_role.tsv");

    [Fact]
    public void Is_as_the_table_says()
    {
        var says = File.ReadAllLines(Table).Where(line => line.Length > 0).ToList();

        Assert.Equal(says, [Row("right", role => role.ToString()), .. Enum.GetValues<Right>().Select(right => Row(right.ToString(), role => Content.Rights.Of([role]).Has(right) ? "yes" : "-"))]);
    }

    [Fact]
    public void Of_every_right_somebody_has_it() =>
        Assert.Empty(Enum.GetValues<Right>().Where(right => Content.Rights.Holders(right).Count == 0));

    // A right that nothing asks for is a promise that nothing keeps.
    [Fact]
    public void Of_every_right_something_asks_for_it()
    {
        var product = string.Join('\n', SourceFiles.All.Concat(SourceFiles.Screens).Where(file => file.Path.StartsWith("src/", StringComparison.Ordinal) && !file.Path.Contains("/People/", StringComparison.Ordinal)).SelectMany(file => file.Lines));

        var asked = Asked().Matches(product).Select(match => match.Groups[1].Value).ToHashSet(StringComparer.Ordinal);

        Assert.Empty(Enum.GetNames<Right>().Where(right => !asked.Contains(right)));
    }

    // Decisions ask for rights. Where a role is compared still, it is about whose work something is, or how a page is laid out.
    [Fact]
    public void Of_roles_only_these_files_compare_one()
    {
        var compares = SourceFiles.All.Concat(SourceFiles.Screens)
            .Where(file => file.Path.StartsWith("src/", StringComparison.Ordinal) && file.Lines.Any(line => Compared().IsMatch(line))).Select(file => file.Path).Order(StringComparer.Ordinal);

        Assert.Equal(
            [
                "src/Mooring.Clinical/People/RoleFloor.cs",
                "src/Mooring.Clinical/People/RoleRights.cs",
                "src/Mooring.Practice/Notes/SealedNoteDesk.cs",
                "src/Mooring.Web/Pages/Bedside/Rescuing/Rescue.razor",
                "src/Mooring.Web/Pages/Bedside/SessionPage.cs",
                "src/Mooring.Web/Pages/Today/SetUpSteps.cs",
                "src/Mooring.Web/Pages/Today/Today.razor",
            ],
            compares);
        Assert.Matches(Compared(), "if (by.Role != Role.Prescriber)");
        Assert.Matches(Compared(), "reader.Role is Role.Nurse or Role.Therapist");
        Assert.Matches(Compared(), "me.Is(Role.Nurse)");
    }

    private static string Row(string first, Func<Role, string> of) => string.Join('\t', [first, .. Enum.GetValues<Role>().Select(of)]);

    [GeneratedRegex(@"\bRight\.(\w+)", RegexOptions.None, 1000)]
    private static partial Regex Asked();

    [GeneratedRegex(@"(\bRole (==|!=|is|is not) |\b(IsInRole|Is)\()\(?(nameof\()?Role\.|Role: Role\.", RegexOptions.None, 1000)]
    private static partial Regex Compared();
}
