using System.Text.RegularExpressions;
using Mooring.Tests.Ratchets;

namespace Mooring.Tests.Walls;

/// <summary>
/// Which folders of a room use one another, by the namespaces that their files name. Inside the rooms where subjects live
/// side by side, and inside a session, no circle is allowed: of two folders, at most one knows the other.
/// </summary>
public class EveryFolder
{
    [Theory]
    [InlineData("Mooring.Clinical")]
    [InlineData("Mooring.Clinical.Sessions")]
    [InlineData("Mooring.Kinetics")]
    [InlineData("Mooring.Web")]
    [InlineData("Mooring.Practice")]
    [InlineData("Mooring.Content")]
    [InlineData("Mooring.Storage")]
    public void Uses_no_folder_that_uses_it_in_turn(string room) =>
        Assert.Equal([], Circles(Uses(Files(room), room)));

    [Fact]
    public void Of_the_engine_names_no_subject() =>
        Assert.DoesNotContain(Files("Mooring.Storage"), file => file.Text.Contains("Mooring.Practice", StringComparison.Ordinal));

    // The canaries: two folders that use one another, a circle of three, and a full name in the middle of a line.
    [Fact]
    public void Is_found_when_it_stands_in_a_circle()
    {
        Assert.Equal(["A, B"], Circles(Uses([("A", "using R.B;"), ("B", "using R.A;")], "R")));
        Assert.Equal(["A, B, C"], Circles(Uses([("A", "using R.B;"), ("B", "using R.C;"), ("C", "x = new R.A.Thing();")], "R")));
        Assert.Equal([], Circles(Uses([("A", "using R.B;"), ("B", "using R.C;"), ("C", "using S.A;")], "R")));
        Assert.True(Uses(Files("Mooring.Practice"), "Mooring.Practice").Count > 20);
        Assert.Contains("Charting", Uses(Files("Mooring.Clinical.Sessions"), "Mooring.Clinical.Sessions")["Correcting"]);
    }

    // The files that lie in a room itself, above its folders, are no folder.
    private static List<(string Folder, string Text)> Files(string room)
    {
        var parts = room.Split('.');
        var place = $"src/{parts[0]}.{string.Join('/', parts[1..])}/";
        return
        [
            .. from file in SourceFiles.All
               where file.Path.StartsWith(place, StringComparison.Ordinal)
               let below = file.Path[place.Length..].Split('/')
               where below.Length > 1
               select (below[0], string.Join('\n', file.Lines)),
        ];
    }

    private static Dictionary<string, HashSet<string>> Uses(IReadOnlyList<(string Folder, string Text)> files, string room)
    {
        var folders = files.Select(file => file.Folder).ToHashSet(StringComparer.Ordinal);
        var named = new Regex(Regex.Escape(room) + @"\.(\w+)", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(5));
        return folders.ToDictionary(
            folder => folder,
            folder => files.Where(file => file.Folder == folder).SelectMany(file => named.Matches(file.Text)).Select(match => match.Groups[1].Value)
                .Where(other => other != folder && folders.Contains(other)).ToHashSet(StringComparer.Ordinal),
            StringComparer.Ordinal);
    }

    // Folders that reach one another, whichever way round.
    private static List<string> Circles(Dictionary<string, HashSet<string>> uses)
    {
        var reach = uses.Keys.ToDictionary(folder => folder, folder => Reached(folder, uses), StringComparer.Ordinal);
        return
        [
            .. uses.Keys.Where(folder => reach[folder].Contains(folder))
                .Select(folder => string.Join(", ", reach[folder].Where(other => reach[other].Contains(folder)).Order(StringComparer.Ordinal)))
                .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
        ];
    }

    private static HashSet<string> Reached(string from, Dictionary<string, HashSet<string>> uses)
    {
        HashSet<string> found = new(StringComparer.Ordinal);
        Queue<string> next = new(uses[from]);
        while (next.TryDequeue(out var folder))
        {
            if (found.Add(folder))
                foreach (var other in uses[folder])
                    next.Enqueue(other);
        }

        return found;
    }
}
