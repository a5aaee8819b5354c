using System.Collections.Frozen;
using System.Text;

namespace Mooring.Practice.Access.Accounts;

/// <summary>The passwords that everybody tries first; see <c>common_passwords.origin.md</c> for where they come from.</summary>
public static class CommonPasswords
{
    private const string File = "Mooring.Practice.Access.Accounts.common_passwords.txt";

    // A row is common in either direction, and from anywhere in it.
    private static readonly string[] Rows = ["0123456789", "1234567890", "abcdefghijklmnopqrstuvwxyz", "qwertyuiop", "asdfghjkl", "zxcvbnm", "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik"];

    private static readonly Lazy<FrozenSet<string>> List = new(Read);

    public static int Count => List.Value.Count;

    /// <summary>Whether it is one of them, one of them again and again, one with digits and signs around it, or a run along the keys.</summary>
    public static bool Contains(string password)
    {
        ArgumentNullException.ThrowIfNull(password);
        var typed = password.Normalize(NormalizationForm.FormKC).ToLowerInvariant();
        var core = Core(typed);
        return new[] { typed, Letters(typed), core, Letters(core) }.Any(form => List.Value.Contains(form) || IsRun(form) || Unit(form) is { } unit && (unit.Length <= 3 || List.Value.Contains(unit) || IsRun(unit)));
    }

    // What is left without the digits and signs before and behind.
    private static string Core(string typed) => typed.Trim([.. typed.Where(letter => !char.IsLetter(letter))]);

    private static string Letters(string typed) => string.Concat(typed.Where(letter => !char.IsWhiteSpace(letter)));

    private static bool IsRun(string text) => text.Length >= 4 && Rows.Any(row =>
        $"{row}{row}{row}".Contains(text, StringComparison.Ordinal) || $"{row}{row}{row}".Contains(string.Concat(text.Reverse()), StringComparison.Ordinal));

    // The shortest part that the whole repeats; null when it repeats none.
    private static string? Unit(string text)
    {
        for (var length = 1; length <= text.Length / 2; length++)
        {
            if (Enumerable.Range(length, text.Length - length).All(at => text[at] == text[at - length]))
                return text[..length];
        }

        return null;
    }

    private static FrozenSet<string> Read()
    {
        using var stream = typeof(CommonPasswords).Assembly.GetManifestResourceStream(File) ?? throw new InvalidOperationException($"{File} was not built in.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
    }
}
