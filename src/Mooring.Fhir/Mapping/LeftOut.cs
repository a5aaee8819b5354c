using R4 = Hl7.Fhir.Model;

namespace Mooring.Fhir.Mapping;

/// <summary>What is no fact about a patient, by what it says of itself.</summary>
internal static class LeftOut
{
    public const string NoneThere = "says that there is none";

    public const string NotTaken = "not taken by the patient";

    /// <summary>None of one kind, such as food, or none that anybody wrote down: the list is not whole by it.</summary>
    public const string NoneOfAKind = "says that there is none of a kind";

    /// <summary>Why it is not taken; null when it is.</summary>
    public static string? Why(R4.Resource resource) => resource switch
    {
        R4.Condition it => Verified(it.VerificationStatus) ?? SaysNone.Why(it.Code),
        R4.AllergyIntolerance it => Verified(it.VerificationStatus) ?? SaysNone.Why(it.Code),
        R4.MedicationStatement it => Said(it.StatusElement) switch { "entered-in-error" => "entered in error", "not-taken" => NotTaken, _ => null } ?? SaysNone.Why(it.Medication as R4.CodeableConcept),
        R4.MedicationRequest it => Request(it),
        R4.MedicationDispense it => Said(it.StatusElement) switch { "entered-in-error" => "entered in error", "cancelled" or "declined" => "never handed over", _ => null },
        R4.MedicationAdministration it => Said(it.StatusElement) switch { "entered-in-error" => "entered in error", "not-done" => "never given", _ => null },
        R4.Procedure it => Said(it.StatusElement) switch { "entered-in-error" => "entered in error", "not-done" or "preparation" => "never done", _ => null },
        R4.FamilyMemberHistory it => Said(it.StatusElement) == "entered-in-error" ? "entered in error" : null,
        _ => null,
    };

    private static string? Verified(R4.CodeableConcept? status) =>
        status.HasAny("entered-in-error") ? "entered in error" : status.HasAny("refuted") ? "refuted" : null;

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
