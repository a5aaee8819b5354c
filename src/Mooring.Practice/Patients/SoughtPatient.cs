using System.Globalization;
using Mooring.Clinical.Patients;

namespace Mooring.Practice.Patients;

/// <summary>What somebody typed to find a patient by: parts of names or the number, a birth date, digits of a phone number.</summary>
/// <param name="Words">Each must be in the name or number, in plain letters of whatever script.</param>
/// <param name="Digits">Of a phone number, without what stands between them; null when there are letters too.</param>
public sealed record SoughtPatient(IReadOnlyList<string> Words, string? Digits, DateOnly? Born)
{
    /// <summary>Longer than any name: what follows is not looked for.</summary>
    public const int Longest = 100;

    // Fewer stand in every second number.
    private const int FewestDigits = 3;
    private const int WithCountry = 11;

    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-US");

    // As people of the United States write a day, and as computers do.
    private static readonly string[] Days =
        ["M/d/yyyy", "M-d-yyyy", "M.d.yyyy", "yyyy-M-d", "M/d/yy", "MMM d yyyy", "MMMM d yyyy", "d MMM yyyy", "d MMMM yyyy"];

    public static SoughtPatient Of(string? typed)
    {
        var tokens = (typed ?? "")[..Math.Min(typed?.Length ?? 0, Longest)].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToList();
        var born = TakeDay(tokens);
        var rest = string.Concat(tokens);
        var digits = string.Concat(rest.Where(char.IsAsciiDigit));
        var isPhone = digits.Length >= FewestDigits && rest.All(letter => char.IsAsciiDigit(letter) || letter is '+' or '-' or '(' or ')' or '.' or '/');
        // "312 555 0199" is one number, "noor willow" are two words.
        return new(isPhone ? [NameLetters.Word(rest)] : NameLetters.Words(string.Join(' ', tokens)), isPhone ? National(digits) : null, born);
    }

    private static DateOnly? TakeDay(List<string> tokens)
    {
        foreach (var length in new[] { 3, 1 })
        {
            for (var at = 0; at + length <= tokens.Count; at++)
            {
                var said = string.Join(' ', tokens.Skip(at).Take(length)).Replace(",", "", StringComparison.Ordinal);
                if (!DateOnly.TryParseExact(said, Days, English, DateTimeStyles.None, out var day))
                    continue;
                tokens.RemoveRange(at, length);
                return day;
            }
        }

        return null;
    }

    // The country is seldom written down with a number.
    private static string National(string digits) => digits.Length == WithCountry && digits[0] == '1' ? digits[1..] : digits;
}
