using System.Text.RegularExpressions;

namespace Mooring.Tests.Ratchets;

/// <summary>
/// What the source promises about itself. Each number may only fall; when it has fallen it is lowered here in the same
/// change, so that it can not rise again unseen.
/// </summary>
public sealed partial class TheSource
{
    private const int LongestFile = 250;

    // Turned off where they stand, each with its reason beside it.
    private const int WarningsTurnedOff = 0;

    // Comparisons with a number that looks clinical, and why each is not: file, how many.
    private static readonly Dictionary<string, int> NotClinical = new(StringComparer.Ordinal)
    {
        ["src/Mooring.Cli/Commands/PredictRequest.cs"] = 1, // an age nobody reaches: a typing error
        ["src/Mooring.Cli/Commands/ValidationReport.cs"] = 1, // digits of a number that is printed
        ["src/Mooring.Devices/Simulator/Physiology.cs"] = 1, // seconds of a simulated sensor that is off
        ["src/Mooring.Kinetics/Solvers/Stepper.cs"] = 1, // terms of a series
        ["src/Mooring.Kinetics/Validation/Sampled.cs"] = 1, // percent
        ["src/Mooring.Practice/Histories/HistoryDesk.cs"] = 2, // percent
    };

    [Fact]
    public void Has_no_file_longer_than_a_reader_can_hold()
    {
        var lengths = SourceFiles.All.Select(file => file.Lines.Count).Order().ToList();
        Console.WriteLine(
            $"{lengths.Count} files, {lengths.Sum()} lines of C#. Median {lengths[lengths.Count / 2]}, 90th percentile {lengths[lengths.Count * 9 / 10]}, longest {lengths[^1]}.");

        Assert.Empty(SourceFiles.All.Where(file => file.Lines.Count > LongestFile));
        Assert.True(lengths.Count > 200, "Hardly any file was read: the ratchets are blind.");
    }

    [Fact]
    public void Leaves_no_note_to_do_it_later() =>
        Assert.Empty(Where((_, line) => Later().IsMatch(line)));

    // Drawn at its first wait, a component shows what it does not know yet, and asks while others ask.
    [Fact]
    public void Lets_no_component_ask_out_of_turn() =>
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(Docs.Checkout.Root, "src", "Mooring.Web"), "*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) is ".razor" or ".cs" && !file.Contains("/obj/", StringComparison.Ordinal))
            .Where(file => OutOfTurn().IsMatch(File.ReadAllText(file))));

    [Fact]
    public void Keeps_no_code_in_comments() =>
        Assert.Empty(Where((_, line) => CommentedOut().IsMatch(line)));

    [Fact]
    public void Turns_off_no_more_warnings_than_it_did() =>
        Assert.Equal(WarningsTurnedOff, Where((_, line) => Disabled().IsMatch(line)).Count);

    [Fact]
    public void Compares_with_no_number_that_belongs_to_clinicians()
    {
        var found = Where((file, line) => file.IsProduct && Clinical().IsMatch(Code(line)));

        var byFile = found.GroupBy(place => place.Split(':')[0]).ToDictionary(places => places.Key, places => places.Count(), StringComparer.Ordinal);
        var differs = byFile.Keys.Union(NotClinical.Keys).Where(file => byFile.GetValueOrDefault(file) != NotClinical.GetValueOrDefault(file)).ToList();
        Assert.True(differs.Count == 0, string.Join('\n', found.Where(place => differs.Contains(place.Split(':')[0])).Concat(differs)));
    }

    // The canaries: each pattern finds what it is for.
    [Theory]
    [InlineData("if (systolic >= 160)")]
    [InlineData("spo2 is < 94")]
    [InlineData("90 > value")]
    public void Would_see_a_clinical_number(string line) => Assert.Matches(Clinical(), line);

    [Theory]
    [InlineData("    // var x = Load(id);")]
    [InlineData("// return null;")]
    [InlineData("    // if (a) {")]
    public void Would_see_code_in_a_comment(string line) => Assert.Matches(CommentedOut(), line);

    [Fact]
    public void Would_see_a_note_and_a_warning_turned_off()
    {
        Assert.Matches(Later(), "// TO" + "DO: later");
        Assert.Matches(Disabled(), "#pragma warning " + "disable CA1000");
    }

    private static List<string> Where(Func<SourceFile, string, bool> isSo) =>
    [
        .. from file in SourceFiles.All
           where !file.Path.EndsWith("Ratchets/TheSource.cs", StringComparison.Ordinal)
           from line in file.Lines.Index()
           where isSo(file, line.Item)
           select FormattableString.Invariant($"{file.Path}:{line.Index + 1}: {line.Item.Trim()}"),
    ];

    private static string Code(string line) => line.IndexOf("//", StringComparison.Ordinal) is >= 0 and var at ? line[..at] : line;

    [GeneratedRegex(@"override (async )?Task On(Initialized|ParametersSet|AfterRender)Async\b", RegexOptions.None, 1000)]
    private static partial Regex OutOfTurn();

    [GeneratedRegex(@"\b(TODO|FIXME|XXX|HACK)\b", RegexOptions.None, 1000)]
    private static partial Regex Later();

    [GeneratedRegex(@"^\s*//(?!/).*(;|\{|\}|=>)\s*$", RegexOptions.None, 1000)]
    private static partial Regex CommentedOut();

    [GeneratedRegex(@"#pragma warning disable", RegexOptions.None, 1000)]
    private static partial Regex Disabled();

    [GeneratedRegex(@"([<>]=?\s*(90|92|94|95|100|105|110|120|130|140|150|160|170|180|200|210)\b(?![._\d])|\b(90|92|94|95|100|105|110|120|130|140|150|160|170|180|200|210)\s*[<>]=?\s)", RegexOptions.None, 1000)]
    private static partial Regex Clinical();
}
