using Mooring.Clinical;
using static Mooring.Tests.Fhir.Chart;

namespace Mooring.Tests.Fhir;

public class ReadingValues
{
    private const string At = ""","status":"final","effectiveDateTime":"2026-11-29T10:00:00Z" """;

    [Theory]
    [InlineData("<", 0.1, Finding.Met)]
    [InlineData(">", 0.4, Finding.NotMet)]
    [InlineData("<", 0.3, Finding.Unknown)]
    public void Takes_a_comparator_for_a_span(string comparator, double value, Finding expected) =>
        Assert.Equal(expected, Finds("CI-THY", Thyrotropin(FormattableString.Invariant($"\"valueQuantity\":{{\"value\":{value},\"comparator\":\"{comparator}\",\"unit\":\"mIU/L\"}}")), Healthy, NoPills, Told));

    [Theory]
    [InlineData(""" "valueQuantity":{"value":0.05,"unit":"mIU/L"} """, Finding.Met)]
    [InlineData(""" "valueQuantity":{"value":0.05,"code":"mU/L"} """, Finding.Met)]
    [InlineData(""" "valueQuantity":{"value":0.05,"unit":"uIU/mL","code":"u[IU]/mL","system":"http://unitsofmeasure.org"} """, Finding.Met)]
    [InlineData(""" "valueQuantity":{"value":0.05,"unit":"mIU/L","code":"XX"} """, Finding.Met)]
    [InlineData(""" "valueString":"0.05 mIU/L" """, Finding.Met)]
    [InlineData(""" "valueString":"< 0.05 mIU/L" """, Finding.Met)]
    [InlineData(""" "valueQuantity":{"value":0.05} """, Finding.Unknown)]
    [InlineData(""" "valueQuantity":{"value":0.05,"unit":"ng/dL"} """, Finding.Unknown)]
    [InlineData(""" "valueString":"suppressed" """, Finding.Unknown)]
    [InlineData(""" "valueInteger":1 """, Finding.Unknown)]
    [InlineData(""" "valueQuantity":{"value":1.5000000000000000000000000000000000001,"unit":"mIU/L"} """, Finding.NotMet)]
    public void Understands_a_value_or_leaves_it_unknown(string value, Finding expected) =>
        Assert.Equal(expected, Finds("CI-THY", Thyrotropin(value), Healthy, NoPills, Told));

    [Theory]
    [InlineData("preliminary", Finding.Unknown)]
    [InlineData("registered", Finding.Unknown)]
    [InlineData("unknown", Finding.Unknown)]
    [InlineData("amended", Finding.NotMet)]
    [InlineData("corrected", Finding.NotMet)]
    public void Trusts_only_what_is_final(string status, Finding expected) => Assert.Equal(expected, Finds("CI-THY",
        Observation("3016-3", Quantity("1.5", "mIU/L"), $$""","effectiveDateTime":"2026-11-29T10:00:00Z","status":"{{status}}" """), Healthy, NoPills, Told));

    [Fact]
    public void Takes_nothing_that_was_cancelled_or_entered_in_error() => Assert.Empty(Facts(
        Observation("3016-3", Quantity("1.5", "mIU/L"), ""","effectiveDateTime":"2026-11-29","status":"cancelled" """),
        Observation("3016-3", Quantity("1.5", "mIU/L"), ""","effectiveDateTime":"2026-11-29","status":"entered-in-error" """)).Observations);

    [Theory]
    [InlineData(""" "effectiveDateTime":"2026-11-29T10:00:00Z" """)]
    [InlineData(""" "effectiveDateTime":"2026-11-29T12:00:00.123456789+02:00" """)]
    [InlineData(""" "effectiveInstant":"2026-11-29T10:00:00.000Z" """)]
    [InlineData(""" "effectivePeriod":{"start":"2026-11-29T09:50:00Z","end":"2026-11-29T10:00:00Z"} """)]
    [InlineData(""" "effectivePeriod":{"end":"2026-11-29T10:00:00Z"} """)]
    [InlineData(""" "effectivePeriod":{"start":"2026-11-29T10:00:00Z"} """)]
    [InlineData(""" "effectiveTiming":{"event":["2026-11-28T10:00:00Z","2026-11-29T10:00:00Z"]} """)]
    [InlineData(""" "effectiveTiming":{"repeat":{"boundsPeriod":{"start":"2026-11-29T10:00:00Z"}}} """)]
    [InlineData(""" "issued":"2026-11-29T10:00:00Z" """)]
    public void Reads_every_kind_of_time(string time) => Assert.Equal(Finding.Met, Finds("CI-BP-CRISIS",
        $$"""{"resourceType":"Observation","status":"final","code":{{Coded("http://loinc.org", "85354-9")}},{{time}},"component":[{"code":{{Coded("http://loinc.org", "8480-6")}},{{Quantity("185", "mmHg")}}},{"code":{{Coded("urn:oid:2.16.840.1.113883.6.1", "8462-4")}},{{Quantity("14.93", "kPa")}}}]}"""));

