using Mooring.Clinical;
using static Mooring.Tests.Fhir.Chart;

namespace Mooring.Tests.Fhir;

/// <summary>The same thing in resources of other kinds, beside a problem and a medicine that make the lists look whole.</summary>
public class SayingItAnotherWay
{
    private const string Problem = """{"resourceType":"Condition","code":{"text":"Depression"}}""";

    private const string Vitamin = """{"resourceType":"MedicationStatement","status":"active","medicationCodeableConcept":{"text":"Vitamin D"}}""";

    [Theory]
    [InlineData("Clipping of cerebral aneurysm", "CI-ANEUR", Finding.Met)]
    [InlineData("Endovascular repair of abdominal aortic aneurysm", "CI-ANEUR", Finding.Met)]
    [InlineData("Ventriculoperitoneal shunt placement", "CI-ICP", Finding.Met)]
    [InlineData("Craniotomy, evacuation of intracerebral hematoma", "CI-ICH", Finding.Met)]
    [InlineData("CABG", "CI-CARD-STAB", Finding.Met)]
    [InlineData("Screening for abdominal aortic aneurysm", "CI-ANEUR", Finding.NotMet)]
    [InlineData("Urine pregnancy test", "CI-ANEUR", Finding.NotMet)]
    public void An_operation_is_a_trace_of_what_it_was_for(string name, string rule, Finding expected) =>
        Assert.Equal(expected, Finds(rule, Problem, $$$"""{"resourceType":"Procedure","status":"completed","code":{"text":"{{{name}}}"}}"""));

    [Fact]
    public void An_operation_that_was_not_done_is_none() =>
        Assert.Equal(Finding.NotMet, Finds("CI-ANEUR", Problem, """{"resourceType":"Procedure","status":"not-done","code":{"text":"Clipping of cerebral aneurysm"}}"""));

    [Theory]
    [InlineData(""" "status":"completed","whenHandedOver":"2026-11-20","daysSupply":{"value":30} """, Finding.Met)]
    [InlineData(""" "status":"completed" """, Finding.Met)]
    [InlineData(""" "status":"completed","whenHandedOver":"2025-11-20","daysSupply":{"value":30} """, Finding.NotMet)]
    [InlineData(""" "status":"cancelled","whenHandedOver":"2026-11-20" """, Finding.NotMet)]
    public void What_was_handed_over_is_taken_as_long_as_it_lasts(string how, Finding expected) =>
        Assert.Equal(expected, Finds("IX-BZD", Vitamin, $$$"""{"resourceType":"MedicationDispense",{{{how}}},"medicationCodeableConcept":{"text":"Xanax 1 mg"}}"""));

    [Theory]
    [InlineData(""" "status":"completed","effectiveDateTime":"2026-11-01" """, Finding.Met)]
    [InlineData(""" "status":"in-progress","effectivePeriod":{"start":"2026-11-28"} """, Finding.Met)]
    [InlineData(""" "status":"completed","effectiveDateTime":"2024-11-01" """, Finding.NotMet)]
    [InlineData(""" "status":"not-done","effectiveDateTime":"2026-11-01" """, Finding.NotMet)]
    public void What_was_given_counts_for_as_long_as_a_depot_works(string how, Finding expected) =>
        Assert.Equal(expected, Finds("IX-NALTREX", Vitamin, $$$"""{"resourceType":"MedicationAdministration",{{{how}}},"medicationCodeableConcept":{"text":"Vivitrol 380 mg"}}"""));

    [Theory]
    [InlineData("11778-8", """ "valueDateTime":"2027-05-01" """, Finding.Met)]
    [InlineData("11778-8", """ "valueDateTime":"2020-05-01" """, Finding.NotMet)]
    [InlineData("18185-9", """ "valueQuantity":{"value":14,"unit":"wk","system":"http://unitsofmeasure.org","code":"wk"} """, Finding.Met)]
    [InlineData("82810-3", """ "valueCodeableConcept":{"coding":[{"system":"http://snomed.info/sct","code":"146799005","display":"Possible pregnancy"}]} """, Finding.Unknown)]
    [InlineData("82810-3", """ "valueString":"Pregnant" """, Finding.Met)]
    [InlineData("21198-7", """ "valueQuantity":{"value":15400,"unit":"mIU/mL","system":"http://unitsofmeasure.org","code":"m[IU]/mL"} """, Finding.Unknown)]
    public void A_pregnancy_is_told_in_many_ways(string loinc, string value, Finding expected) => Assert.Equal(expected, Finds("CI-PREG", Problem, NotPregnant,
        $$$"""{"resourceType":"Observation","status":"final","effectiveDateTime":"2026-11-20","code":{"coding":[{"system":"http://loinc.org","code":"{{{loinc}}}"}]},{{{value}}}}"""));

    [Theory]
    [InlineData("Pregnancy status", "Pregnant", Finding.Met)]
    [InlineData("Urine pregnancy test", "pos", Finding.Met)]
    [InlineData("Urine pregnancy test", "negative", Finding.NotMet)]
    [InlineData("Prueba de embarazo", "positiva", Finding.Met)]
    public void A_pregnancy_is_told_by_name_alone(string name, string value, Finding expected) => Assert.Equal(expected, Finds("CI-PREG", Problem, NotPregnant,
        $$$"""{"resourceType":"Observation","status":"final","effectiveDateTime":"2026-11-20","code":{"text":"{{{name}}}"},"valueString":"{{{value}}}"}"""));

    private const string NotPregnant = """{"resourceType":"QuestionnaireResponse","status":"completed","item":[{"linkId":"pregnant","answer":[{"valueBoolean":false}]},{"linkId":"could-become-pregnant","answer":[{"valueBoolean":false}]}]}""";
}
