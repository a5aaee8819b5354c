using System.Text.RegularExpressions;

namespace Mooring.Clinical.Recognition;

/// <summary>ICD-10-CM by its form. The prefix places a code, so one of the right form is always recognized.</summary>
public static partial class IcdCode
{
    public static bool HasForm(string code) => Form().IsMatch(code.Trim());

    /// <summary>
    /// Dots are left out, as billing files do: I671 is I67.1. A ? in the prefix stands for any one character, because
    /// ICD-10-CM says intent and encounter by a character further on: T42.4X2A is below T42.??2, T42.4X1A is not.
    /// </summary>
    public static bool IsBelow(string code, string prefix)
    {
        var (bare, begins) = (Bare(code), Bare(prefix));
        if (bare.Length < begins.Length)
            return false;
        for (var i = 0; i < begins.Length; i++)
        {
            if (begins[i] != '?' && char.ToUpperInvariant(begins[i]) != char.ToUpperInvariant(bare[i]))
                return false;
        }

        return true;
    }

    /// <summary>Reasons for contact and findings place nothing by themselves: what is written beside them says what is meant.</summary>
    public static bool IsVague(string code) => Bare(code) is ['Z' or 'z' or 'R' or 'r', ..];

    /// <summary>Without its dot.</summary>
    public static string Bare(string code) => code.Trim().Replace(".", "", StringComparison.Ordinal);

    [GeneratedRegex("^[A-Z][0-9][0-9A-Z](\\.?[0-9A-Z]{1,4})?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Form();
}
