namespace Mooring.Tests.Clinical;

/// <summary>
/// Flesch-Kincaid grade level: 0.39 words a sentence + 11.8 syllables a word − 15.59 (Kincaid 1975). A syllable is a group
/// of vowels (y is one), less a silent ending: -e after a consonant ("take", but not "table"), -es unless a hiss comes before
/// it ("takes", but not "places"), -ed unless t or d comes before it ("asked", but not "wanted"). A word has at least one;
/// a number counts as one word of one syllable. What a group of two vowels that are said apart ("being") loses, what is
/// silent inside a word ("sometimes") gains.
/// </summary>
internal static class ReadingGrade
{
    public static double Of(IEnumerable<string> paragraphs)
    {
        var text = string.Join(' ', paragraphs.Select(paragraph => paragraph.TrimEnd() + (".!?".Contains(paragraph.TrimEnd()[^1]) ? "" : ".")));
        var sentences = text.Split(['.', '!', '?'], StringSplitOptions.RemoveEmptyEntries).Count(part => part.Any(char.IsLetterOrDigit));
        var words = text.Split([' ', '–', '-', '/', '(', ')'], StringSplitOptions.RemoveEmptyEntries).Where(word => word.Any(char.IsLetterOrDigit)).ToList();
        return (0.39 * words.Count / sentences) + (11.8 * words.Sum(Syllables) / words.Count) - 15.59;
    }

    public static int Syllables(string word)
    {
        var letters = new string([.. word.ToLowerInvariant().Where(char.IsAsciiLetter)]);
        var groups = letters.Where((letter, at) => IsVowel(letter) && (at == 0 || !IsVowel(letters[at - 1]))).Count();
        return Math.Max(1, groups - (EndsSilently(letters) ? 1 : 0));
    }

    private static bool EndsSilently(string letters) => letters switch
    {
        [.., var before, 'e'] => !IsVowel(before) && !(before == 'l' && letters is [.., var second, 'l', 'e'] && !IsVowel(second)),
        [.., var before, 'e', 's'] => !IsVowel(before) && !"szxcgh".Contains(before),
        [.., var before, 'e', 'd'] => !IsVowel(before) && before is not ('t' or 'd'),
        _ => false,
    };

    private static bool IsVowel(char letter) => "aeiouy".Contains(letter);
}
