using System.Diagnostics;

namespace Mooring.Tests.Ratchets;

/// <summary>A C# file of ours, as git knows it.</summary>
internal sealed record SourceFile(string Path, IReadOnlyList<string> Lines)
{
    public bool IsProduct => Path.StartsWith("src/", StringComparison.Ordinal);

    public override string ToString() => $"{Path} ({Lines.Count})";
}

/// <summary>Everything under src, tests and tools that somebody here wrote; what a tool wrote does not count.</summary>
internal static class SourceFiles
{
    private static readonly Lazy<IReadOnlyList<SourceFile>> Read = new(() => Of("src/*.cs", "tests/*.cs", "tools/*.cs"));

    private static readonly Lazy<IReadOnlyList<SourceFile>> ReadScreens = new(() => Of("src/*.razor", "src/*.ts"));

    public static IReadOnlyList<SourceFile> All => Read.Value;

    /// <summary>Pages, their parts, and what the browser runs.</summary>
    public static IReadOnlyList<SourceFile> Screens => ReadScreens.Value;

    private static string Root => Docs.Checkout.Root;

    private static IReadOnlyList<SourceFile> Of(params string[] kinds) => [.. Tracked(kinds).Select(path => new SourceFile(path, File.ReadAllLines(Path.Combine(Root, path))))];

    private static IEnumerable<string> Tracked(string[] kinds)
    {
        var start = new ProcessStartInfo("git", ["ls-files", "--", .. kinds]) { WorkingDirectory = Root, RedirectStandardOutput = true };
        using var git = Process.Start(start)!;
        var paths = git.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        git.WaitForExit();
        return paths.Where(path => !path.Contains("/Migrations/", StringComparison.Ordinal) && !path.EndsWith(".g.cs", StringComparison.Ordinal)
            && File.Exists(Path.Combine(Root, path)));
    }
}