    [Theory]
    [InlineData(""" "valueCodeableConcept":{"coding":[{"system":"http://loinc.org","code":"LA6576-8","display":"Positive"}]} """, Finding.Met)]
    [InlineData(""" "valueCodeableConcept":{"coding":[{"system":"urn:own","code":"77"},{"system":"http://snomed.info/sct","code":"10828004"}]} """, Finding.Met)]
    [InlineData(""" "valueCodeableConcept":{"text":"POSITIVE"} """, Finding.Met)]
    [InlineData(""" "valueString":"Positive" """, Finding.Met)]
    [InlineData(""" "valueString":"Positivo" """, Finding.Met)]
    [InlineData(""" "valueBoolean":true """, Finding.Met)]
    [InlineData(""" "interpretation":[{"coding":[{"code":"POS"}]}] """, Finding.Met)]
    [InlineData(""" "valueCodeableConcept":{"coding":[{"system":"http://loinc.org","code":"LA6577-6"}]} """, Finding.NotMet)]
    [InlineData(""" "valueCodeableConcept":{"coding":[{"system":"http://snomed.info/sct","code":"260385009"}]} """, Finding.NotMet)]
    [InlineData(""" "valueString":"not detected" """, Finding.NotMet)]
    [InlineData(""" "valueBoolean":false """, Finding.NotMet)]
    [InlineData(""" "valueString":"see note" """, Finding.Unknown)]
    [InlineData(""" "valueCodeableConcept":{"coding":[{"system":"http://loinc.org","code":"LA11884-6","display":"Indeterminate"}]} """, Finding.Unknown)]
    public void Knows_positive_from_negative_in_every_form(string value, Finding expected)
    {
        Assert.Equal(expected, Finds("CI-PREG", Observation("2106-3", value.Trim(), At), Healthy, Form($"{Answer("pregnant", "\"valueBoolean\":false")},{Answer("could-become-pregnant", "\"valueBoolean\":true")}")));
    }

    [Fact]
    public void Knows_a_pregnancy_status_and_that_a_newer_one_ended_it()
    {
        static string Status(string code, string on) => Observation("82810-3", $$""" "valueCodeableConcept":{{Coded("http://snomed.info/sct", code)}}""", $$""","status":"final","effectiveDateTime":"{{on}}" """);
        var no = Form(Answer("pregnant", "\"valueBoolean\":false"));

        Assert.Equal(Finding.Met, Finds("CI-PREG", Status("77386006", "2026-08-01"), Healthy, no));
        Assert.Equal(Finding.NotMet, Finds("CI-PREG", Status("77386006", "2025-01-01"), Status("60001007", "2026-11-01"), Healthy, no, Form(Answer("could-become-pregnant", "\"valueBoolean\":true"))));
    }

    [Theory]
    [InlineData("""[{"low":{"value":7,"unit":"U/L"},"high":{"value":40,"unit":"U/L"}}]""", Finding.Met)]
    [InlineData("""[{"high":{"value":40}}]""", Finding.Met)]
    [InlineData("""[{"text":"7 - 40"}]""", Finding.Met)]
    [InlineData("""[{"text":"<40 U/L"}]""", Finding.Met)]
    [InlineData("""[{"high":{"value":100,"unit":"IU/L"}}]""", Finding.NotMet)]
    [InlineData("""[{"type":{"coding":[{"code":"critical"}]},"high":{"value":40}}]""", Finding.Unknown)]
    public void Measures_liver_enzymes_by_the_laboratorys_own_limit(string range, Finding expected)
    {
        var high = $$"""{"resourceType":"Observation","status":"final","code":{{Coded("http://loinc.org", "1742-6")}},{{Quantity("200", "U/L")}},"effectiveDateTime":"2026-11-20","referenceRange":{{range}}}""";
        var normal = high.Replace("1742-6", "1920-8", StringComparison.Ordinal).Replace("200", "20", StringComparison.Ordinal);

        Assert.Equal(expected, Finds("CI-HEP-MOD", high, normal, Healthy));
    }

    [Fact]
    public void Reads_what_an_observation_contains()
    {
        var facts = Facts("""{"resourceType":"Observation","status":"final","code":{"text":"Vital signs"},"effectiveDateTime":"2026-11-29T10:00:00Z","hasMember":[{"reference":"#w"}],"contained":[{"resourceType":"Observation","id":"w","status":"final","code":{"coding":[{"system":"http://loinc.org","code":"29463-7"}]},"valueQuantity":{"value":400,"unit":"lb"}}]}""");

        Assert.Equal(181.436948, facts.Observations.Single(value => value.Code == "29463-7").Value.Value, 6);
    }

    [Theory]
    [InlineData("8310-5", "98.6", "Cel")]
    [InlineData("59408-5", "130", "%")]
    [InlineData("8480-6", "1850", "mmHg")]
    public void Leaves_out_and_names_a_number_that_can_not_be(string loinc, string value, string unit)
    {
        var file = Imported(Observation(loinc, Quantity(value, unit), At));

        Assert.Empty(file.Patients.Single().Values);
        Assert.Equal(1, file.Tally.Of("Observation").Why["not plausible"]);
        Assert.Contains("is not possible for", file.Tally.Problems.Single(), StringComparison.Ordinal);
    }

    [Fact]
    public void Counts_what_is_about_somebody_else_or_yet_to_come()
    {
        var file = Imported(
            Observation("29463-7", Quantity("3", "kg"), """,  "status":"final","effectiveDateTime":"2026-11-29","focus":[{"reference":"Patient/child"}]"""),
            Observation("29463-7", Quantity("70", "kg"), ""","status":"final","effectiveDateTime":"2031-01-01" """));

        Assert.Equal((1, 1), (file.Tally.Of("Observation").Why["about somebody or something else"], file.Tally.Of("Observation").Why["in the future"]));
    }

    private static string Healthy => Condition("""{"text":"Hay fever","coding":[{"system":"http://hl7.org/fhir/sid/icd-10-cm","code":"J30.1"}]}""");

    private static string NoPills => """{"resourceType":"MedicationStatement","status":"active","medicationCodeableConcept":{"text":"ibuprofen"}}""";

    private static string Told => Form(Answer("hyperthyroid-untreated", "\"valueBoolean\":false"));

    private static string Thyrotropin(string value) => Observation("3016-3", value.Trim(), At);
}
