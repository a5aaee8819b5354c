using Mooring.Clinical;
using Mooring.Clinical.Facts;
using Mooring.Clinical.Patients;
using static Mooring.Tests.Fhir.Chart;

namespace Mooring.Tests.Fhir;

public class ReadingConditions
{
    [Theory]
    [InlineData("http://hl7.org/fhir/sid/icd-10-cm")]
    [InlineData("https://hl7.org/fhir/sid/icd-10-cm/")]
    [InlineData("HTTP://HL7.ORG/FHIR/SID/ICD-10-CM")]
    [InlineData("urn:oid:2.16.840.1.113883.6.90")]
    [InlineData("URN:OID:2.16.840.1.113883.6.90")]
    [InlineData("2.16.840.1.113883.6.90")]
    [InlineData("http://hl7.org/fhir/sid/icd-10")]
    [InlineData("http://hl7.org/fhir/sid/icd-10-cm|2026")]
    [InlineData("ICD-10-CM")]
    [InlineData("")]
    public void Knows_the_code_system_however_it_is_written(string system) =>
        Assert.Equal("F31.5", Facts(Condition(Coded(system, "f31.5"))).Conditions.Items.Single().Icd10);

    [Theory]
    [InlineData("http://snomed.info/sct")]
    [InlineData("https://snomed.info/sct/")]
    [InlineData("http://snomed.info/sct/731000124108")]
    [InlineData("urn:oid:2.16.840.1.113883.6.96")]
    public void And_that_of_SNOMED(string system) =>
        Assert.Equal("13746004", Facts(Condition(Coded(system, "13746004"))).Conditions.Items.Single().Snomed);

    [Fact]
    public void Looks_at_every_code_and_every_name()
    {
        const string Code = """{"coding":[{"system":"http://hl7.org/fhir/sid/icd-10-cm","code":"G43.909","display":"Migraine"},{"system":"http://hl7.org/fhir/sid/icd-10-cm","code":"I67.1","display":"Cerebral aneurysm, nonruptured"}],"text":"Recurrent headache"}""";
        var condition = Facts(Condition(Code)).Conditions.Items.Single();

        Assert.Equal(["G43.909", "I67.1"], condition.AllIcd10);
        Assert.Equal(["Recurrent headache", "Migraine", "Cerebral aneurysm, nonruptured"], condition.AllNames);
        Assert.Equal(Finding.Met, Finds("CI-ANEUR", Condition(Code)));
    }

    [Fact]
    public void Takes_one_that_has_only_a_code_under_the_name_of_its_code()
    {
        var conditions = Imported(Condition(Coded("http://hl7.org/fhir/sid/icd-10-cm", "E05.90")), Condition(Coded("http://hl7.org/fhir/sid/icd-10-cm", "Z99.89")))
            .Patients.Single().Things.Select(thing => ((ConditionReported)thing.Change).Condition).ToList();

        Assert.Equal([("Hyperthyroidism", "E05.90"), ("ICD-10-CM Z99.89", "Z99.89")], conditions.Select(each => (each.Name, each.Icd10!)));
    }

    [Fact]
    public void Keeps_two_things_apart_that_only_share_their_name()
    {
        const string Text = ""","clinicalStatus":{"coding":[{"code":"STATUS"}]}""";
        var things = Imported(
            Condition("""{"text":"Depression","coding":[{"system":"http://hl7.org/fhir/sid/icd-10-cm","code":"F33.3"}]}""", Text.Replace("STATUS", "resolved", StringComparison.Ordinal)),
            Condition("""{"text":"Depression","coding":[{"system":"http://hl7.org/fhir/sid/icd-10-cm","code":"F33.1"}]}""", Text.Replace("STATUS", "active", StringComparison.Ordinal)),
            Condition("""{"text":"depression"}""")).Patients.Single().Things;

        Assert.Equal(
            [("Depression", "F33.1", ConditionStatus.Active), ("Depression (F33.3)", "F33.3", ConditionStatus.Resolved)],
            things.Select(thing => ((ConditionReported)thing.Change).Condition).Select(each => (each.Name, each.Icd10!, each.Status)));
        Assert.Equal(3, things.Sum(thing => thing.Resources["Condition"]));
    }

