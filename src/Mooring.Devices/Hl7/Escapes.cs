using System.Globalization;
using System.Text;

namespace Mooring.Devices.Hl7;

/// <summary>The escape sequences of HL7 v2: a mark inside a text is written <c>\F\ \S\ \T\ \R\ \E\</c>, a byte as <c>\X0D\</c>.</summary>
public static class Escapes
{
    /// <summary>The text meant. A sequence that is not understood stays as it was sent: nothing is guessed.</summary>
    public static string Unescape(string text, Delimiters marks)
    {
        if (!text.Contains(marks.Escape))
            return text;
        var plain = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            var end = text[at] == marks.Escape ? text.IndexOf(marks.Escape, at + 1) : -1;
            if (end < 0)
            {
                plain.Append(text[at]);
                continue;
            }

            plain.Append(Meaning(text[(at + 1)..end], marks) ?? text[at..(end + 1)]);
            at = end;
        }

        return plain.ToString();
    }

    /// <summary>The text, safe to stand in a component.</summary>
    public static string Escape(string text, Delimiters marks)
    {
        var safe = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            var code = Code(letter, marks);
            if (code is null)
                safe.Append(letter);
            else
                safe.Append(marks.Escape).Append(code).Append(marks.Escape);
        }

        return safe.ToString();
    }

    /// <summary>Whether every escape mark has its partner: an odd one means that a text was cut or not escaped.</summary>
    public static bool AreClosed(string text, Delimiters marks) => text.AsSpan().Count(marks.Escape) % 2 == 0;

    private static string? Code(char letter, Delimiters marks) =>
        letter == marks.Field ? "F"
        : letter == marks.Component ? "S"
        : letter == marks.Subcomponent ? "T"
        : letter == marks.Repetition ? "R"
        : letter == marks.Escape ? "E"
        : letter < ' ' ? string.Create(CultureInfo.InvariantCulture, $"X{(int)letter:X2}")
        : null;

    private static string? Meaning(string code, Delimiters marks) => code switch
    {
        "F" => marks.Field.ToString(),
        "S" => marks.Component.ToString(),
        "T" => marks.Subcomponent.ToString(),
        "R" => marks.Repetition.ToString(),
        "E" => marks.Escape.ToString(),
        ".br" => "\n",
        "H" or "N" => "",
        ['X', .. var digits] when digits.Length % 2 == 0 && digits.All(char.IsAsciiHexDigit) => Bytes(digits),
        _ => null,
    };

    private static string Bytes(string digits) => Encoding.Latin1.GetString(Convert.FromHexString(digits));
}
