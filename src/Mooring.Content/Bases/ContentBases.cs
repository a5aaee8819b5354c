using System.Text.RegularExpressions;
using Mooring.Content.Yaml;

namespace Mooring.Content.Bases;

/// <summary>
/// Content said once. A file that names a <c>base</c> says only what it changes: this makes the whole of it. Bases lie in the
/// folder <c>base</c> of their kind, are never used by themselves, and may have a base of their own. LIB112 to LIB118.
/// </summary>
internal sealed partial class ContentBases(string folder)
{
    private readonly Dictionary<string, PieceMap?> read = new(StringComparer.Ordinal);
    private readonly List<LibraryFault> faults = [];

    /// <summary>Whether a text is only the changes to a base.</summary>
    public static bool HasOne(string text) => Named().IsMatch(text);

    /// <summary>The file as it runs; null and its faults when it can not be made.</summary>
    public (MadeContent? Made, IReadOnlyList<LibraryFault> Faults) Make(string file, string text)
    {
        faults.Clear();
        var place = new YamlPlace(file);
        var own = PieceReading.Read(text, file, place);
        faults.AddRange(place.Faults);
        if (own is null || Base(own, file, [file]) is not { } found)
            return (null, [.. faults]);

        var merge = new PieceMerge(file);
        var root = PieceMerge.WithoutNames(merge.Merge(found.Whole, own));
        faults.AddRange(merge.Faults);
        var (made, lines) = PieceWriter.Write(root);
        return (faults.Count > 0 ? null : new MadeContent(file, found.File, made, lines, root, merge.Differences), [.. faults]);
    }

    /// <summary>Bases that lie there and that nothing was made of.</summary>
    public IEnumerable<LibraryFault> Unused() => (Directory.Exists(folder) ? Directory.EnumerateDirectories(folder, "base", SearchOption.AllDirectories) : [])
        .SelectMany(below => Directory.EnumerateFiles(below, "*.yaml"))
        .Select(file => Path.GetRelativePath(folder, file).Replace('\\', '/'))
        .Where(file => !read.ContainsKey(file))
        .Order(StringComparer.Ordinal)
        .Select(file => new LibraryFault("LIB117", file, 1, "Nothing names this base, so nothing of it runs. Name it with 'base:' in a file, or remove it."));

    /// <summary>The base that a file names, whole; null after a fault was noted.</summary>
    private (string File, PieceMap Whole)? Base(PieceMap own, string file, IReadOnlyList<string> chain)
    {
        var (line, kind) = (own["base"]?.At.Line ?? 1, file.Split('/')[0]);
        var name = own.Word("base")?.Text ?? "";
        var found = $"{name}.yaml";
        if (kind == file)
            faults.Add(new("LIB112", file, line, "Only content that lies in a folder of its kind has a base; write this file out."));
        else if (!Allowed().IsMatch(name) || name.Split('/')[0] != kind)
            faults.Add(new("LIB112", file, line, $"A base lies in the folder 'base' of its kind; write it like '{kind}/base/every-route', without its ending."));
        else if (chain.Contains(found))
            faults.Add(new("LIB113", file, line, $"The bases go in a circle: {string.Join(" to ", chain.Append(found))}."));
        else if (!File.Exists(Path.Combine(folder, found)))
            faults.Add(new("LIB112", file, line, $"There is no base '{found}'."));
        else if (Whole(found, chain) is { } whole)
            return (found, whole);
        return null;
    }

    private PieceMap? Whole(string found, IReadOnlyList<string> chain)
    {
        if (read.TryGetValue(found, out var known) && known is not null)
            return known;
        var place = new YamlPlace(found);
        var own = PieceReading.Read(File.ReadAllText(Path.Combine(folder, found)), found, place);
        faults.AddRange(place.Faults);
        return read[found] = own?["base"] is null ? own : Base(own, found, [.. chain, found]) is { } below ? Merged(below.Whole, own, found) : null;
    }

    private PieceMap? Merged(PieceMap below, PieceMap own, string file)
    {
        var merge = new PieceMerge(file);
        var whole = merge.Merge(below, own);
        faults.AddRange(merge.Faults);
        return merge.Faults.Count == 0 ? whole : null;
    }

    [GeneratedRegex("^base:", RegexOptions.Multiline | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Named();

    [GeneratedRegex("^[a-z-]+/base/[a-z0-9.-]+$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Allowed();
}
