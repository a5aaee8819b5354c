using System.Text.Json;
using Mooring.Clinical;
using Mooring.Fhir.Reading;

namespace Mooring.Fhir.Mapping;

/// <summary>Whom an entry is about; without a person, why.</summary>
/// <param name="IsElsewhere">About a device, a place or a group: nothing that anybody has to look at.</param>
internal sealed record Subject(PersonFile? Person, bool IsElsewhere, Refusal? Why, string Because = "")
{
    /// <summary>Refusals: FHI115 no reference, FHI120 about nobody, FHI127 about somebody else, FHI125 only an identifier, FHI126 a patient who was left out.</summary>
    public static Subject Of(BundleEntry entry, BundleReferences references, IReadOnlyDictionary<BundleEntry, PersonFile> people)
    {
        var name = entry.Type is "AllergyIntolerance" or "FamilyMemberHistory" ? "patient" : "subject";
        var at = $"{entry.Place}.resource.{name}";
        var subject = entry.Json.Member(name);
        if (subject is { ValueKind: not JsonValueKind.Object })
            return Not(new("FHI115", $"This must be an object that refers to the patient, so this {entry.Type} was not taken. Correct it where the file comes from.", at), "can not be read");

        var reference = subject?.Text("reference");
        if (reference is null && subject?.Member("identifier") is not null)
            return Not(new("FHI125", $"This {entry.Type} names its patient only by an identifier and was not taken. Export it with a reference to the Patient.", at), "patient only by an identifier");
        if (reference is null)
            return Not(new("FHI120", $"This {entry.Type} does not say whose it is and was not taken. Add a reference to the patient.", $"{at}.reference"), "about nobody");
        if (reference.Split('/') is [.., "Device" or "Location" or "Group", _])
            return new(null, true, null);
        if (references.Find(reference) is not { Type: "Patient" } patient)
            return Not(new("FHI127", $"This {entry.Type} is about '{reference}', a patient who is not in the bundle, and was not taken. Add their Patient.", $"{at}.reference"), "patient not in the bundle");
        return people.TryGetValue(patient, out var person)
            ? new(person, false, null)
            : Not(new("FHI126", $"This {entry.Type} is about the patient of {patient.Place}, who was left out.", $"{at}.reference"), "patient left out");
    }

    private static Subject Not(Refusal why, string because) => new(null, false, why, because);
}
