using System.Text.Json.Nodes;
using Mooring.Clinical;
using Mooring.Clinical.Facts;
using Mooring.Clinical.Screening;
using Mooring.Fhir.Mapping;
using Mooring.Practice.Imports;
using Mooring.Tests.Clinical;

namespace Mooring.Tests.Fhir;

/// <summary>A bundle of one patient, woman of 42, with the resources of a test; read as screening and import read it.</summary>
internal static class Chart
{
    public static readonly DateTimeOffset Now = new(2026, 11, 29, 23, 0, 0, TimeSpan.Zero);

    public static readonly FhirTerms Terms = FhirTerms.Of(ScreeningContent.Library);

    private const string Person =
        """{"resourceType":"Patient","id":"1","identifier":[{"system":"urn:oid:1.2.3","value":"7"}],"name":[{"family":"Quill","given":["Rowan"]}],"gender":"female","birthDate":"1984-03-09"}""";

    public static PatientFacts Facts(params string[] resources)
    {
        var read = BundleFacts.Read(Text(Person, resources), Terms, Now);
        Assert.Equal([], read.Refusals);
        return read.Value!.Facts;
    }

    public static PatientFacts FactsOf(string patient, params string[] resources) => BundleFacts.Read(Text(patient, resources), Terms, Now).Value!.Facts;

    public static ImportedFile Imported(params string[] resources) => ImportedOf(Person, resources);

    public static ImportedFile ImportedOf(string patient, params string[] resources)
    {
        var read = BundleCharts.Read(System.Text.Encoding.UTF8.GetBytes(Text(patient, resources)), Terms, Now);
        Assert.Equal([], read.Refusals);
        return read.Value!;
    }

    /// <summary>What a rule of the library finds on a standard protocol.</summary>
    public static Finding Finds(string rule, params string[] resources) => Finds(rule, Facts(resources));

    public static Finding Finds(string rule, PatientFacts facts)
    {
        var library = ScreeningContent.Library;
        var resistance = TreatmentResistance.Assess(facts.Trials, library.Trials!.Value, library.Words.Recognizer);
        return Screen.Evaluate(facts with { TreatmentResistant = resistance.Result }, library.Scopes["TRD-IV-STD"], [library.Rules[rule].Value], library.Words, Now)
            .Max(finding => finding.Finding);
    }

    public static string Condition(string code, string more = "") => $$"""{"resourceType":"Condition","code":{{code}}{{more}}}""";

    public static string Coded(string system, string code, string display = "") =>
        $$"""{"coding":[{"system":"{{system}}","code":"{{code}}"{{(display.Length > 0 ? $",\"display\":\"{display}\"" : "")}}}]}""";

    public static string Observation(string loinc, string value, string more = ""","effectiveDateTime":"2026-11-29T10:00:00Z","status":"final" """) =>
        $$"""{"resourceType":"Observation","code":{{Coded("http://loinc.org", loinc)}},{{value}}{{more}}}""";

    public static string Quantity(string value, string unit, string more = "") => $$""" "valueQuantity":{"value":{{value}},"unit":"{{unit}}"{{more}}}""";

    public static string Form(string items, string more = ""","status":"completed","authored":"2026-11-28T09:00:00Z" """) =>
        $$"""{"resourceType":"QuestionnaireResponse","item":[{{items}}]{{more}}}""";

    public static string Answer(string link, string value) => $$"""{"linkId":"{{link}}","answer":[{{{value}}}]}""";

    private static string Text(string patient, string[] resources)
    {
        var entries = new JsonArray(new JsonObject { ["resource"] = JsonNode.Parse(patient) });
        foreach (var (index, text) in resources.Index())
        {
            var resource = JsonNode.Parse(text)!.AsObject();
            var whose = resource["resourceType"]!.GetValue<string>() is "AllergyIntolerance" or "FamilyMemberHistory" ? "patient" : "subject";
            if (resource["resourceType"]!.GetValue<string>() != "Medication")
                resource[whose] ??= new JsonObject { ["reference"] = "Patient/1" };
            resource["id"] ??= FormattableString.Invariant($"r{index}");
            entries.Add(new JsonObject { ["resource"] = resource });
        }

        return new JsonObject { ["resourceType"] = "Bundle", ["type"] = "collection", ["entry"] = entries }.ToJsonString();
    }
}