    [Theory]
    [InlineData(""","abatementDateTime":"2019-05-01" """, ConditionStatus.Resolved)]
    [InlineData(""","abatementString":"some years ago" """, ConditionStatus.Resolved)]
    [InlineData(""","abatementAge":{"value":30,"code":"a"}""", ConditionStatus.Resolved)]
    [InlineData(""","abatementPeriod":{"start":"2019"}""", ConditionStatus.Resolved)]
    [InlineData(""","abatementDateTime":"2031" """, ConditionStatus.Active)]
    [InlineData(""","abatementDateTime":"2019-05-01","clinicalStatus":{"coding":[{"code":"active"}]}""", ConditionStatus.Active)]
    [InlineData(""","abatementDateTime":"2019-05-01","clinicalStatus":{"coding":[{"code":"remission"}]}""", ConditionStatus.Remission)]
    [InlineData(""","clinicalStatus":{"coding":[{"system":"urn:own","code":"9"},{"code":"inactive"}]}""", ConditionStatus.Resolved)]
    [InlineData(""","clinicalStatus":{"text":"Resolved"}""", ConditionStatus.Resolved)]
    [InlineData(""","clinicalStatus":{"coding":[{"code":"recurrence"}]}""", ConditionStatus.Active)]
    [InlineData("", ConditionStatus.Active)]
    public void Sees_that_it_has_ended(string more, ConditionStatus expected) =>
        Assert.Equal(expected, Facts(Condition(Coded("http://hl7.org/fhir/sid/icd-10-cm", "F30.9"), more)).Conditions.Items.Single().Status);

    [Theory]
    [InlineData(""" "onsetDateTime":"2019" """, "2019-01-01", "2019-12-31")]
    [InlineData(""" "onsetDateTime":"2019-02" """, "2019-02-01", "2019-02-28")]
    [InlineData(""" "onsetDateTime":"2019-02-03T10:00:00.123456789+02:00" """, "2019-02-03", null)]
    [InlineData(""" "onsetPeriod":{"start":"2019-02-03"} """, "2019-02-03", null)]
    [InlineData(""" "onsetAge":{"value":30,"code":"a"} """, "2014-03-09", "2015-03-08")]
    public void Knows_its_beginning_as_exactly_as_it_is_written(string onset, string from, string? until)
    {
        var condition = Facts(Condition("""{"text":"Migraine"}""", $",{onset}")).Conditions.Items.Single();

        Assert.Equal((from, until), (condition.Onset?.ToString("yyyy-MM-dd", null), condition.OnsetUntil?.ToString("yyyy-MM-dd", null)));
    }

    [Theory]
    [InlineData(""","verificationStatus":{"coding":[{"code":"refuted"}]}""")]
    [InlineData(""","verificationStatus":{"coding":[{"code":"x"},{"code":"entered-in-error"}]}""")]
    public void Leaves_out_what_is_not_so(string more) =>
        Assert.Empty(Facts(Condition("""{"text":"Migraine"}""", more)).Conditions.Items);

    [Fact]
    public void Takes_the_day_of_its_end_as_the_day_since_which_it_is_resolved()
    {
        var resolved = Facts(Condition("""{"text":"Alcohol use disorder"}""", ""","abatementDateTime":"2019-05-01","clinicalStatus":{"coding":[{"code":"resolved"}]}""")).Conditions.Items.Single();

        Assert.Equal((ConditionStatus.Resolved, new DateOnly(2019, 5, 1)), (resolved.Status, resolved.InRemissionSince!.Value));
    }

    [Fact]
    public void Reads_what_the_family_has_and_does_not_take_that_for_a_reviewed_list()
    {
        const string Mother = """{"resourceType":"FamilyMemberHistory","status":"completed","relationship":{"coding":[{"code":"MTH","display":"Mother"}]},"condition":[{"code":{"coding":[{"system":"http://snomed.info/sct","code":"58214004","display":"Schizophrenia"}]}}]}""";
        var facts = Facts(Mother);

        Assert.Equal(("Schizophrenia (mother)", ConditionStatus.Family, false), (facts.Conditions.Items.Single().Name, facts.Conditions.Items.Single().Status, facts.Conditions.IsReviewed));
        Assert.Equal(Finding.Met, Finds("CI-PSY-HX", Mother));
    }

    [Fact]
    public void Does_not_take_a_list_for_whole_of_which_something_could_not_be_read()
    {
        var facts = Facts(Condition("""{"text":"Migraine"}"""), """{"resourceType":"Condition","code":{"coding":{}}}""");

        Assert.Equal((1, false), (facts.Conditions.Items.Count, facts.Conditions.IsReviewed));
    }
}
