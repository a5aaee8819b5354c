using System.Text.RegularExpressions;

namespace Mooring.Content.Yaml;

/// <summary>
/// Gives a fault that was found in what was read, not while reading it, the line of its file: the first that holds what
/// the fault is near, or what its sentence quotes; the first of all when it is about the whole file.
/// </summary>
internal static partial class FaultPlaces
{
    /// <param name="written">The file and line where a line of a text is written, which may be in a base. What many files take from there is said once.</param>
    public static IReadOnlyList<LibraryFault> Placed(IEnumerable<LibraryFault> faults, IReadOnlyDictionary<string, string> texts, Func<LibraryFault, LibraryFault> written) =>
        [.. faults.Select(fault => fault.Line == 0 && texts.TryGetValue(fault.File, out var text) ? written(fault with { Line = LineOf(fault, text.Split('\n')) }) : fault).Distinct()];

    private static int LineOf(LibraryFault fault, string[] lines)
    {
        foreach (var sought in fault.Near is { } near ? [near] : Quoted().Matches(fault.Says).Select(match => match.Groups[1].Value))
        {
            var at = Array.FindIndex(lines, line => HasWord(line, sought));
            if (at >= 0)
                return at + 1;
        }

        return 1;
    }

    private static bool HasWord(string line, string sought)
    {
        var at = line.IndexOf(sought, StringComparison.Ordinal);
        var end = at + sought.Length;
        return at >= 0 && (at == 0 || !IsPart(line[at - 1])) && (end == line.Length || !IsPart(line[end]));
    }

    private static bool IsPart(char letter) => char.IsLetterOrDigit(letter) || letter is '-' or '_';

    [GeneratedRegex("'([^']+)'", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Quoted();
}
