using System.Text.Json;
using Mooring.Clinical.Screening;

namespace Mooring.Fhir.Mapping;

/// <summary>Conditions, medicines and allergies as facts; both screening and import read them here.</summary>
internal static class BundleLists
{
    public const string RxNorm = "http://www.nlm.nih.gov/research/umls/rxnorm";

    public static bool IsTrue(JsonElement resource) =>
        resource.Child("verificationStatus")?.AnyCode() is not ("refuted" or "entered-in-error") && resource.Text("status") != "entered-in-error";

    public static Condition Condition(JsonElement resource) => new(
        resource.Child("code")?.Name() ?? "Condition without a name",
        resource.Child("code")?.Code("http://hl7.org/fhir/sid/icd-10-cm") ?? resource.Child("code")?.Code("http://hl7.org/fhir/sid/icd-10"),
        resource.Child("code")?.Code("http://snomed.info/sct"),
        resource.Child("clinicalStatus")?.AnyCode() switch
        {
            "remission" => ConditionStatus.Remission,
            "resolved" or "inactive" => ConditionStatus.Resolved,
            _ => ConditionStatus.Active,
        },
        resource.Day("onsetDateTime") ?? resource.Child("onsetPeriod")?.Day("start"),
        resource.Child("clinicalStatus")?.AnyCode() == "remission" ? resource.Day("abatementDateTime") ?? resource.Child("abatementPeriod")?.Day("start") : null);

    public static Medicine Medicine(JsonElement resource, BundleReferences references) => new(
        MedicineName(resource, references) ?? "Medicine without a name",
        Concept(resource, references)?.Code(RxNorm),
        resource.Text("status") is "active" or "intended" or "on-hold" or "unknown" or null,
        resource.Child("effectivePeriod")?.Day("start") ?? resource.Day("effectiveDateTime") ?? resource.Day("authoredOn"));

    public static string? MedicineName(JsonElement resource, BundleReferences references) =>
        Concept(resource, references)?.Name() ?? resource.Child("medicationReference")?.Text("display");

    public static Allergy Allergy(JsonElement resource) => new(
        resource.Child("code")?.Name() ?? "Allergy without a name", resource.Child("code")?.Code(RxNorm));

    private static JsonElement? Concept(JsonElement resource, BundleReferences references) =>
        resource.Child("medicationCodeableConcept") ?? references.Medication(resource)?.Child("code");
}
