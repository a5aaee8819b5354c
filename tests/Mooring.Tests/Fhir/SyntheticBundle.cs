using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Mooring.Tests.Fhir;

/// <summary>
/// Makes bundles the way Synthea's exporter lays them out: a transaction, urn:uuid references, US Core extensions,
/// refills by the dozen, and many types that a clinic like this does not need. The same seed makes the same bundle.
/// </summary>
public static class SyntheticBundle
{
    private static readonly (string Code, string Name)[] Conditions =
    [
        ("370143000", "Major depressive disorder (disorder)"), ("59621000", "Essential hypertension (disorder)"),
        ("444814009", "Viral sinusitis (disorder)"), ("160903007", "Full-time employment (finding)"), ("73595000", "Stress (finding)"),
    ];

    private static readonly (string Code, string Name)[] Medicines =
    [
        ("312940", "sertraline 100 MG Oral Tablet"), ("314076", "lisinopril 10 MG Oral Tablet"), ("310965", "ibuprofen 200 MG Oral Tablet"),
    ];

    private static readonly (string Code, string Name, double Low, double High, string Unit)[] Vitals =
    [
        ("29463-7", "Body Weight", 60, 95, "kg"), ("8867-4", "Heart rate", 55, 95, "/min"), ("39156-5", "Body mass index", 19, 33, "kg/m2"),
        ("44261-6", "Patient Health Questionnaire 9 item total score", 4, 24, "{score}"), ("2339-0", "Glucose", 70, 120, "mg/dL"),
    ];

    private static readonly string[] Others = ["Encounter", "Claim", "ExplanationOfBenefit", "Procedure", "DiagnosticReport", "Immunization"];

    public static byte[] Make(int seed, int entries) => Encoding.UTF8.GetBytes(Build(seed, entries).ToJsonString());

