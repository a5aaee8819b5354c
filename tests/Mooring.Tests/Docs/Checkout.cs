using System.Text.RegularExpressions;

namespace Mooring.Tests.Docs;

/// <summary>The files of this checkout that documents talk about, read once.</summary>
internal static partial class Checkout
{
    private static readonly string[] Skipped = ["bin", "obj", "node_modules", "artifacts", ".git"];

    public static string Root { get; } = Above(AppContext.BaseDirectory);

    /// <summary>Every file below the root, as a path with forward slashes.</summary>
    public static IReadOnlySet<string> Files { get; } = Below("").ToHashSet(StringComparer.Ordinal);

    /// <summary>The folders of those files.</summary>
    public static IReadOnlySet<string> Folders { get; } = Files.SelectMany(Parents).ToHashSet(StringComparer.Ordinal);

    /// <summary>The last parts of their names.</summary>
    public static IReadOnlySet<string> Names { get; } = Files.Select(file => Path.GetFileName(file)).ToHashSet(StringComparer.Ordinal);

    /// <summary>Each test class with the names of its methods, taken from the source: system tests are not referenced here.</summary>
    public static ILookup<string, string> Tests { get; } = (
        from file in Files
        where file.StartsWith("tests/", StringComparison.Ordinal) && file.EndsWith(".cs", StringComparison.Ordinal)
        let text = Read(file)
        from subject in ClassName().Matches(text).Select(match => match.Groups["name"].Value)
        from sentence in MethodName().Matches(text).Select(match => match.Groups["name"].Value)
        select (subject, sentence)).ToLookup(test => test.subject, test => test.sentence, StringComparer.Ordinal);

    public static IReadOnlyList<Page> Pages { get; } =
    [
        .. Files.Where(file => file.EndsWith(".md", StringComparison.Ordinal)
                && (!file.Contains('/', StringComparison.Ordinal) || file.StartsWith("docs/", StringComparison.Ordinal)))
            .Order(StringComparer.Ordinal).Select(file => new Page(file, Read(file))),
    ];

    public static string Read(string file) => File.ReadAllText(Path.Combine(Root, file));

    private static string Above(string folder) =>
        File.Exists(Path.Combine(folder, "Mooring.slnx")) ? folder : Above(Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests run outside of a checkout."));

    private static IEnumerable<string> Below(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Root, folder)))
            yield return folder + Path.GetFileName(file);
        foreach (var inner in Directory.EnumerateDirectories(Path.Combine(Root, folder)).Select(inner => Path.GetFileName(inner)!))
        {
            if (Skipped.Contains(inner))
                continue;
            foreach (var file in Below(folder + inner + "/"))
                yield return file;
        }
    }

    private static IEnumerable<string> Parents(string file)
    {
        for (var end = file.LastIndexOf('/'); end > 0; end = file.LastIndexOf('/', end - 1))
            yield return file[..end];
    }

    [GeneratedRegex(@"\bclass (?<name>[A-Z]\w*)", RegexOptions.ExplicitCapture, Page.Patience)]
    private static partial Regex ClassName();

    [GeneratedRegex(@"^\s+public (static )?(async )?(void|Task|ValueTask) (?<name>[A-Z]\w*)\(", RegexOptions.Multiline | RegexOptions.ExplicitCapture, Page.Patience)]
    private static partial Regex MethodName();
}
