namespace Mooring.Clinical.Signing;

/// <summary>Which digits make a PIN.</summary>
public static class PinRule
{
    public const int Shortest = 6;

    public const int Longest = 12;

    private const int LongestBlock = 3;

    /// <summary>Whether this is typed like a PIN; anything else is taken for a password.</summary>
    public static bool LooksLikeOne(string typed) => typed.Length is >= Shortest and <= Longest && typed.All(char.IsAsciiDigit);

    /// <summary>Why it can not be one: SGN111 no six digits, SGN112 one that everybody tries first; null when it can.</summary>
    public static Refusal? Against(string pin) =>
        !LooksLikeOne(pin) ? new("SGN111", $"A PIN is {Shortest} to {Longest} digits.", "newPin")
        : IsRow(pin) || IsRepeated(pin) ? new("SGN112", "That PIN is one that everybody tries first. Choose digits without a pattern.", "newPin")
        : null;

    // 123456, 987654, 111111, 246810 is no row of one step.
    private static bool IsRow(string pin) => Enumerable.Range(1, pin.Length - 1).Select(at => (pin[at] - pin[at - 1] + 10) % 10).Distinct().Count() == 1;

    // 121212, 123123.
    private static bool IsRepeated(string pin) => Enumerable.Range(1, LongestBlock).Any(size => Enumerable.Range(size, pin.Length - size).All(at => pin[at] == pin[at - size]));
}
