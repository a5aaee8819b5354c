namespace Mooring.Clinical.Settings;

/// <summary>A phone number as it is printed for patients, or none.</summary>
public sealed record ClinicPhone(string? Number)
{
    private const int FewestDigits = 3;
    private const int MostDigits = 15;
    private const int MostLetters = 40;

    /// <summary>Trimmed, as written; empty is none. WEB122 for what can not be dialed.</summary>
    public static Outcome<ClinicPhone> Read(string? typed)
    {
        if (string.IsNullOrWhiteSpace(typed))
            return new ClinicPhone(Number: null);
        var digits = typed.Count(char.IsAsciiDigit);
        return digits is < FewestDigits or > MostDigits || typed.Length > MostLetters
            || typed.Any(letter => !char.IsAsciiDigit(letter) && !" +()-.".Contains(letter, StringComparison.Ordinal))
            ? new Refusal("WEB122", "Write the phone number with digits, such as (312) 555-0147, or leave it empty.", "phone")
            : new ClinicPhone(typed.Trim());
    }
}
