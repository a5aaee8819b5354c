using System.Text.RegularExpressions;

namespace Mooring.Clinical.Vitals;

/// <summary>
/// Holds a name that its sender was free to choose against the sign its code stands for. A name in words that nobody
/// knows contradicts nothing.
/// </summary>
/// <param name="words">The words of each sign, by its code, in small letters.</param>
/// <param name="another">Words that make another thing of any of them.</param>
public sealed partial class FreeNames(IReadOnlyDictionary<string, IReadOnlyList<string>> words, IReadOnlyList<string> another)
{
    public static readonly FreeNames None = new(new Dictionary<string, IReadOnlyList<string>>(), []);

    /// <summary>Whether a name says that a value is something else than this sign.</summary>
    public bool Contradict(string name, VitalSign sign)
    {
        var said = Word().Matches(name).Select(word => word.Value.ToLowerInvariant()).ToHashSet(StringComparer.Ordinal);
        if (said.Overlaps(another))
            return true;
        var own = said.Overlaps(words.GetValueOrDefault(sign.Code) ?? []);
        // The pressures of one cuff are told apart by their word alone: one that names two of them names none.
        return words.Any(other => other.Key != sign.Code && said.Overlaps(other.Value) && (!own || (IsPressure(other.Key) && IsPressure(sign.Code))));
    }

    private static bool IsPressure(string code) => code.StartsWith("nibp-", StringComparison.Ordinal);

    [GeneratedRegex("[A-Za-z0-9]+", RegexOptions.None, 1000)]
    private static partial Regex Word();
}
