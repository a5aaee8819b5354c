using System.Globalization;
using Mooring.Clinical;

namespace Mooring.Storage.Desks;

/// <summary>Numbers as people type them: a comma or a point before the decimals, nothing else.</summary>
internal static class Typed
{
    /// <summary>The number, or a refusal added for the field it came from.</summary>
    public static double Number(string? text, string at, List<Refusal> refusals)
    {
        if (TryNumber(text, out var number))
            return number;
        refusals.Add(string.IsNullOrWhiteSpace(text)
            ? new("STO162", "Write the number.", at)
            : new("STO163", $"“{text}” is not a number; write it like 36 or 36.5.", at));
        return double.NaN;
    }

    public static bool TryNumber(string? text, out double number) =>
        double.TryParse(text?.Trim().Replace(',', '.'), NumberStyles.Float, CultureInfo.InvariantCulture, out number) && double.IsFinite(number);
}
