using System.Collections.Concurrent;
using System.Text;
using System.Text.RegularExpressions;

namespace Mooring.Clinical;

/// <summary>
/// The name of a place in a <see cref="Sentence"/>, from the expression that fills it: <c>act.At</c> is <c>actAt</c>,
/// <c>Plain(total.InMilligrams)</c> is <c>totalInMilligrams</c>, and <c>string.Join(", ", names)</c> is <c>names</c>.
/// </summary>
public static partial class PlaceName
{
    private static readonly ConcurrentDictionary<string, string> Known = new(StringComparer.Ordinal);

    public static string Of(string expression) => Known.GetOrAdd(expression, Make);

    private static string Make(string expression)
    {
        var bare = Quoted().Replace(expression, "");
        // What is called is how it is said; what it is called with is what is said.
        var chain = Chain().Matches(bare).Where(match => !match.Groups["call"].Success).Select(match => match.Groups["name"].Value)
            .Select(one => string.Concat(one.Split('.', '?', '!').Where(part => part.Length > 0).Select(Capital))).FirstOrDefault(one => one.Length > 0)
            ?? string.Concat(Letters().Matches(bare).Select(match => Capital(match.Value)));
        return chain.Length == 0 ? "value" : char.ToLowerInvariant(chain[0]) + chain[1..];
    }

    private static string Capital(string part)
    {
        var letters = new StringBuilder(part.Length);
        foreach (var letter in part.Where(char.IsAsciiLetter))
            letters.Append(letters.Length == 0 ? char.ToUpperInvariant(letter) : letter);
        return letters.ToString();
    }

    [GeneratedRegex("\"[^\"]*\"", RegexOptions.None, 1000)]
    private static partial Regex Quoted();

    [GeneratedRegex(@"(?<name>[A-Za-z_]\w*(?:[?!]?\.[A-Za-z_]\w*)*)(?<call>\s*\()?", RegexOptions.None, 1000)]
    private static partial Regex Chain();

    [GeneratedRegex("[A-Za-z]+", RegexOptions.None, 1000)]
    private static partial Regex Letters();
}
