using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using Mooring.Clinical;
using Mooring.Practice.Tasks;
using Mooring.Tests.Ratchets;
using Mooring.Web.Pages.Chart;
using Mooring.Web.Pages.Today;

namespace Mooring.Tests.Walls;

/// <summary>
/// A page lies with its views in the folder of its place, and nothing outside the places has an address. What stands in the
/// menu asks for the right that its page asks for.
/// </summary>
public sealed partial class EveryPlace
{
    private const string Room = "src/Mooring.Web/";

    // As many as a listing that teaches can hold.
    private const int WidestFolder = 26;

    private static readonly string[] Places =
        ["Bedside", "Board", "Care", "Chart", "Devices", "Errors", "Library", "Portal", "Privacy", "Reports", "Schedule", "Settings", "SignIn", "Today"];

    private static readonly string[] Others = ["src/Mooring.Kinetics/", "src/Mooring.Clinical/", "src/Mooring.Content/", "src/Mooring.Storage/", "src/Mooring.Practice/", "src/Mooring.Devices/", "src/Mooring.Fhir/"];

    private static IEnumerable<SourceFile> Files => SourceFiles.All.Concat(SourceFiles.Screens).Where(file => file.Path.StartsWith(Room, StringComparison.Ordinal));

    [Fact]
    public void Holds_all_pages() => Assert.Empty(Files.Where(IsAstray));

    [Fact]
    public void Is_one_of_those_that_a_reader_knows()
    {
        var pages = Files.Where(file => Folders(file) is ["Pages", ..]).ToList();

        Assert.Equal(Places, pages.Select(file => Folders(file).ElementAtOrDefault(1)).Distinct().Order(StringComparer.Ordinal));
        Assert.All(Places, place => Assert.Contains(pages, file => HasAddress(file) && Folders(file)[1] == place));
    }

    [Fact]
    public void Is_short_enough_to_be_read_as_a_list() =>
        Assert.Empty(Files.GroupBy(file => string.Join('/', Folders(file))).Where(folder => folder.Count() > WidestFolder).Select(folder => folder.Key));

    [Fact]
    public void In_the_menu_asks_for_the_right_of_its_page()
    {
        var pages = (from page in typeof(Mooring.Web.Layout.Places).Assembly.GetTypes()
                     from route in page.GetCustomAttributes<RouteAttribute>()
                     select (route.Template, page.GetCustomAttribute<AuthorizeAttribute>()?.Policy)).ToLookup(page => page.Template, page => page.Policy, StringComparer.Ordinal);

        Assert.All(Mooring.Web.Layout.Places.All, place => Assert.Equal(place.Right.ToString(), Assert.Single(pages[place.To])));
        Assert.True(Mooring.Web.Layout.Places.All.Count > 5, "The menu is hardly there: the walk is blind.");
    }

    // Every link of the top bar comes from the table: an entry written beside it would ask for nothing.
    [Fact]
    public void In_the_menu_stands_in_its_table() =>
        Assert.Empty(Files.Where(file => file.Path.StartsWith(Room + "Layout/", StringComparison.Ordinal) && file.Lines.Any(HasEntry)));

    // Addresses are the pages' own: no other room names one.
    [Fact]
    public void Is_named_by_no_other_room()
    {
        var found = SourceFiles.All.Where(file => Others.Any(room => file.Path.StartsWith(room, StringComparison.Ordinal)) && file.Lines.Any(Address().IsMatch)).Select(file => file.Path);

        Assert.Empty(found);
        Assert.Matches(Address(), "$\"/patients/{patient}/plan\"");
    }

    // Each task and each entry of the timeline opens somewhere.
    [Fact]
    public void Is_known_for_whatever_waits_or_happened()
    {
        Assert.All(Enum.GetValues<TaskKind>(), kind => Assert.NotEqual("", TaskLinks.To(kind, Guid.Empty, Guid.Empty) + TaskLinks.Icon(kind)));
        Assert.All(Enum.GetValues<ChartPlace>(), place => Assert.NotNull(TimelineLinks.To(new(default, "note", "", Opens: place), Guid.Empty)));
    }

    // The canaries: a page outside the places, one loose among them, and an entry that is written by hand.
    [Fact]
    public void Would_be_missed()
    {
        Assert.True(IsAstray(new(Room + "Components/Astray.razor", ["@page \"/astray\""])));
        Assert.True(IsAstray(new(Room + "Pages/Loose.razor", ["@page \"/loose\""])));
        Assert.True(IsAstray(new(Room + "Live/Astray.cs", ["[Route(\"/astray\")]"])));
        Assert.False(IsAstray(new(Room + "Pages/Board/BoardPage.razor", ["@page \"/board\""])));
        Assert.True(HasEntry("<Place To=\"/board\" Icon=\"sun\">Board</Place>"));
        Assert.True(Files.Count(HasAddress) > 80);
    }

    private static bool IsAstray(SourceFile file) => HasAddress(file) && Folders(file) is not ["Pages", _, ..];

    private static bool HasAddress(SourceFile file) =>
        file.Lines.Any(line => line.StartsWith("@page ", StringComparison.Ordinal) || line.Contains("[Route(\"", StringComparison.Ordinal)
            || line.Contains("[RouteAttribute(", StringComparison.Ordinal));

    private static bool HasEntry(string line) =>
        line.Contains("<Place To=\"/", StringComparison.Ordinal);

    private static string[] Folders(SourceFile file) => file.Path[Room.Length..].Split('/')[..^1];

    [GeneratedRegex("\"/(patients|sessions|my|board|devices|library|settings|work-list|staff|schedule|day)\\b", RegexOptions.None, 1000)]
    private static partial Regex Address();
}
