namespace Mooring.Tests.Clinical;

/// <summary>Flesch-Kincaid grade level: 0.39 words a sentence + 11.8 syllables a word − 15.59 (Kincaid 1975).</summary>
internal static class ReadingGrade
{
    public static double Of(IEnumerable<string> paragraphs)
    {
        var text = string.Join(' ', paragraphs.Select(paragraph => paragraph.TrimEnd() + (".!?".Contains(paragraph.TrimEnd()[^1]) ? "" : ".")));
        var sentences = text.Split(['.', '!', '?'], StringSplitOptions.RemoveEmptyEntries).Count(part => part.Any(char.IsLetter));
        var words = text.Split([' ', '–', '/', '(', ')'], StringSplitOptions.RemoveEmptyEntries).Where(word => word.Any(char.IsLetterOrDigit)).ToList();
        return (0.39 * words.Count / sentences) + (11.8 * words.Sum(Syllables) / words.Count) - 15.59;
    }

    private static int Syllables(string word)
    {
        var letters = new string([.. word.ToLowerInvariant().Where(char.IsAsciiLetter)]);
        var groups = 0;
        for (var i = 0; i < letters.Length; i++)
        {
            if (IsVowel(letters[i]) && (i == 0 || !IsVowel(letters[i - 1])))
                groups++;
        }

        var silent = letters.EndsWith('e') && !letters.EndsWith("le", StringComparison.Ordinal) && groups > 1;
        return Math.Max(1, silent ? groups - 1 : groups);
    }

    private static bool IsVowel(char letter) => "aeiouy".Contains(letter);
}
