using System.Globalization;
using System.Text;

namespace Mooring.Clinical.Patients;

/// <summary>
/// A name as it is compared and looked for: without accents, case, apostrophes, dashes, or the way its letters happen to
/// be stored. It is never shown, and never kept in place of what was written.
/// </summary>
public static class NameLetters
{
    // Letters that no accent can be taken off, and how they are commonly typed without them.
    private static readonly Dictionary<char, string> Plain = new()
    {
        ['ß'] = "SS",
        ['ẞ'] = "SS",
        ['Ø'] = "O",
        ['Ł'] = "L",
        ['Đ'] = "D",
        ['Ð'] = "D",
        ['Þ'] = "TH",
        ['Æ'] = "AE",
        ['Œ'] = "OE",
        ['ı'] = "I",
        ['Ħ'] = "H",
        ['Ŧ'] = "T",
    };

    /// <summary>One word: "O’Brien" and "OBRIEN", "Núñez" and "nunez", "Anne-Marie" and "annemarie" are the same.</summary>
    public static string Word(string? written)
    {
        var letters = new StringBuilder();
        foreach (var letter in Whole(written ?? "").Normalize(NormalizationForm.FormKD).ToUpperInvariant())
        {
            if (Plain.TryGetValue(letter, out var plain))
                letters.Append(plain);
            else if (Counts(letter))
                letters.Append(letter);
        }

        return letters.ToString();
    }

    /// <summary>The words of a name, each as it is compared; one that has no letters at all is left out.</summary>
    public static IReadOnlyList<string> Words(params IEnumerable<string?> names) =>
        [.. names.SelectMany(name => (name ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Select(Word).Where(word => word.Length > 0)];

    /// <summary>Are these the same words, in whichever order they stand, and whether a name is written as one word or as two?</summary>
    public static bool AreSame(IReadOnlyList<string> one, IReadOnlyList<string> other) =>
        string.Concat(one.Order(StringComparer.Ordinal)) == string.Concat(other.Order(StringComparer.Ordinal)) || string.Concat(one) == string.Concat(other);

    private static bool Counts(char letter) => char.GetUnicodeCategory(letter) is not
        (UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format or UnicodeCategory.Control
        or UnicodeCategory.DashPunctuation or UnicodeCategory.SpaceSeparator or UnicodeCategory.ModifierLetter or UnicodeCategory.ModifierSymbol)
        && letter is not ('\'' or '’' or '‘' or '.' or ',');

    // Half of a pair of code units can not be normalized; it is no letter either.
    private static string Whole(string written) => string.Concat(written.EnumerateRunes());
}
