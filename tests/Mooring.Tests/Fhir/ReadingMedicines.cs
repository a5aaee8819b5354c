using Mooring.Clinical;
using Mooring.Clinical.Facts;
using Mooring.Clinical.Patients;
using static Mooring.Tests.Fhir.Chart;

namespace Mooring.Tests.Fhir;

public class ReadingMedicines
{
    [Theory]
    [InlineData("http://www.nlm.nih.gov/research/umls/rxnorm")]
    [InlineData("https://www.nlm.nih.gov/research/umls/rxnorm/")]
    [InlineData("urn:oid:2.16.840.1.113883.6.88")]
    [InlineData("RXNORM")]
    public void Knows_the_code_system_however_it_is_written(string system) =>
        Assert.Equal(Finding.Met, Finds("IX-MAOI", Statement($$""" "status":"active","medicationCodeableConcept":{"coding":[{"system":"{{system}}","code":"8123"}],"text":"patch, see leaflet"}""")));

    [Fact]
    public void Looks_at_what_a_coding_is_called_beside_the_text() =>
        Assert.Equal(Finding.Met, Finds("IX-MAOI", Statement(""" "status":"active","medicationCodeableConcept":{"coding":[{"system":"http://www.nlm.nih.gov/research/umls/rxnorm","code":"2046374","display":"phenelzine 15 MG Oral Tablet"}],"text":"Tablet, see label"}""")));

    [Theory]
    [InlineData(""" "medicationReference":{"reference":"#m"},"contained":[{"resourceType":"Medication","id":"m","code":{"text":"phenelzine"}}] """)]
    [InlineData(""" "medicationReference":{"reference":"#m"},"contained":[{"resourceType":"Medication","id":"m","code":{"text":"Own mix"},"ingredient":[{"itemCodeableConcept":{"text":"phenelzine"}}]}] """)]
    [InlineData(""" "medicationReference":{"reference":"Medication/med"} """)]
    [InlineData(""" "medicationReference":{"display":"phenelzine 15 mg"} """)]
    public void Follows_to_the_medication_itself(string medication) =>
        Assert.Equal(Finding.Met, Finds("IX-MAOI", Statement($""" "status":"active",{medication}"""), """{"resourceType":"Medication","id":"med","code":{"text":"phenelzine"}}"""));

    [Fact]
    public void Leaves_out_what_is_not_to_be_given_and_what_was_never_prescribed()
    {
        var file = Imported(
            Request(""" "status":"active","intent":"order","doNotPerform":true,"medicationCodeableConcept":{"text":"diazepam"} """),
            Request(""" "status":"draft","intent":"order","medicationCodeableConcept":{"text":"diazepam"} """),
            Request(""" "status":"cancelled","intent":"order","medicationCodeableConcept":{"text":"diazepam"} """),
            Request(""" "status":"active","intent":"proposal","medicationCodeableConcept":{"text":"diazepam"} """),
            Request(""" "status":"entered-in-error","intent":"order","medicationCodeableConcept":{"text":"diazepam"} """),
            Statement(""" "status":"not-taken","medicationCodeableConcept":{"text":"diazepam"} """));

        Assert.Empty(file.Patients.Single().Things);
        Assert.Equal(5, file.Tally.Of("MedicationRequest").Skipped);
        Assert.Equal(1, file.Tally.Of("MedicationStatement").Skipped);
    }

    [Theory]
    [InlineData("active", true, null)]
    [InlineData("on-hold", true, null)]
    [InlineData("completed", false, "2026-11-26")]
    [InlineData("stopped", false, "2026-11-26")]
    [InlineData("unknown", false, "2026-11-26")]
    public void Knows_when_it_ended(string status, bool isTaken, string? stopped)
    {
        var medicine = One(Statement($$""" "status":"{{status}}","medicationCodeableConcept":{"text":"phenelzine"},"effectivePeriod":{"start":"2026-01-05","end":"2026-11-26"}"""));

        Assert.Equal((isTaken, stopped, "2026-01-05"), (medicine.IsTaken, medicine.StoppedOn?.ToString("yyyy-MM-dd", null), medicine.ChangedOn?.ToString("yyyy-MM-dd", null)));
    }

    [Fact]
    public void Takes_the_last_day_of_a_month_in_which_it_ended_but_none_to_come()
    {
        Assert.Equal(new DateOnly(2026, 10, 31), One(Statement(""" "status":"stopped","medicationCodeableConcept":{"text":"x"},"effectivePeriod":{"end":"2026-10"}""")).StoppedOn);
        Assert.Equal(new DateOnly(2026, 11, 29), One(Statement(""" "status":"stopped","medicationCodeableConcept":{"text":"x"},"effectivePeriod":{"end":"2026-11"}""")).StoppedOn);
    }

    [Theory]
    [InlineData(""" "dateAsserted":"2026-11-29" """)]
    [InlineData(""" "effectiveDateTime":"2026-11-29" """)]
    public void Does_not_take_the_day_of_a_statement_for_a_change_of_dose(string day) =>
        Assert.Null(One(Statement($$""" "status":"active","medicationCodeableConcept":{"text":"oxycodone"},{{day}}""")).ChangedOn);

