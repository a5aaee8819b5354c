using Mooring.Clinical;
using Mooring.Clinical.Patients;
using Mooring.Practice.Imports;
using static Mooring.Tests.Fhir.Chart;

namespace Mooring.Tests.Fhir;

public class ReadingPeople
{
    [Theory]
    [InlineData("2008", Finding.Unknown)]
    [InlineData("2008-11", Finding.Unknown)]
    [InlineData("2008-12", Finding.Met)]
    [InlineData("2008-10", Finding.NotMet)]
    [InlineData("2007", Finding.NotMet)]
    [InlineData("2009", Finding.Met)]
    public void Knows_an_age_only_as_well_as_the_birth_date(string born, Finding expected) =>
        Assert.Equal(expected, Finds("CI-AGE-MIN", FactsOf($$"""{"resourceType":"Patient","id":"1","birthDate":"{{born}}"}""")));

    [Theory]
    [InlineData("""[{"given":["Sukardi"]}]""", "Sukardi", "")]
    [InlineData("""[{"family":"Sukardi"}]""", "", "Sukardi")]
    [InlineData("""[{"text":"Sukardi"}]""", "Sukardi", "")]
    [InlineData("""[{"text":"Ada May Fern"}]""", "Ada May", "Fern")]
    [InlineData("""[{"family":"Marsh","given":[null,"Linnet"],"_given":[{"extension":[{"url":"urn:x","valueString":"y"}]},null]}]""", "Linnet", "Marsh")]
    [InlineData("""[{"family":"Marsh","given":[null,"Linnet"]}]""", "Linnet", "Marsh")]
    [InlineData("""[{"use":"official","family":"Hart","given":["Em"],"period":{"end":"2018-06-30"}},{"use":"official","family":"Brook","given":["Em"],"period":{"start":"2018-07-01"}}]""", "Em", "Brook")]
    [InlineData("""[{"use":"maiden","family":"Hart","given":["Em"]},{"use":"usual","family":"Brook","given":["Em"]}]""", "Em", "Brook")]
    [InlineData("""[{"use":"official","family":"Hart","given":["Em"],"period":{"end":"2018"}},{"use":"usual","family":"Brook","given":["Em"]}]""", "Em", "Brook")]
    [InlineData("""[{"use":"official","family":"Brook","given":["Em"],"period":{"start":"2031"}},{"use":"old","family":"Hart","given":["Em"]}]""", "Em", "Hart")]
    public void Takes_the_name_that_the_person_goes_by_now(string names, string given, string family)
    {
        var person = One($"\"name\":{names}");

        Assert.Equal((given, family), (person.GivenName, person.FamilyName));
    }

    [Theory]
    [InlineData("""[{"system":"phone","use":"old","value":"1"},{"system":"phone","use":"mobile","value":"2"}]""", "2")]
    [InlineData("""[{"system":"phone","value":"1","period":{"end":"2019"}},{"system":"phone","value":"2"}]""", "2")]
    [InlineData("""[{"system":"phone","value":"1"},{"system":"phone","value":"2","rank":1}]""", "2")]
    [InlineData("""[{"system":"phone","value":"1","rank":2},{"system":"phone","value":"2","rank":1}]""", "2")]
    [InlineData("""[{"system":"phone","use":"old","value":"1"}]""", null)]
    public void Takes_the_phone_that_is_used_now(string telecom, string? expected) =>
        Assert.Equal(expected, One($$""" "name":[{"family":"Thorne"}],"telecom":{{telecom}}""").Phone);

    [Fact]
    public void Knows_that_somebody_has_died_or_that_the_record_was_replaced()
    {
        var died = One(""" "name":[{"family":"Ash"}],"deceasedDateTime":"2026-05-01" """);
        var replaced = One(""" "name":[{"family":"Wren"}],"link":[{"other":{"reference":"Patient/2"},"type":"replaced-by"}] """);

        Assert.Equal((true, new DateOnly(2026, 5, 1)), (died.HasDied, died.DiedOn));
        Assert.True(One(""" "name":[{"family":"Ash"}],"deceasedBoolean":true """).HasDied);
        Assert.False(One(""" "name":[{"family":"Ash"}],"deceasedBoolean":false """).HasDied);
        Assert.True(replaced.IsReplaced && One(""" "name":[{"family":"Wren"}],"active":false """).IsReplaced);
        Assert.False(One(""" "name":[{"family":"Wren"}],"link":[{"other":{"reference":"Patient/2"},"type":"seealso"}] """).IsReplaced);
    }

    [Fact]
    public void Leaves_out_with_a_patient_what_is_about_that_patient()
    {
        var file = ImportedOf("""{"resourceType":"Patient","id":"1","name":[{"family":"Quill"}],"birthDate":"1984-03-09"}""",
            """{"resourceType":"Patient","id":"2","name":[{"family":"Fern"}],"birthDate":"1990","subject":{"reference":"none"}}""",
            """{"resourceType":"Condition","subject":{"reference":"Patient/2"},"code":{"text":"Migraine"}}""");

        Assert.Equal("Quill", file.Patients.Single().FamilyName);
        Assert.Equal(1, file.Tally.Of("Condition").Why["patient left out"]);
        Assert.Contains(file.Tally.Problems, problem => problem.Contains("no full birth date", StringComparison.Ordinal));
    }

    private static ImportedPatient One(string members) =>
        ImportedOf($$"""{"resourceType":"Patient","id":"1","birthDate":"1984-03-09",{{members}}}""").Patients.Single();

    [Theory]
    [InlineData(""" "extension":[{"url":"value","valueCodeableConcept":{"coding":[{"system":"http://loinc.org","code":"LA29520-6","display":"they/them/their/theirs/themselves"}]}}] """, Pronoun.They, null)]
    [InlineData(""" "extension":[{"url":"value","valueCodeableConcept":{"text":"xe/xem"}}] """, Pronoun.Other, "xe/xem")]
    [InlineData(""" "valueCodeableConcept":{"coding":[{"system":"http://loinc.org","code":"LA29520-6"}]} """, Pronoun.They, null)]
    [InlineData(""" "extension":[{"url":"period","valuePeriod":{"start":"2020-01-01"}}] """, Pronoun.NotSaid, null)]
    public void Takes_the_pronouns_that_a_record_says(string extension, Pronoun pronoun, string? other)
    {
        var read = ImportedOf($$"""{"resourceType":"Patient","id":"1","identifier":[{"system":"urn:oid:1.2.3","value":"7"}],"name":[{"family":"Quill","given":["Rowan"]}],"birthDate":"1984-03-09","extension":[{"url":"http://hl7.org/fhir/StructureDefinition/individual-pronouns",{{extension}}}]}""").Patients.Single();

        Assert.Equal((pronoun, other), (read.Pronoun, read.OtherPronoun));
    }
}
