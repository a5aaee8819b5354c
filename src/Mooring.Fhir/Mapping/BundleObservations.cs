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

        return resource.Each("component").Prepend(resource)
            .Select(part => (Code: Code(part), Value: Value(part)))
            .Where(part => part is { Code: not null, Value: not null })
            .Select(part => new Observation(part.Code!, part.Value!.Value, at));
    }

    public static ScoredSheet? Sheet(JsonElement resource) =>
        !IsVoid(resource) && Code(resource) is { } code && Totals.TryGetValue(code, out var instrument) && At(resource) is { } at
            ? new(instrument, resource.Child("valueQuantity")?.Number("value") ?? resource.Number("valueInteger"), null, at)
            : null;

    private static bool IsVoid(JsonElement resource) => resource.Text("status") is "entered-in-error" or "cancelled";

    private static DateTimeOffset? At(JsonElement resource) =>
        resource.Time("effectiveDateTime") ?? resource.Child("effectivePeriod")?.Time("start") ?? resource.Time("issued");

    private static string? Code(JsonElement part) => part.Child("code")?.Code(Loinc) ?? part.Child("code")?.AnyCode();

    private static Quantity? Value(JsonElement part)
    {
        if (part.Child("valueQuantity") is { } quantity && quantity.Number("value") is { } value)
            return new(value, Ucum(quantity.Text("code") ?? quantity.Text("unit") ?? "1"));
        if (part.Number("valueInteger") is { } whole)
            return new(whole, "{score}");

        // A qualitative test: SNOMED positive, detected, negative, not detected.
        return part.Child("valueCodeableConcept")?.AnyCode() switch
        {
            "10828004" or "260373001" => new(1, "1"),
            "260385009" or "260415000" => new(0, "1"),
            _ => null,
        };
    }

    private static string Ucum(string unit) => unit switch
    {
        "mmHg" or "mm Hg" => "mm[Hg]",
        "years" or "yr" => "a",
        _ => unit,
    };
}
