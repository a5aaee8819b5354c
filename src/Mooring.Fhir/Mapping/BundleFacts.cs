using System.Text;
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
    /// <summary>Refusals: those of reading any bundle (FHI101 to FHI109), FHI103 for none or several patients.</summary>
    /// <param name="antidepressants">Ingredient names whose past use is a treatment trial.</param>
    public static Outcome<PatientFacts> Read(string json, IReadOnlyList<string> antidepressants)
    {
        var bundle = Bundle.Read(Encoding.UTF8.GetBytes(json));
        if (!bundle.IsDone)
            return Outcome<PatientFacts>.Refuse(bundle.Refusals);

        var resources = bundle.Value.Entries.ToLookup(entry => entry.Type, entry => entry.Resource, StringComparer.Ordinal);
        return resources["Patient"].Count() == 1
            ? Facts(resources, new(bundle.Value.Entries), antidepressants)
            : new Refusal("FHI103", "The bundle must hold exactly one patient.", "entry");
    }

    private static PatientFacts Facts(ILookup<string, JsonElement> resources, BundleReferences references, IReadOnlyList<string> antidepressants)
    {
        var patient = resources["Patient"].Single();
        IReadOnlyList<JsonElement> medicines = [.. resources["MedicationStatement"].Concat(resources["MedicationRequest"]).Where(BundleLists.IsTrue)];
        IReadOnlyList<TreatmentTrial> trials = [.. medicines.Select(medicine => BundleTrials.Trial(medicine, references, antidepressants)).OfType<TreatmentTrial>()];
        return new()
        {
            BornOn = patient.Day("birthDate"),
            Sex = patient.Text("gender") switch { "female" => Sex.Female, "male" => Sex.Male, "other" => Sex.Other, _ => Sex.Unknown },
            Conditions = Listed(resources["Condition"].Where(BundleLists.IsTrue), BundleLists.Condition),
            Medicines = Listed(medicines, medicine => BundleLists.Medicine(medicine, references)),
            Allergies = Listed(resources["AllergyIntolerance"].Where(BundleLists.IsTrue), BundleLists.Allergy),
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
}
