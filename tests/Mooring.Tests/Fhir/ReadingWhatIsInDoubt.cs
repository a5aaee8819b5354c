using Mooring.Clinical;
using Mooring.Clinical.Facts;
using static Mooring.Tests.Fhir.Chart;

namespace Mooring.Tests.Fhir;

/// <summary>What a file leaves open stays open, and what it says plainly is taken.</summary>
public class ReadingWhatIsInDoubt
{
    private const string Mania = """{"coding":[{"system":"http://hl7.org/fhir/sid/icd-10-cm","code":"F30.9"}]}""";
    private const string Cold = """{"text":"Sinusitis"}""";

    [Theory]
    [InlineData(""" "abatementDateTime":"2027-03" """)]
    [InlineData(""" "abatementDateTime":"2026-12-24" """)]
    [InlineData(""" "abatementDateTime":"2026" """)]
    [InlineData(""" "abatementString":"ongoing" """)]
    [InlineData(""" "abatementString":"sigue igual" """)]
    [InlineData(""" "abatementPeriod":{"start":"2026-11-01","end":"2027-02-01"} """)]
    [InlineData(""" "abatementAge":{"value":60,"unit":"a"} """)]
    [InlineData(""" "_abatementDateTime":{"extension":[{"url":"http://hl7.org/fhir/StructureDefinition/data-absent-reason","valueCode":"unknown"}]} """)]
    public void An_end_that_has_not_surely_come_ends_nothing(string abatement) =>
        Assert.Equal(Finding.Met, Finds("CI-MANIA", Condition(Mania, "," + abatement)));

    [Theory]
    [InlineData(""" "abatementDateTime":"2019" """)]
    [InlineData(""" "abatementPeriod":{"start":"2019-01-01","end":"2019-02-01"} """)]
    [InlineData(""" "abatementAge":{"value":30,"unit":"a"} """)]
    [InlineData(""" "abatementString":"after two weeks in hospital" """)]
    public void One_that_has_ends_it(string abatement) =>
        Assert.Equal(ConditionStatus.Resolved, Facts(Condition(Mania, "," + abatement)).Conditions.Items.Single().Status);

    [Theory]
    [InlineData("2025", Finding.Unknown)]
    [InlineData("2026", Finding.Unknown)]
    [InlineData("2025-11", Finding.Unknown)]
    [InlineData("2023", Finding.NotMet)]
    [InlineData("2026-11-20", Finding.Met)]
    public void A_value_of_a_month_or_a_year_may_be_fresh_and_may_be_old(string at, Finding expected) => Assert.Equal(expected, Finds("CI-THY",
        Observation("3016-3", Quantity("0.02", "mIU/L"), $$""","status":"final","effectiveDateTime":"{{at}}" """), Condition(Cold),
        """{"resourceType":"MedicationStatement","status":"active","medicationCodeableConcept":{"text":"lisinopril"}}""", Form(Answer("hyperthyroid-untreated", """ "valueBoolean":false """))));

    [Fact]
    public void An_answer_of_some_day_of_a_month_does_not_give_way_to_one_of_that_month() => Assert.Equal(Finding.Unknown, Finds("CI-NOESC",
        Form(Answer("has-escort", """ "valueBoolean":false """), ""","status":"completed","authored":"2026-11" """),
        Form(Answer("has-escort", """ "valueBoolean":true """), ""","status":"completed","authored":"2026-11-20T09:00:00Z" """)));

    [Theory]
    [InlineData("No Known Allergies (NKA)")]
    [InlineData("Patient denies any allergies")]
    [InlineData("No allergies")]
    [InlineData("None known.")]
    [InlineData("Sin alergias medicamentosas")]
    [InlineData("Niega alergias")]
    public void No_allergies_are_none(string text)
    {
        var read = Imported($$"""{"resourceType":"AllergyIntolerance","code":{"text":"{{text}}"} }""");

        Assert.Empty(read.Patients.Single().Things);
        Assert.Equal(1, read.Tally.Resources["AllergyIntolerance"].Skipped);
    }

