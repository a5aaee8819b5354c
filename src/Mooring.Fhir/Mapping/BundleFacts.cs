using System.Text.Json;
using Mooring.Clinical;
using Mooring.Clinical.Patients;
using Mooring.Clinical.Screening;

namespace Mooring.Fhir.Mapping;

/// <summary>
/// What a FHIR R4 bundle of one patient says, as facts to screen on. A kind of which the bundle holds nothing counts as
/// never reviewed. Answers come from QuestionnaireResponse items whose linkId is the question's name.
/// </summary>
public static class BundleFacts
{
    /// <summary>Refusals: FHI101 for no JSON, FHI102 for no bundle, FHI103 for none or several patients.</summary>
    /// <param name="antidepressants">Ingredient names whose past use is a treatment trial.</param>
    public static Outcome<PatientFacts> Read(string json, IReadOnlyList<string> antidepressants)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            if (document.RootElement.Text("resourceType") != "Bundle")
                return new Refusal("FHI102", "This is not a FHIR bundle; give one with the patient and what is known about her.", "resourceType");

            var resources = document.RootElement.Each("entry").Select(entry => entry.Child("resource")).OfType<JsonElement>()
                .ToLookup(resource => resource.Text("resourceType") ?? "", StringComparer.Ordinal);
            return resources["Patient"].Count() == 1
                ? Facts(resources, antidepressants)
                : new Refusal("FHI103", "The bundle must hold exactly one patient.", "entry");
        }
        catch (JsonException broken)
        {
            return new Refusal("FHI101", $"This is not JSON: {broken.Message}");
        }
    }

    private static PatientFacts Facts(ILookup<string, JsonElement> resources, IReadOnlyList<string> antidepressants)
    {
        var patient = resources["Patient"].Single();
        IReadOnlyList<JsonElement> medicines = [.. resources["MedicationStatement"], .. resources["MedicationRequest"]];
        IReadOnlyList<TreatmentTrial> trials = [.. medicines.Select(medicine => BundleTrials.Trial(medicine, antidepressants)).OfType<TreatmentTrial>()];
        return new()
        {
            BornOn = patient.Day("birthDate"),
            Sex = patient.Text("gender") switch { "female" => Sex.Female, "male" => Sex.Male, "other" => Sex.Other, _ => Sex.Unknown },
            Conditions = Listed(resources["Condition"].Where(IsTrue), Condition),
            Medicines = Listed(medicines, Medicine),
            Allergies = Listed(resources["AllergyIntolerance"].Where(IsTrue), Allergy),
            Trials = trials.Count > 0 ? FactList<TreatmentTrial>.Reviewed(trials) : FactList<TreatmentTrial>.NeverReviewed,
            Observations = [.. resources["Observation"].SelectMany(BundleObservations.Values)],
            Scores = [.. resources["Observation"].Select(BundleObservations.Sheet).OfType<ScoredSheet>()],
            Answers = resources["QuestionnaireResponse"].SelectMany(response => response.Each("item"))
                .Select(item => (Id: item.Text("linkId"), Answer: item.Each("answer").Select(answer => answer.Child("valueBoolean")).FirstOrDefault()))
                .Where(item => item is { Id: not null, Answer.ValueKind: JsonValueKind.True or JsonValueKind.False })
                .GroupBy(item => item.Id!, StringComparer.Ordinal)
                .ToDictionary(group => group.Key, group => group.Any(item => item.Answer!.Value.GetBoolean()), StringComparer.Ordinal),
        };
    }

    private static FactList<T> Listed<T>(IEnumerable<JsonElement> resources, Func<JsonElement, T> fact)
    {
        IReadOnlyList<T> facts = [.. resources.Select(fact)];
        return facts.Count > 0 ? FactList<T>.Reviewed(facts) : FactList<T>.NeverReviewed;
    }

    private static bool IsTrue(JsonElement resource) =>
        resource.Child("verificationStatus")?.AnyCode() is not ("refuted" or "entered-in-error");

    private static Condition Condition(JsonElement resource) => new(
        resource.Child("code")?.Name() ?? "Condition without a name",
        resource.Child("code")?.Code("http://hl7.org/fhir/sid/icd-10-cm") ?? resource.Child("code")?.Code("http://hl7.org/fhir/sid/icd-10"),
        resource.Child("code")?.Code("http://snomed.info/sct"),
        resource.Child("clinicalStatus")?.AnyCode() switch
        {
            "remission" => ConditionStatus.Remission,
            "resolved" or "inactive" => ConditionStatus.Resolved,
            _ => ConditionStatus.Active,
        },
        resource.Day("onsetDateTime") ?? resource.Child("onsetPeriod")?.Day("start"));

    private static Medicine Medicine(JsonElement resource) => new(
        resource.Child("medicationCodeableConcept")?.Name() ?? resource.Child("medicationReference")?.Text("display") ?? "Medicine without a name",
        resource.Child("medicationCodeableConcept")?.Code("http://www.nlm.nih.gov/research/umls/rxnorm"),
        resource.Text("status") is "active" or "intended" or "on-hold" or "unknown" or null,
        resource.Child("effectivePeriod")?.Day("start") ?? resource.Day("effectiveDateTime") ?? resource.Day("authoredOn"));

    private static Allergy Allergy(JsonElement resource) => new(
        resource.Child("code")?.Name() ?? "Allergy without a name", resource.Child("code")?.Code("http://www.nlm.nih.gov/research/umls/rxnorm"));
}
