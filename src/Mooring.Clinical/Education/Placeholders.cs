using System.Text;

namespace Mooring.Clinical.Education;

/// <summary>Text with <c>{names}</c> in it.</summary>
public static class Placeholders
{
    /// <summary>The names a text asks for, in order.</summary>
    public static IEnumerable<string> In(string text)
    {
        for (var open = text.IndexOf('{', StringComparison.Ordinal); open >= 0; open = text.IndexOf('{', open + 1))
        {
            var close = text.IndexOf('}', open);
            if (close < 0)
                yield break;
            yield return text[(open + 1)..close];
        }
    }

    /// <summary>The text with each name replaced by its word.</summary>
    /// <exception cref="InvalidOperationException">A name has no word.</exception>
    public static string Fill(string text, IReadOnlyDictionary<string, string> words)
    {
        var filled = new StringBuilder(text);
        foreach (var name in In(text).Distinct())
        {
            if (!words.TryGetValue(name, out var word))
                throw new InvalidOperationException($"Nothing fills {{{name}}}.");
            filled.Replace($"{{{name}}}", word);
        }

        return filled.ToString();
    }
}
