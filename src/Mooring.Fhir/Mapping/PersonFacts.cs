using Mooring.Clinical;
using Mooring.Clinical.Facts;
using Mooring.Clinical.Patients;
using Mooring.Fhir.Reading;
using Mooring.Practice.Imports;
using R4 = Hl7.Fhir.Model;

namespace Mooring.Fhir.Mapping;

/// <summary>Who a bundle speaks of.</summary>
/// <param name="Faults">Why they can not be taken into the clinic; screening needs neither name nor number.</param>
internal sealed record PersonFacts(BundleEntry Entry, Days? Born, Sex Sex, ImportedPatient Imported, IReadOnlyList<Refusal> Faults)
{
    // Enough to know a person again without them, and too much to keep: social security, driver's license, passport.
    private static readonly string[] StoreOutage = ["SS", "SB", "DL", "PPN"];

    private const string PronounExtension = "http://hl7.org/fhir/StructureDefinition/individual-pronouns";

    private static readonly string[] SocialSecurity = ["hl7.org/fhir/sid/us-ssn", "2.16.840.1.113883.4.1"];

    /// <summary>Faults: FHI112 an unknown gender, FHI122 no name, FHI129 a birth date that is missing or only part of one, FHI128 nothing to know them by.</summary>
    public static PersonFacts Read(BundleEntry entry, R4.Patient patient, DateOnly today)
    {
        var at = $"{entry.Place}.resource";
        List<Refusal> faults = [];
        var (given, family) = PersonName.Of(patient, today);
        if (given.Length == 0 && family.Length == 0)
            faults.Add(new("FHI122", "This patient has no name. Add it; a chart needs one.", $"{at}.name"));
        var born = Times.Days(patient.BirthDateElement);
        if (born is not { Last: null })
            faults.Add(new("FHI129", "This patient has no full birth date. Add it as 1984-03-09; doses and the patient's own link depend on it.", $"{at}.birthDate"));
        var gender = (patient.GenderElement?.JsonValue as string)?.Trim();
        if (gender is not (null or "female" or "male" or "other" or "unknown"))
            faults.Add(new("FHI112", $"'{gender}' is no gender of FHIR: female, male, other or unknown.", $"{at}.gender"));
        IReadOnlyList<string> keys = [.. Keys(patient, entry)];
        if (keys.Count == 0)
            faults.Add(new("FHI128", "Nothing tells this patient from another: no identifier, id or fullUrl. Add an identifier.", $"{at}.identifier"));

        var sex = gender switch { "female" => Sex.Female, "male" => Sex.Male, "other" => Sex.Other, _ => Sex.Unknown };
        var (pronoun, other) = Calls(patient);
        var died = patient.Deceased is R4.FhirDateTime on ? Times.Days(on) : null;
        return new(entry, born, sex, new()
        {
            Keys = keys,
            Place = entry.Place,
            GivenName = given,
            FamilyName = family,
            BirthDate = born?.From ?? default,
            Sex = sex,
            Pronoun = pronoun,
            OtherPronoun = other,
            Language = Speaks(patient),
            Phone = Contact(patient, "phone", today) ?? Contact(patient, "sms", today),
            Email = Contact(patient, "email", today),
            HasDied = patient.Deceased is R4.FhirDateTime or R4.FhirBoolean { Value: true },
            DiedOn = died is { Last: null } ? died.From : null,
            IsReplaced = patient.Active == false || patient.Link.Any(link => (link?.TypeElement?.JsonValue as string) == "replaced-by"),
        }, faults);
    }

    private static IEnumerable<string> Keys(R4.Patient patient, BundleEntry entry)
    {
        var identifiers = patient.Identifier
            .Where(each => each is { System.Length: > 0, Value.Length: > 0 } && !SocialSecurity.Contains(CodeSystems.Plain(each.System)) && !each.Type.HasAny(StoreOutage))
            .Select(each => $"{each.System}|{each.Value}").Distinct(StringComparer.Ordinal).ToList();
        return identifiers.Count > 0 ? identifiers : entry.Names.Select(name => $"|{name}").Take(1);
    }

    // The extension has a part "value" for each; senders also put the value on the extension itself.
    private static (Pronoun Pronoun, string? Other) Calls(R4.Patient patient) => Pronouns.Read(
        from each in patient.Extension ?? []
        where each?.Url == PronounExtension
        from part in (each.Extension ?? []).Where(part => part?.Url == "value").Select(part => part.Value).Append(each.Value)
        let concept = part switch { R4.CodeableConcept coded => coded, R4.Coding coding => new() { Coding = [coding] }, R4.FhirString text => new() { Text = text.Value }, _ => null }
        where concept is not null
        let names = concept.Names()
        from said in names.Count > 0 ? names.Take(1) : concept.AllCodes().Take(1)
        select said);

    private static Language Speaks(R4.Patient patient)
    {
        var spoken = patient.Communication.Where(each => each is not null).OrderByDescending(each => each.Preferred == true)
            .Select(each => each.Language.AllCodes().FirstOrDefault()).FirstOrDefault();
        return spoken == "es" || spoken?.StartsWith("es-", StringComparison.Ordinal) == true ? Language.Spanish : Language.English;
    }

    // Not an old one, nor one whose time is over; a rank is the sender's own order.
    private static string? Contact(R4.Patient patient, string system, DateOnly today) => patient.Telecom
        .Where(each => each is not null && each.SystemElement?.JsonValue as string == system && !string.IsNullOrWhiteSpace(each.Value)
            && each.UseElement?.JsonValue as string != "old" && PersonName.IsNow(each.Period, today))
        .OrderBy(each => each.Rank ?? int.MaxValue).ThenByDescending(each => Times.Days(each.Period?.StartElement)?.From).Select(each => Concepts.Tidy(each.Value)).FirstOrDefault();
}