    [Theory]
    [InlineData("""{"text":"No known food allergies"}""")]
    [InlineData("""{"text":"No allergies recorded"}""")]
    [InlineData("""{"coding":[{"system":"http://snomed.info/sct","code":"1003774007"}]}""")]
    [InlineData("""{"coding":[{"system":"http://hl7.org/fhir/uv/ips/CodeSystem/absent-unknown-uv-ips","code":"no-known-food-allergies"}]}""")]
    [InlineData("""{"coding":[{"system":"http://hl7.org/fhir/uv/ips/CodeSystem/absent-unknown-uv-ips","code":"no-allergy-info"}]}""")]
    public void None_of_one_kind_says_nothing_of_ketamine(string code) =>
        Assert.Equal(Finding.Unknown, Finds("CI-HSENS", $$"""{"resourceType":"AllergyIntolerance","code":{{code}}}"""));

    [Fact]
    public void That_one_has_none_to_ketamine_is_no_allergy_to_ketamine() =>
        Assert.Equal(Finding.Unknown, Finds("CI-HSENS", """{"resourceType":"AllergyIntolerance","code":{"text":"No known allergy to ketamine"}}"""));

    [Fact]
    public void What_was_only_handed_out_is_taken() => Assert.Equal(Finding.Met, Finds("IX-STIM",
        """{"resourceType":"MedicationStatement","status":"active","medicationCodeableConcept":{"text":"lisinopril"}}""",
        """{"resourceType":"MedicationDispense","status":"completed","medicationCodeableConcept":{"text":"dextroamphetamine"}}"""));

    [Fact]
    public void What_was_only_handed_out_does_not_make_the_list_of_medicines_whole() => Assert.Equal(Finding.Unknown, Finds("IX-STIM",
        """{"resourceType":"MedicationDispense","status":"completed","medicationCodeableConcept":{"text":"lisinopril"}}"""));

    [Fact]
    public void An_ingredient_is_read_where_it_stands_in_a_resource_of_its_own() => Assert.Contains("phenelzine", Facts(
        """
        {"resourceType":"MedicationStatement","status":"active","medicationReference":{"reference":"#m"},"contained":[
          {"resourceType":"Medication","id":"i","code":{"text":"phenelzine"}},
          {"resourceType":"Medication","id":"m","code":{"text":"house mixture 4"},"ingredient":[{"itemReference":{"reference":"#i"}}]}]}
        """).Medicines.Items.Single().AllNames);

    [Theory]
    [InlineData("2025-01-01", "2025-04-01", 50)]
    [InlineData("2025-05-01", "2025-08-01", 25)]
    public void Two_statements_of_one_medicine_add_up_where_they_are_of_one_time(string start, string end, double expected) =>
        Assert.Equal(expected, Facts(Sertraline("2025-01-01", "2025-04-01"), Sertraline(start, end)).Trials.Items.Single().DosePerDay);

    [Theory]
    [InlineData(""" "timeOfDay":["08:00:00","20:00:00"],"period":1,"periodUnit":"d" """, 50.0)]
    [InlineData(""" "when":["MORN","EVE"],"period":1,"periodUnit":"d" """, 50.0)]
    [InlineData(""" "frequency":1,"period":12,"periodUnit":"h" """, 50.0)]
    [InlineData(""" "frequency":1,"period":1,"periodUnit":"d","timeOfDay":["08:00:00","20:00:00"] """, null)]
    [InlineData(""" "frequency":1,"period":1,"periodUnit":"wk","dayOfWeek":["mon","tue","wed","thu","fri","sat","sun"] """, null)]
    public void A_dose_a_day_is_what_is_plain_of_it(string repeat, double? expected) =>
        Assert.Equal(expected, Facts(Sertraline("2025-01-01", "2025-04-01").Replace(""" "frequency":1,"period":1,"periodUnit":"d" """.Trim(), repeat, StringComparison.Ordinal)).Trials.Items.Single().DosePerDay);

