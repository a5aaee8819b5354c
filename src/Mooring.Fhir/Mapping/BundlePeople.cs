using System.Globalization;
using System.Text.Json;
using Mooring.Clinical;
using Mooring.Clinical.Patients;
using Mooring.Storage.Imports;

namespace Mooring.Fhir.Mapping;

/// <summary>Who a bundle speaks of.</summary>
internal static class BundlePeople
{
    // Enough to know a person again without them, and too much to keep: social security, driver's license, passport.
    private static readonly string[] NotKept = ["SS", "SB", "DL", "PPN"];

    private const string SocialSecurity = "http://hl7.org/fhir/sid/us-ssn";

    /// <summary>Refusals: FHI112 an unknown gender, FHI122 a name or birth date that is missing or only part of one.</summary>
    public static Outcome<ImportedPatient> Read(BundleEntry entry)
    {
        var (patient, at) = (entry.Resource, $"{entry.Place}.resource");
        List<Refusal> refusals = [];
        var (given, family) = Name(patient);
        if (given.Length == 0 || family.Length == 0)
            refusals.Add(new("FHI122", "This patient has no given and family name. Add them; a chart needs both.", $"{at}.name"));
        var day = patient.Text("birthDate");
        if (!DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var born))
            refusals.Add(new("FHI122", "This patient has no full birth date. Add it as 1984-03-09; doses and her own link depend on it.", $"{at}.birthDate"));
        if (patient.Text("gender") is not (null or "female" or "male" or "other" or "unknown"))
            refusals.Add(new("FHI112", $"'{patient.Text("gender")}' is no gender of FHIR: female, male, other or unknown.", $"{at}.gender"));
        IReadOnlyList<string> keys = [.. Keys(entry)];
        if (keys.Count == 0)
            refusals.Add(new("FHI123", "Nothing tells this patient from another: no identifier, id or fullUrl. Add an identifier.", $"{at}.identifier"));
        if (refusals.Count > 0)
            return Outcome<ImportedPatient>.Refuse(refusals);

        return new ImportedPatient
        {
            Keys = keys,
            Place = entry.Place,
            GivenName = given,
            FamilyName = family,
            BirthDate = born,
            Sex = patient.Text("gender") switch { "female" => Sex.Female, "male" => Sex.Male, "other" => Sex.Other, _ => Sex.Unknown },
            Language = Speaks(patient),
            Phone = Contact(patient, "phone"),
            Email = Contact(patient, "email"),
        };
    }

    public static bool IsDead(JsonElement patient) =>
        patient.Child("deceasedDateTime") is not null || patient.Child("deceasedBoolean")?.ValueKind == JsonValueKind.True;

    private static IEnumerable<string> Keys(BundleEntry entry)
    {
        var identifiers = entry.Resource.Each("identifier")
            .Where(each => each.Text("system") is { Length: > 0 } system && system != SocialSecurity && each.Text("value") is { Length: > 0 }
                && !NotKept.Contains(each.Child("type")?.AnyCode(), StringComparer.Ordinal))
            .Select(each => $"{each.Text("system")}|{each.Text("value")}").Distinct(StringComparer.Ordinal).ToList();
        return identifiers.Count > 0 ? identifiers : entry.Names.Select(name => $"|{name}").Take(1);
    }

    private static (string Given, string Family) Name(JsonElement patient)
    {
        var name = patient.Each("name").OrderBy(each => each.Text("use") switch { "official" => 0, "usual" or null => 1, "old" or "maiden" => 3, _ => 2 }).FirstOrDefault();
        var given = string.Join(' ', name.Each("given").Where(each => each.ValueKind == JsonValueKind.String).Select(each => each.GetString()!.Trim())).Trim();
        var family = name.Text("family")?.Trim() ?? "";
        if (given.Length > 0 || family.Length > 0 || name.Text("text")?.Trim() is not { } whole || whole.LastIndexOf(' ') is not (var cut and > 0))
            return (given, family);
        return (whole[..cut].Trim(), whole[(cut + 1)..]);
    }

    private static Language Speaks(JsonElement patient)
    {
        var spoken = patient.Each("communication").OrderByDescending(each => each.Child("preferred")?.ValueKind == JsonValueKind.True)
            .Select(each => each.Child("language")?.AnyCode()).FirstOrDefault();
        return spoken == "es" || spoken?.StartsWith("es-", StringComparison.Ordinal) == true ? Language.Spanish : Language.English;
    }

    private static string? Contact(JsonElement patient, string system) =>
        patient.Each("telecom").Where(each => each.Text("system") == system).Select(each => each.Text("value")).FirstOrDefault(value => !string.IsNullOrWhiteSpace(value));
}
