using System.Text;

namespace Mooring.Clinical.Recognition;

/// <summary>
/// Makes spellings of one word equal: British and American, singular and plural, and for medicines the Spanish form of the
/// international name (theophylline, teofilina). It is applied to both sides, and the content check refuses two medicines
/// that become equal by it.
/// </summary>
public static class Folding
{
    private const int Short = 3;

    /// <summary>For names of conditions.</summary>
    public static string Condition(string plain)
    {
        var word = American(plain switch { "w/o" => "without", "d/o" => "disorder", "dz" => "disease", "synd" => "syndrome", _ => plain });
        if (word.Length <= Short || char.IsAsciiDigit(word[0]))
            return word;
        if (word.EndsWith("our", StringComparison.Ordinal) && word.Length > Short + 1)
            word = word[..^2] + "r";
        return Singular(word);
    }

    /// <summary>For names of medicines.</summary>
    public static string Medicine(string plain)
    {
        if (plain.Length <= Short || char.IsAsciiDigit(plain[0]))
            return plain;

        var word = American(plain)
            .Replace("ph", "f", StringComparison.Ordinal).Replace("th", "t", StringComparison.Ordinal).Replace("ch", "c", StringComparison.Ordinal)
            .Replace('y', 'i').Replace("mf", "nf", StringComparison.Ordinal);
        word = Single(word);
        if (word.EndsWith("ium", StringComparison.Ordinal))
            return word[..^2];
        if (word.Length > Short + 1 && word[^1] == 's')
            word = word[..^1];
        return word.Length > Short + 1 && word[^1] is 'a' or 'e' or 'o' ? word[..^1] : word;
    }

    /// <summary>British vowels in their American spelling.</summary>
    public static string American(string plain) => plain.Replace("ae", "e", StringComparison.Ordinal).Replace("oe", "e", StringComparison.Ordinal);

    private static string Singular(string word)
    {
        if (word.EndsWith("ies", StringComparison.Ordinal))
            return word[..^3] + "y";
        if (word.EndsWith("ss", StringComparison.Ordinal))
            return word;
        if (word.EndsWith("es", StringComparison.Ordinal) || word.EndsWith("is", StringComparison.Ordinal) || word.EndsWith("us", StringComparison.Ordinal))
            return word[..^2];
        if (word[^1] is 's' or 'e' or 'i')
            return word[..^1];
        return word;
    }

    private static string Single(string word)
    {
        var single = new StringBuilder(word.Length);
        foreach (var letter in word)
        {
            if (single.Length == 0 || single[^1] != letter)
                single.Append(letter);
        }

        return single.ToString();
    }
}
