using System.Text.RegularExpressions;
using Mooring.Cli.Commands;
using Mooring.Content;

namespace Mooring.SystemTests.Operations;

/// <summary>What the guides and units for operators tell people to type is what the program takes.</summary>
public sealed partial class PapersOfOperators
{
    // Of programs that are not ours.
    private static readonly HashSet<string> Others = new(["--help", "--system", "--home-dir", "--shell", "--now", "--tmpfs", "--user", "--yes", "--no-install-recommends", "--uid", "--no-audit", "--no-fund", "--nologo"], StringComparer.Ordinal);

    private static readonly System.CommandLine.Command[] Named =
        [ServeCommand.Create(), BackupCommand.Create(), RestoreCommand.Create(), KeysCommand.Create(), DoctorCommand.Create(), DowntimeCommand.Create(), AuditCommand.Create(), IncidentCommand.Create(), VerifyCommand.Create(), ExportCommand.Create()];

    [Fact]
    public void Name_no_option_that_the_program_does_not_have()
    {
        var root = Path.GetDirectoryName(ContentFolder.Find())!;
        var known = Named.SelectMany(Options).ToHashSet(StringComparer.Ordinal);
        var files = Directory.GetFiles(Path.Combine(root, "deploy")).Concat(Directory.GetFiles(Path.Combine(root, "docs", "operations"))).ToList();

        var unknown = files.SelectMany(file => Option().Matches(File.ReadAllText(file)).Select(match => (File: Path.GetFileName(file), match.Value)))
            .Where(named => !known.Contains(named.Value) && !Others.Contains(named.Value)).Distinct().ToList();

        Assert.Empty(unknown);
        Assert.True(files.Count >= 8 && known.Contains("--behind-proxy"), "The walk is blind.");
    }

    private static IEnumerable<string> Options(System.CommandLine.Command command) => [.. command.Options.Select(option => option.Name), .. command.Subcommands.SelectMany(Options)];

    [GeneratedRegex("(?<![\\w-])--[a-z][a-z-]+", RegexOptions.None, 1000)]
    private static partial Regex Option();
}
