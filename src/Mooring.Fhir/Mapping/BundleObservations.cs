using System.Text.Json;
using Mooring.Clinical.Screening;
using Mooring.Kinetics.Quantities;

namespace Mooring.Fhir.Mapping;

/// <summary>Observations by LOINC, with their components; totals of instruments as scored sheets.</summary>
internal static class BundleObservations
{
    private const string Loinc = "http://loinc.org";

    /// <summary>Totals by the LOINC codes of the instruments' files.</summary>
    private static readonly Dictionary<string, string> Totals = new(StringComparer.Ordinal)
    {
        ["44261-6"] = "phq-9",
        ["70274-6"] = "gad-7",
        ["101698-9"] = "pcl-5",
        ["75626-2"] = "audit-c",
        ["91147-9"] = "peg",
        ["82667-7"] = "dast-10",
    };

    public static IEnumerable<Observation> Values(JsonElement resource)
    {
        if (IsVoid(resource) || At(resource) is not { } at)
            return [];

        return from part in resource.Each("component").Prepend(resource)
               let value = Value(part)
               where value is not null
               from code in Codes(part)
               select new Observation(code, value.Value, at);
    }

    public static ScoredSheet? Sheet(JsonElement resource) =>
        !IsVoid(resource) && Codes(resource).Select(Totals.GetValueOrDefault).FirstOrDefault(known => known is not null) is { } instrument && At(resource) is { } at
            ? new(instrument, resource.Child("valueQuantity")?.Number("value") ?? resource.Number("valueInteger"), null, at)
            : null;

    public static bool IsVoid(JsonElement resource) => resource.Text("status") is "entered-in-error" or "cancelled";

    public static DateTimeOffset? At(JsonElement resource) =>
        resource.Time("effectiveDateTime") ?? resource.Child("effectivePeriod")?.Time("start") ?? resource.Time("issued");

    // A measure may be coded twice, such as saturation in general and by pulse oximeter.
    private static IEnumerable<string> Codes(JsonElement part)
    {
        IReadOnlyList<string> codes = [.. part.Child("code")?.Codes(Loinc) ?? []];
        return codes.Count > 0 ? codes.Distinct(StringComparer.Ordinal) : part.Child("code")?.AnyCode() is { } other ? [other] : [];
    }

    private static Quantity? Value(JsonElement part)
    {
        if (part.Child("valueQuantity") is { } quantity && quantity.Number("value") is { } value)
            return Common(value, quantity.Text("code") ?? quantity.Text("unit") ?? "1");
        if (part.Number("valueInteger") is { } whole)
            return new(whole, "{score}");

        // A qualitative test: SNOMED positive, detected, negative, not detected. An answer of the PHQ-9: LOINC, not at all to nearly every day.
        return part.Child("valueCodeableConcept")?.AnyCode() switch
        {
            "LA6568-5" => new(0, "{score}"),
            "LA6569-3" => new(1, "{score}"),
            "LA6570-1" => new(2, "{score}"),
            "LA6571-9" => new(3, "{score}"),
            "10828004" or "260373001" => new(1, "1"),
            "260385009" or "260415000" => new(0, "1"),
            _ => null,
        };
    }

    // The unit that rules compare in, where another is exactly convertible; otherwise as it came.
    private static Quantity Common(double value, string unit) => unit switch
    {
        "mmHg" or "mm Hg" => new(value, "mm[Hg]"),
        "years" or "yr" => new(value, "a"),
        "[lb_av]" or "lb" or "lbs" => new(value * 0.45359237, "kg"),
        "[degF]" => new((value - 32) / 1.8, "Cel"),
        "u[IU]/mL" or "uIU/mL" => new(value, "m[IU]/L"),
        "score" or "{Score}" => new(value, "{score}"),
        _ => new(value, unit),
    };
}