    [Fact]
    public void That_a_result_is_normal_is_not_that_a_test_is_negative() => Assert.Empty(Facts(
        """{"resourceType":"Observation","status":"final","code":{"coding":[{"system":"http://loinc.org","code":"2106-3"}]},"effectiveDateTime":"2026-11-29T10:00:00Z","interpretation":[{"coding":[{"code":"N"}]}]}""").Observations);

    [Theory]
    [InlineData("29463-7", "7000", "kg")]
    [InlineData("29463-7", "0", "kg")]
    [InlineData("29463-7", "-70", "kg")]
    [InlineData("29463-7", "2000", "lb")]
    [InlineData("8302-2", "17", "m")]
    [InlineData("39156-5", "500", "kg/m2")]
    [InlineData("3016-3", "-2", "mIU/L")]
    [InlineData("8867-4", "8000", "/min")]
    public void What_a_number_can_not_be_is_not_taken_and_said(string code, string value, string unit)
    {
        var read = Imported(Observation(code, Quantity(value, unit)));

        Assert.Equal(1, read.Tally.Resources["Observation"].Skipped);
        Assert.Contains("is not possible", Assert.Single(read.Tally.Problems), StringComparison.Ordinal);
    }

    [Fact]
    public void Nor_is_a_pressure_the_wrong_way_round()
    {
        var read = Imported(
            $$"""{"resourceType":"Observation","status":"final","effectiveDateTime":"2026-11-29T10:00:00Z","code":{{Coded("http://loinc.org", "85354-9")}},"component":[{"code":{{Coded("http://loinc.org", "8480-6")}},{{Quantity("80", "mm[Hg]")}} },{"code":{{Coded("http://loinc.org", "8462-4")}},{{Quantity("120", "mm[Hg]")}} }]}""");

        Assert.Empty(read.Patients.Single().Values);
        Assert.Single(read.Tally.Problems);
    }

    [Fact]
    public void Nor_what_was_measured_before_the_birth() =>
        Assert.Contains("before the patient was born", Assert.Single(Imported(Observation("29463-7", Quantity("70", "kg"), ""","status":"final","effectiveDateTime":"1950-01-01" """)).Tally.Problems), StringComparison.Ordinal);

    [Fact]
    public void A_bundle_inside_the_bundle_is_what_it_holds() => Assert.Equal(Finding.Met, Finds("CI-ANEUR",
        $$"""{"resourceType":"Bundle","type":"collection","entry":[{"resource":{"resourceType":"Condition","id":"inner","subject":{"reference":"Patient/1"},"code":{{Coded("http://hl7.org/fhir/sid/icd-10-cm", "I67.1")}} } }]}"""));

    [Fact]
    public void A_social_security_number_is_not_kept_by_whatever_name_it_comes() => Assert.DoesNotContain(
        ImportedOf("""{"resourceType":"Patient","identifier":[{"system":"urn:oid:2.16.840.1.113883.4.1","value":"999-12-3456"},{"system":"urn:x","value":"1"}],"name":[{"text":"Rowan Quill"}],"birthDate":"1984-03-09"}""").Patients.Single().Keys,
        key => key.Contains("999-12", StringComparison.Ordinal));

    private static string Sertraline(string start, string end) =>
        $$"""{"resourceType":"MedicationStatement","status":"completed","medicationCodeableConcept":{"text":"sertraline"},"effectivePeriod":{"start":"{{start}}","end":"{{end}}"},"dosage":[{"doseAndRate":[{"doseQuantity":{"value":25,"unit":"mg"} }],"timing":{"repeat":{"frequency":1,"period":1,"periodUnit":"d"} } }] }""";
}