    public static JsonObject Build(int seed, int entries)
    {
        var random = new Random(seed);
        var patient = Urn(random);
        var medication = Urn(random);
        var list = new JsonArray(Entry(patient, Patient(patient, seed)), Entry(medication, Medication()));
        list.Add(Entry(Urn(random), Linked(patient, medication)));
        list.Add(Entry(Urn(random), Allergy(patient)));
        while (list.Count < entries)
        {
            var on = new DateOnly(2020, 1, 1).AddDays(random.Next(2000)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + "T08:15:00-05:00";
            list.Add(Entry(Urn(random), random.Next(10) switch
            {
                0 => Condition(patient, Conditions[random.Next(Conditions.Length)], on, random.Next(2) == 0),
                1 => Request(patient, Medicines[random.Next(Medicines.Length)], on, random.Next(2) == 0),
                2 => Pressure(patient, on, random),
                3 or 4 or 5 => Value(patient, Vitals[random.Next(Vitals.Length)], on, random),
                _ => new JsonObject { ["resourceType"] = Others[random.Next(Others.Length)], ["subject"] = Reference(patient) },
            }));
        }

        return new() { ["resourceType"] = "Bundle", ["type"] = "transaction", ["entry"] = list };
    }

    private static JsonObject Entry(string url, JsonObject resource)
    {
        resource["id"] = url["urn:uuid:".Length..];
        return new()
        {
            ["fullUrl"] = url,
            ["resource"] = resource,
            ["request"] = new JsonObject { ["method"] = "POST", ["url"] = resource["resourceType"]!.GetValue<string>() },
        };
    }

    private static JsonObject Patient(string url, int seed) => new()
    {
        ["resourceType"] = "Patient",
        ["meta"] = new JsonObject { ["profile"] = new JsonArray("http://hl7.org/fhir/us/core/StructureDefinition/us-core-patient") },
        ["extension"] = new JsonArray(new JsonObject
        {
            ["url"] = "http://hl7.org/fhir/us/core/StructureDefinition/us-core-race",
            ["extension"] = new JsonArray(new JsonObject { ["url"] = "text", ["valueString"] = "Unknown" }),
        }),
        ["identifier"] = new JsonArray(
            new JsonObject { ["system"] = "https://github.com/synthetichealth/synthea", ["value"] = url },
            new JsonObject { ["system"] = "http://hl7.org/fhir/sid/us-ssn", ["value"] = "999-00-0000" }),
        ["name"] = new JsonArray(new JsonObject { ["use"] = "official", ["family"] = $"Bracken{seed}", ["given"] = new JsonArray("Ida", "May") }),
        ["telecom"] = new JsonArray(new JsonObject { ["system"] = "phone", ["value"] = "555-0100" }),
        ["gender"] = "female",
        ["birthDate"] = "1979-11-02",
        ["multipleBirthBoolean"] = false,
    };

    private static JsonObject Medication() => new() { ["resourceType"] = "Medication", ["code"] = Concept("http://www.nlm.nih.gov/research/umls/rxnorm", "6470", "lorazepam") };

    private static JsonObject Linked(string patient, string medication) => new()
    {
        ["resourceType"] = "MedicationRequest",
        ["status"] = "active",
        ["intent"] = "order",
        ["medicationReference"] = Reference(medication),
        ["subject"] = Reference(patient),
        ["authoredOn"] = "2025-02-01T08:15:00-05:00",
    };

    private static JsonObject Allergy(string patient) => new()
    {
        ["resourceType"] = "AllergyIntolerance",
        ["patient"] = Reference(patient),
        ["code"] = Concept("http://snomed.info/sct", "300913006", "Allergy to shellfish"),
        ["clinicalStatus"] = Concept("http://terminology.hl7.org/CodeSystem/allergyintolerance-clinical", "active", "Active"),
    };

    private static JsonObject Condition(string patient, (string Code, string Name) what, string on, bool isOver) => new()
    {
        ["resourceType"] = "Condition",
        ["subject"] = Reference(patient),
        ["code"] = Concept("http://snomed.info/sct", what.Code, what.Name),
        ["onsetDateTime"] = on,
        ["clinicalStatus"] = Concept("http://terminology.hl7.org/CodeSystem/condition-clinical", isOver ? "resolved" : "active", isOver ? "Resolved" : "Active"),
        ["verificationStatus"] = Concept("http://terminology.hl7.org/CodeSystem/condition-ver-status", "confirmed", "Confirmed"),
    };

    private static JsonObject Request(string patient, (string Code, string Name) what, string on, bool isOver) => new()
    {
        ["resourceType"] = "MedicationRequest",
        ["status"] = isOver ? "stopped" : "active",
        ["intent"] = "order",
        ["medicationCodeableConcept"] = Concept("http://www.nlm.nih.gov/research/umls/rxnorm", what.Code, what.Name),
        ["subject"] = Reference(patient),
        ["authoredOn"] = on,
    };

    private static JsonObject Value(string patient, (string Code, string Name, double Low, double High, string Unit) what, string on, Random random) => new()
    {
        ["resourceType"] = "Observation",
        ["status"] = "final",
        ["subject"] = Reference(patient),
        ["code"] = Concept("http://loinc.org", what.Code, what.Name),
        ["effectiveDateTime"] = on,
        ["valueQuantity"] = Quantity(what.Low + Math.Round(random.NextDouble() * (what.High - what.Low)), what.Unit),
    };

    private static JsonObject Pressure(string patient, string on, Random random) => new()
    {
        ["resourceType"] = "Observation",
        ["status"] = "final",
        ["subject"] = Reference(patient),
        ["code"] = Concept("http://loinc.org", "85354-9", "Blood pressure panel"),
        ["effectiveDateTime"] = on,
        ["component"] = new JsonArray(
            new JsonObject { ["code"] = Concept("http://loinc.org", "8462-4", "Diastolic blood pressure"), ["valueQuantity"] = Quantity(60 + random.Next(30), "mm[Hg]") },
            new JsonObject { ["code"] = Concept("http://loinc.org", "8480-6", "Systolic blood pressure"), ["valueQuantity"] = Quantity(100 + random.Next(50), "mm[Hg]") }),
    };

    private static JsonObject Quantity(double value, string unit) =>
        new() { ["value"] = value, ["unit"] = unit, ["system"] = "http://unitsofmeasure.org", ["code"] = unit };

    private static JsonObject Concept(string system, string code, string name) =>
        new() { ["coding"] = new JsonArray(new JsonObject { ["system"] = system, ["code"] = code, ["display"] = name }), ["text"] = name };

    private static JsonObject Reference(string to) => new() { ["reference"] = to };

    private static string Urn(Random random)
    {
        var bytes = new byte[16];
        random.NextBytes(bytes);
        return $"urn:uuid:{new Guid(bytes)}";
    }
}