    [Fact]
    public void Lets_the_newest_statement_about_a_medicine_count()
    {
        const string Older = """ "status":"active","dateAsserted":"2024-01-01","medicationCodeableConcept":{"text":"sertraline"} """;
        const string Newer = """ "status":"stopped","dateAsserted":"2026-01-01","medicationCodeableConcept":{"text":"sertraline"} """;

        Assert.False(One(Statement(Older), Statement(Newer)).IsTaken);
        Assert.True(One(Statement(Older), Statement(Newer), Request(""" "status":"active","intent":"order","authoredOn":"2023-01-01","medicationCodeableConcept":{"text":"sertraline"} """)).IsTaken);
        Assert.False(One(Statement(Older), Statement(""" "status":"not-taken","dateAsserted":"2026-01-01","medicationCodeableConcept":{"text":"sertraline"} """)).IsTaken);
    }

    [Theory]
    [InlineData("""{"doseAndRate":[{"doseQuantity":{"value":25,"unit":"mg"}}],"timing":{"repeat":{"frequency":1,"period":1,"periodUnit":"d","when":["MORN"]}}},{"doseAndRate":[{"doseQuantity":{"value":25,"unit":"mg"}}],"timing":{"repeat":{"frequency":1,"period":1,"periodUnit":"d","when":["EVE"]}}}""", 50.0)]
    [InlineData("""{"sequence":1,"doseAndRate":[{"doseQuantity":{"value":25,"unit":"mg"}}],"timing":{"code":{"coding":[{"code":"QD"}]}}},{"sequence":2,"doseAndRate":[{"doseQuantity":{"value":75,"unit":"mg"}}],"timing":{"code":{"coding":[{"code":"QD"}]}}}""", 75.0)]
    [InlineData("""{"doseAndRate":[{"doseQuantity":{"value":50,"unit":"mg"}}],"timing":{"repeat":{"frequency":1,"period":12,"periodUnit":"h"}}}""", 100.0)]
    [InlineData("""{"doseAndRate":[{"doseQuantity":{"value":0.05,"unit":"g"}}],"timing":{"code":{"coding":[{"code":"BID"}]}}}""", 100.0)]
    [InlineData("""{"doseAndRate":[{"doseQuantity":{"value":25,"unit":"mg"}}],"timing":{"code":{"coding":[{"code":"QD"}]}}},{"text":"one more in the evening"}""", null)]
    [InlineData("""{"asNeededBoolean":true,"doseAndRate":[{"doseQuantity":{"value":25,"unit":"mg"}}],"timing":{"code":{"coding":[{"code":"QD"}]}}}""", null)]
    public void Adds_up_the_doses_of_a_day(string dosage, double? perDay) =>
        Assert.Equal(perDay, Facts(Statement($$""" "status":"active","medicationCodeableConcept":{"text":"sertraline"},"dosage":[{{dosage}}]""")).Trials.Items.Single().DosePerDay);

    [Fact]
    public void Counts_a_trial_known_by_its_months_as_neither_long_enough_nor_too_short()
    {
        var trial = Facts(Statement(""" "status":"completed","medicationCodeableConcept":{"text":"sertraline 100 MG Oral Tablet"},"effectivePeriod":{"start":"2025-01","end":"2025-02"}""")).Trials.Items.Single();

        Assert.Equal((1 / 7.0, 58 / 7.0), (trial.Weeks!.Value, trial.WeeksAtMost!.Value));
    }

    [Theory]
    [InlineData("""{"coding":[{"system":"urn:own","code":"NKA"},{"system":"http://snomed.info/sct","code":"716186003"}],"text":"No Known Allergies"}""")]
    [InlineData("""{"text":"NKDA"}""")]
    public void Does_not_make_an_allergy_of_there_being_none(string code)
    {
        var file = Imported($$"""{"resourceType":"AllergyIntolerance","code":{{code}}}""");
        var facts = Facts($$"""{"resourceType":"AllergyIntolerance","code":{{code}}}""");

        Assert.Equal((1, 0), (file.Tally.Of("AllergyIntolerance").Why["says that there is none"], file.Patients.Single().Things.Count));
        Assert.Equal((0, true), (facts.Allergies.Items.Count, facts.Allergies.IsReviewed));
    }

    [Fact]
    public void Reads_an_allergy_by_its_substance_too() =>
        Assert.Equal(Finding.Met, Finds("CI-HSENS", """{"resourceType":"AllergyIntolerance","code":{"text":"Anesthetic"},"reaction":[{"substance":{"coding":[{"system":"urn:oid:2.16.840.1.113883.6.88","code":"6130"}]}}]}"""));

    private static Medicine One(params string[] resources) =>
        Imported(resources).Patients.Single().Things.Select(thing => thing.Change).OfType<MedicineReported>().Single().Medicine;

    private static string Statement(string members) => $$"""{"resourceType":"MedicationStatement",{{members}}}""";

    private static string Request(string members) => $$"""{"resourceType":"MedicationRequest",{{members}}}""";
}
