using System.Text.RegularExpressions;

namespace Mooring.Tests.Ratchets;

/// <summary>How long a page, a browser module and a type in several files may be. Each number may only fall.</summary>
public sealed partial class TheShapes
{
    private const int LongestPage = 250;
    private const int LongestModule = 160;
    private const int LongestType = 300;

    // Longer than they should be, and by how much at most.
    private static readonly Dictionary<string, int> LongPages = new(StringComparer.Ordinal);

    private static readonly Dictionary<string, int> LongTypes = new(StringComparer.Ordinal)
    {
        ["Mooring.Storage.Telemetry.TelemetryStatements"] = 444,
    };

    [Fact]
    public void Has_no_page_or_module_longer_than_a_reader_can_hold()
    {
        Assert.True(SourceFiles.Screens.Count > 150, "Hardly any page was read: the ratchet is blind.");
        Assert.Empty(SourceFiles.Screens.Where(file => file.Lines.Count > LongPages.GetValueOrDefault(
            file.Path, file.Path.EndsWith(".ts", StringComparison.Ordinal) ? LongestModule : LongestPage)));
    }

    // A type that is cut into files is still one type to whoever has to understand it. What its files name above it is not.
    [Fact]
    public void Has_no_type_in_pieces_that_is_longer_than_it_was()
    {
        var types = Types(SourceFiles.All.Where(file => file.IsProduct));

        Assert.Empty(types.Where(type => type.Value > LongTypes.GetValueOrDefault(type.Key, LongestType)));
        Assert.Equal(LongTypes.Keys.Order(StringComparer.Ordinal), types.Where(type => type.Value > LongestType).Select(type => type.Key).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Would_see_a_type_that_grows_in_a_second_file() =>
        Assert.Equal(5, Types([
            new("src/A.One.cs", ["namespace N;", "public partial class A", "{"]), new("src/A.Two.cs", ["namespace N;", "internal sealed partial class A"])])["N.A"]);

    private static Dictionary<string, int> Types(IEnumerable<SourceFile> files) =>
        files.Select(file => (Name: Name(string.Join('\n', file.Lines)), Count: file.Lines.Count(line => !line.StartsWith("using ", StringComparison.Ordinal)))).Where(one => one.Name is not null)
            .GroupBy(one => one.Name!, StringComparer.Ordinal).ToDictionary(type => type.Key, type => type.Sum(one => one.Count), StringComparer.Ordinal);

    private static string? Name(string text) =>
        Piece().Match(text) is { Success: true } piece ? $"{Space().Match(text).Groups[1].Value}.{piece.Groups[1].Value}" : null;

    [GeneratedRegex(@"^(?:public |internal |sealed |static |abstract )*partial (?:class|record|struct) (\w+)", RegexOptions.Multiline, 1000)]
    private static partial Regex Piece();

    [GeneratedRegex(@"^namespace ([\w.]+)", RegexOptions.Multiline, 1000)]
    private static partial Regex Space();
}
