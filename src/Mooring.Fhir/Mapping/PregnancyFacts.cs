using Mooring.Clinical.Facts;
using Mooring.Kinetics.Quantities;
using R4 = Hl7.Fhir.Model;

namespace Mooring.Fhir.Mapping;

/// <summary>Everything by which an Observation says that the patient is pregnant: the status, a delivery date to come, weeks that are not over, a test that only has a name.</summary>
internal static class PregnancyFacts
{
    // The longest that a pregnancy lasts, in weeks.
    private const int Longest = 42;

    // LOINC: pregnancy status, and as reported; estimated date of delivery; gestational age. SNOMED CT and LOINC: pregnant, not pregnant.
    private static readonly string[] Status = ["82810-3", "11449-6"];

    private static readonly string[] Delivery = ["11778-8", "11779-6", "11780-4"];

    private static readonly string[] Weeks = ["18185-9", "49051-6", "11884-4", "11885-1"];

    private static readonly string[] Pregnant = ["77386006", "LA15173-0"];

    private static readonly string[] NotPregnant = ["60001007", "LA26683-5"];

    private static readonly string[] StatusNames = ["pregnancy status", "pregnant", "pregnancy", "is pregnant", "embarazo", "embarazada", "estado de embarazo"];

    private static readonly string[] TestNames =
    [
        "pregnancy test", "urine pregnancy test", "serum pregnancy test", "pregnancy test, urine", "hcg", "urine hcg", "hcg, urine", "serum hcg", "beta hcg", "beta-hcg",
        "prueba de embarazo", "test de embarazo",
    ];

    /// <summary>Null where it says neither.</summary>
    public static bool? Of(R4.Observation resource, DateTimeOffset at, DateTimeOffset now)
    {
        var loinc = resource.Code.Codes(KnownSystem.Loinc);
        if (loinc.Intersect(Delivery).Any())
            return Times.Began(resource.Value, null) is { } due && due.Until >= DateOnly.FromDateTime(now.DateTime) ? true : null;
        if (loinc.Intersect(Weeks).Any())
            return resource.Value is R4.Quantity { Value: { } age } said && at.AddDays((double)((Longest * 7) - (said.Code is "d" ? age : age * 7))) >= now ? true : null;
        if (IsStatus(resource))
            return Said(resource);
        return loinc.Count == 0 && Has(resource, TestNames) && Said(resource) is true ? true : null;
    }

    /// <summary>An answer about pregnancy that is neither yes nor no, such as "possible", leaves it open.</summary>
    public static Observation? Open(R4.Observation resource, FhirTerms terms, DateTimeOffset at) =>
        IsStatus(resource) && resource.Value is not null && Said(resource) is null && terms.Measures.FirstOrDefault(measure => measure.Id == "pregnancy-test") is { Code: { } code } test
            ? new(code, new Quantity(1, test.Unit), at) { Doubt = "the answer about pregnancy is neither yes nor no" } : null;

    private static bool IsStatus(R4.Observation resource) =>
        resource.Code.Codes(KnownSystem.Loinc) is { Count: > 0 } loinc ? loinc.Intersect(Status).Any() : Has(resource, StatusNames);

    private static bool Has(R4.Observation resource, string[] names) => resource.Code.Names().Intersect(names, StringComparer.OrdinalIgnoreCase).Any();

    private static bool? Said(R4.Observation resource) => resource.Value switch
    {
        R4.CodeableConcept said => said.HasAny(Pregnant) ? true : said.HasAny(NotPregnant) ? false
            : said.AllCodes().Concat(said.Names()).Select(QualitativeWords.Of).FirstOrDefault(each => each is not null),
        R4.FhirString said => QualitativeWords.Of(said.Value ?? ""),
        R4.FhirBoolean said => said.Value,
        _ => null,
    };
}
