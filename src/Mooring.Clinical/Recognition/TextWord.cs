using System.Globalization;
using System.Text;

namespace Mooring.Clinical.Recognition;

/// <summary>What stands between a word and the one before it.</summary>
internal enum Gap
{
    Space,
    Hyphen,

    /// <summary>Comma, colon, bracket.</summary>
    Comma,

    /// <summary>Slash or plus.</summary>
    Joined,

    /// <summary>The end of a clause.</summary>
    Stop,
}

/// <summary>A word of a text: in small letters without accents, and as it is compared.</summary>
/// <param name="At">Where it begins in the text.</param>
/// <param name="End">Behind its last letter in the text.</param>
internal readonly record struct TextWord(string Plain, string Key, Gap Before, int At, int End)
{
    public bool IsNumber => char.IsAsciiDigit(Plain[0]);

    /// <summary>The words of a text, compared by <paramref name="fold"/>.</summary>
    public static IReadOnlyList<TextWord> Of(string text, Func<string, string> fold)
    {
        List<TextWord> words = [];
        var gap = Gap.Stop;
        for (var at = 0; at < text.Length;)
        {
            if (!char.IsLetterOrDigit(text[at]))
            {
                gap = Max(gap, GapOf(text, at));
                at++;
                continue;
            }

            var end = EndOf(text, at);
            var plain = Plainly(text.AsSpan(at, end - at));
            if (plain.Length > 0)
            {
                words.Add(new(plain, fold(plain), words.Count == 0 ? Gap.Stop : gap, at, end));
                gap = Gap.Space;
            }

            at = end;
        }

        return words;
    }

    // "h/o", "a.v.m." and "alzheimer's" are one word each.
    private static int EndOf(string text, int at)
    {
        var end = at;
        while (end < text.Length)
        {
            if (char.IsLetterOrDigit(text[end]) || char.GetUnicodeCategory(text[end]) == UnicodeCategory.NonSpacingMark)
                end++;
            else if (IsApostrophe(text[end]) && end + 1 < text.Length && char.IsLetter(text[end + 1]))
                end++;
            else if (text[end] is '.' or '/' && IsLone(text, end - 1) && IsLone(text, end + 1) && (text[end] == '.' || end - at == 1))
                end++;
            else if (text[end] is '.' or ',' && end + 1 < text.Length && char.IsAsciiDigit(text[end - 1]) && char.IsAsciiDigit(text[end + 1]))
                end++;
            else
                break;
        }

        return end;
    }

    private static bool IsLone(string text, int at) => at >= 0 && at < text.Length && char.IsLetter(text[at])
        && (at == 0 || !char.IsLetterOrDigit(text[at - 1])) && (at + 1 == text.Length || !char.IsLetterOrDigit(text[at + 1]));

    private static Gap GapOf(string text, int at) => text[at] switch
    {
        ';' or '\n' or '\r' or '|' or '•' or '!' or '?' => Gap.Stop,
        '.' => (at + 1 == text.Length || char.IsWhiteSpace(text[at + 1])) && !IsShortened(text, at) ? Gap.Stop : Gap.Space,
        ',' or ':' or '(' or ')' or '[' or ']' or '–' or '—' => Gap.Comma,
        '/' or '+' or '&' => Gap.Joined,
        '-' or '‐' or '‑' => at > 0 && at + 1 < text.Length && (char.IsWhiteSpace(text[at - 1]) || char.IsWhiteSpace(text[at + 1])) ? Gap.Comma : Gap.Hyphen,
        _ => Gap.Space,
    };

    // "St.", "hx.", "vs.": a dot behind three letters or fewer rather shortens a word than ends a clause.
    private static bool IsShortened(string text, int at)
    {
        var from = at;
        while (from > 0 && char.IsLetter(text[from - 1]))
            from--;
        return at - from is > 0 and <= 3;
    }

    private static bool IsApostrophe(char letter) => letter is '\'' or '’' or '‘' or '´' or '`';

    private static Gap Max(Gap one, Gap other) => one > other ? one : other;

    private static string Plainly(ReadOnlySpan<char> word)
    {
        var plain = new StringBuilder(word.Length);
        foreach (var letter in word.ToString().Normalize(NormalizationForm.FormKD).ToLowerInvariant())
        {
            if (letter == 'ß')
                plain.Append("ss");
            else if (letter is 'æ' or 'œ')
                plain.Append('e');
            else if (char.IsLetterOrDigit(letter) || letter == '/' || (letter is '.' or ',' && plain.Length > 0 && char.IsAsciiDigit(plain[^1])))
                plain.Append(letter);
        }

        return plain.ToString();
    }
}
