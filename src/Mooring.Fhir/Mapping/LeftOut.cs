using R4 = Hl7.Fhir.Model;

namespace Mooring.Fhir.Mapping;

/// <summary>What is no fact about a patient, by what it says of itself.</summary>
internal static class LeftOut
{
    public const string NoneThere = "says that there is none";

    public const string NotTaken = "not taken by the patient";

    // SNOMED CT: that there is none is for a clinician to confirm, not an allergy or a problem on a list.
    private static readonly string[] Nothing = ["716186003", "409137002", "160244002", "429625007", "160245001", "428607008", "428197003", "1003774007"];

    private static readonly string[] Words =
    [
        "no known allergies", "no known allergy", "no known drug allergies", "no known drug allergy", "no known medication allergies", "nka", "nkda",
        "no known problems", "no known problem", "no current problems", "none known", "no known medications", "sin alergias conocidas",
    ];

    /// <summary>Why it is not taken; null when it is.</summary>
    public static string? Why(R4.Resource resource) => resource switch
    {
        R4.Condition it => Verified(it.VerificationStatus) ?? None(it.Code),
        R4.AllergyIntolerance it => Verified(it.VerificationStatus) ?? None(it.Code),
        R4.MedicationStatement it => Said(it.StatusElement) switch { "entered-in-error" => "entered in error", "not-taken" => NotTaken, _ => null } ?? None(it.Medication as R4.CodeableConcept),
        R4.MedicationRequest it => Request(it),
        R4.FamilyMemberHistory it => Said(it.StatusElement) == "entered-in-error" ? "entered in error" : null,
        _ => null,
    };

    private static string? Verified(R4.CodeableConcept? status) =>
        status.HasAny("entered-in-error") ? "entered in error" : status.HasAny("refuted") ? "refuted" : null;

    private static string? None(R4.CodeableConcept? code) =>
        code.HasAny(Nothing) || code.Names().Any(name => Words.Contains(name.TrimEnd('.'), StringComparer.OrdinalIgnoreCase)) ? NoneThere : null;

    private static string? Request(R4.MedicationRequest it)
    {
        if (Said(it.StatusElement) == "entered-in-error")
            return "entered in error";
        if (it.DoNotPerform == true)
            return "says not to give it";
        return Said(it.StatusElement) is "draft" or "cancelled" || Said(it.IntentElement) is "proposal" or "plan" or "option" ? "never prescribed" : null;
    }

    private static string Said(R4.PrimitiveType? code) => (code?.JsonValue as string ?? "").Trim();
}
