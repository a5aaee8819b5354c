using System.Globalization;
using System.Text.RegularExpressions;
using Mooring.Kinetics.Quantities;

namespace Mooring.Clinical;

/// <summary>
/// A measure as people type it: a bare number is in the unit that the box says; one with a unit behind it (<c>154 lb</c>,
/// <c>5 ft 10 in</c>, <c>99.1 °F</c>) is converted to it. A unit of something else is never taken for a number.
/// </summary>
/// <param name="Value">In the unit that was asked for; null where it could not be read.</param>
/// <param name="Asks">The question where it can be read in two ways.</param>
/// <param name="Other">The unit that was written, where it measures something else or is not known.</param>
public readonly partial record struct TypedMeasure(double? Value, Sentence? Asks, string? Other = null)
{
    private const int InchesInAFoot = 12;

    // A scale shows a tenth; more digits than that would only come from the conversion.
    private const int Decimals = 1;

    /// <param name="typed">As in the box.</param>
    /// <param name="unit">The unit, as UCUM writes it, in which it is kept.</param>
    public static TypedMeasure Read(string? typed, string unit)
    {
        var text = typed?.Trim() ?? "";
        if (FeetAndInches().Match(text) is { Success: true } height)
            return InUnit(Number(height.Groups["feet"]) * InchesInAFoot + Number(height.Groups["inches"]), "[in_i]", unit, "ft");
        if (WithUnit().Match(text) is not { Success: true } match)
            return Bare(text);
        var number = TypedNumber.Read(match.Groups["number"].Value);
        return number.Value is { } value ? InUnit(value, match.Groups["unit"].Value, unit, match.Groups["unit"].Value) : new(null, number.Asks);
    }

    /// <summary>The same for a box in which nothing is converted, such as that of a dose: only a bare number is read.</summary>
    public static TypedMeasure Bare(string? typed)
    {
        var number = TypedNumber.Read(typed);
        return new(number.Value, number.Asks);
    }

    private static TypedMeasure InUnit(double value, string from, string to, string written)
    {
        var one = string.Equals(from, to, StringComparison.OrdinalIgnoreCase) ? new Quantity(value, to) : new Quantity(value, from).In(to);
        return one is not { } converted ? new(null, null, written) : new(one.Value.Unit == from ? value : Math.Round(converted.Value, Decimals), null);
    }

    private static double Number(Group group) => group.Success ? double.Parse(group.Value.Replace(',', '.'), CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex("""^(?<feet>\d{1,2})\s*(?:ft|feet|foot|'|’|′)\s*(?:(?<inches>\d{1,2}(?:[.,]\d{1,2})?)\s*(?:in|inch|inches|"|”|″|'')?)?$""", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex FeetAndInches();

    [GeneratedRegex("""^(?<number>[+-]?[\d.,]+)\s*(?<unit>[^\d\s.,+-].*)$""", RegexOptions.None, 1000)]
    private static partial Regex WithUnit();
}
