using System.Buffers;
using System.Globalization;

namespace Mooring.Clinical;

/// <summary>
/// A number as people type it, read by one rule wherever it is typed. A point or a comma stands before the decimals. A
/// comma before exactly three digits may also stand between thousands: it is asked about, and never read as either.
/// </summary>
public readonly record struct TypedNumber(double? Value, Sentence? Asks)
{
    private const int Thousands = 3;
    private static readonly SearchValues<char> Known = SearchValues.Create("0123456789.,");

    /// <summary>Neither a value nor a question means: this is no number.</summary>
    public static TypedNumber Read(string? typed)
    {
        var text = typed?.Trim() ?? "";
        var digits = text.AsSpan().TrimStart("+-");
        if (text.Length - digits.Length > 1 || digits.IsEmpty || digits.ContainsAnyExcept(Known) || digits.IndexOfAnyInRange('0', '9') < 0)
            return default;
        var mark = digits.IndexOfAny('.', ',');
        if (mark < 0)
            return Of(text);
        if (digits[(mark + 1)..].ContainsAny('.', ','))
            return default;
        return digits[mark] == ',' && digits.Length - mark - 1 == Thousands
            ? new(null, TwoWays(text, text.Replace(",", "", StringComparison.Ordinal), text.Replace(',', '.')))
            : Of(text.Replace(',', '.'));
    }

    private static Sentence TwoWays(string typed, string whole, string withPoint) =>
        $"“{typed}” can be read in two ways. Write it without the comma, {whole}, or with a point, {withPoint}.";

    private static TypedNumber Of(string plain) =>
        double.TryParse(plain, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value)
            ? new(value, null)
            : default;
}
