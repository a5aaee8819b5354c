using System.Globalization;
using System.Text.RegularExpressions;
using Mooring.Kinetics.Quantities;
using R4 = Hl7.Fhir.Model;

namespace Mooring.Fhir.Mapping;

/// <summary>The upper limit of normal that a laboratory sends beside its value.</summary>
internal static partial class UpperLimit
{
    /// <summary>The lowest that is given, in this unit; null when none is.</summary>
    public static double? Of(IEnumerable<R4.Observation.ReferenceRangeComponent?> ranges, string unit) =>
        ranges.OfType<R4.Observation.ReferenceRangeComponent>().Where(IsNormal).Select(range => Limit(range, unit)).OfType<double>().Where(limit => limit > 0)
            .Select(limit => (double?)limit).Min();

    private static bool IsNormal(R4.Observation.ReferenceRangeComponent range) => range.Type is null || !range.Type.AllCodes().Any() || range.Type.HasAny("normal");

    private static double? Limit(R4.Observation.ReferenceRangeComponent range, string unit)
    {
        if (range.High is { Value: { } high })
            return (range.High.Code ?? range.High.Unit) is { } given ? new Quantity((double)high, given).In(unit)?.Value : (double)high;
        return range.Text is { } text && Written().Match(text) is { Success: true } match
            && double.TryParse(match.Groups["high"].ValueSpan, NumberStyles.Float, CultureInfo.InvariantCulture, out var written)
            && (match.Groups["unit"].Value.Trim() is not { Length: > 0 } with || new Quantity(1, with).In(unit) is { Value: 1 })
            ? written
            : null;
    }

    [GeneratedRegex(@"^\s*([0-9.]+\s*(-|\u2013|to)\s*|<=?\s*|\u2264\s*|up to\s*)(?<high>[0-9]+(\.[0-9]+)?)(?<unit>[^0-9]*)$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Written();
}
