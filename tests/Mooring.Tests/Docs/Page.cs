using System.Text.RegularExpressions;

namespace Mooring.Tests.Docs;

/// <summary>One document, and what it points at.</summary>
internal sealed partial record Page(string File, string Text)
{
    /// <summary>Milliseconds that one pattern may take.</summary>
    public const int Patience = 10_000;

    private static readonly string[] Endings = [".cs", ".yaml", ".razor", ".ts", ".css", ".md", ".sh", ".csproj", ".props"];

    private string Folder => File.Contains('/', StringComparison.Ordinal) ? File[..File.LastIndexOf('/')] : "";

    /// <summary>Whatever it names that is not there, one sentence each.</summary>
    public IEnumerable<string> Dangling() => [.. Links(), .. Paths()];

    /// <summary>Backticked words of a stretch of text.</summary>
    public static IEnumerable<string> Ticked(string text) => Backticks().Matches(text).Select(match => match.Groups["word"].Value);

    /// <summary>The body cells of every table row whose first cell is a number.</summary>
    public IEnumerable<string[]> NumberedRows() =>
        from line in Text.Split('\n')
        where NumberedRow().IsMatch(line)
        select line.Trim().Trim('|').Split('|').Select(cell => cell.Trim()).ToArray();

    private IEnumerable<string> Links() =>
        from match in Link().Matches(Text)
        let target = match.Groups["target"].Value.Split('#')[0]
        where target.Length > 0 && !target.Contains("://", StringComparison.Ordinal) && !target.StartsWith("mailto:", StringComparison.Ordinal)
        let path = Resolve(target.TrimEnd('/'))
        // The browser tests draw these; a checkout in which they never ran shows the words instead.
        where !path.StartsWith("docs/pictures/", StringComparison.Ordinal)
        where !Checkout.Files.Contains(path) && !Checkout.Folders.Contains(path)
        select $"{File} links to {target}, which is not there.";

    private IEnumerable<string> Paths() =>
        from word in Ticked(Text)
        where PathLike().IsMatch(word) && (word.EndsWith('/') ? word.Contains('/', StringComparison.Ordinal) : Endings.Contains(Path.GetExtension(word)))
        where !Exists(word)
        select $"{File} names {word}, which is not there.";

    // A name without a folder may stand for a file anywhere.
    private static bool Exists(string word) =>
        word.EndsWith('/') ? Checkout.Folders.Contains(word.TrimEnd('/'))
        : word.Contains('/', StringComparison.Ordinal) ? Checkout.Files.Contains(word)
        : Checkout.Names.Contains(word);

    private string Resolve(string target)
    {
        List<string> parts = target.StartsWith('/') || Folder.Length == 0 ? [] : [.. Folder.Split('/')];
        foreach (var part in target.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (part == ".." && parts.Count > 0)
                parts.RemoveAt(parts.Count - 1);
            else if (part is not ("." or ".."))
                parts.Add(part);
        }

        return string.Join('/', parts);
    }

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)", RegexOptions.ExplicitCapture, Patience)]
    private static partial Regex Link();

    [GeneratedRegex("`(?<word>[^`\n]+)`", RegexOptions.ExplicitCapture, Patience)]
    private static partial Regex Backticks();

    [GeneratedRegex(@"^\.?[\w][\w./-]*$", RegexOptions.None, Patience)]
    private static partial Regex PathLike();

    [GeneratedRegex(@"^\| *\d+ *\|", RegexOptions.None, Patience)]
    private static partial Regex NumberedRow();
}
