using Mooring.Clinical;
using Mooring.Clinical.Patients;
using static Mooring.Tests.Fhir.Chart;

namespace Mooring.Tests.Fhir;

public class ReadingForms
{
    private const string No = "\"valueBoolean\":false";

    private const string Yes = "\"valueBoolean\":true";

    [Theory]
    [InlineData("\"valueBoolean\":false")]
    [InlineData("\"valueCoding\":{\"system\":\"http://loinc.org\",\"code\":\"LA32-8\"}")]
    [InlineData("\"valueCoding\":{\"system\":\"http://snomed.info/sct\",\"code\":\"373067005\"}")]
    [InlineData("\"valueString\":\"No\"")]
    public void Understands_a_no_in_every_form(string value) =>
        Assert.Equal(Finding.Met, Finds("CI-NOESC", Form(Answer("has-escort", value))));

    [Fact]
    public void Reads_answers_in_groups_and_below_other_answers()
    {
        var group = $$"""{"linkId":"g","item":[{"linkId":"h","item":[{{Answer("has-escort", No)}}]}]}""";
        var below = $$"""{"linkId":"x","answer":[{"valueBoolean":true,"item":[{{Answer("breastfeeding", Yes)}}]}]}""";

        var answers = Facts(Form($"{group},{below}")).Answers;

        Assert.Equal((false, true), (answers["has-escort"], answers["breastfeeding"]));
    }

    [Fact]
    public void Lets_the_newest_answer_count()
    {
        var older = Form(Answer("has-escort", Yes), ""","status":"completed","authored":"2026-11-20" """);
        var newer = Form(Answer("has-escort", No), ""","status":"amended","authored":"2026-11-27" """);

        Assert.Equal(Finding.Met, Finds("CI-NOESC", older, newer));
        Assert.Equal(Finding.Met, Finds("CI-NOESC", newer, older));
    }

    [Theory]
    [InlineData("entered-in-error")]
    [InlineData("in-progress")]
    [InlineData("stopped")]
    public void Counts_no_answer_of_a_form_that_is_not_finished_or_was_an_error(string status) =>
        Assert.Equal(Finding.Unknown, Finds("CI-NOESC", Form(Answer("has-escort", Yes), $$""","status":"{{status}}","authored":"2026-11-28" """)));

    [Fact]
    public void Is_unsure_where_two_answers_of_no_known_time_differ() => Assert.Equal(Finding.Unknown, Finds("CI-NOESC",
        Form(Answer("has-escort", Yes), ""","status":"completed" """), Form(Answer("has-escort", No), ""","status":"completed" """)));

    [Fact]
    public void Brings_the_answers_into_the_chart_and_counts_each_form_once()
    {
        var file = Imported(Form($"{Answer("has-escort", No)},{Answer("breastfeeding", No)}"), Form(Answer("favorite-color", "\"valueString\":\"green\"")));

        Assert.Equal([("has-escort", false), ("breastfeeding", false)], file.Patients.Single().Things.Select(thing => ((QuestionAnswered)thing.Change).Question).Zip([false, false]));
        Assert.Equal(1, file.Patients.Single().Things.Sum(thing => thing.Resources.Values.Sum()));
        Assert.Equal(1, file.Tally.Of("QuestionnaireResponse").Skipped);
    }

    [Theory]
    [InlineData("93249-1", Finding.Met)]
    [InlineData("93250-9", Finding.Met)]
    [InlineData("93269-9", Finding.Met)]
    [InlineData("93248-3", Finding.NotMet)]
    [InlineData("none", Finding.NotMet)]
    public void Scores_the_suicide_screener_from_observations_and_from_a_form(string yes, Finding expected)
    {
        string[] items = ["93246-7", "93247-5", "93248-3", "93249-1", "93250-9", "93267-3", "93269-9"];
        bool IsYes(string item) => item == yes || item == "93247-5" || (item == "93267-3" && yes == "93269-9");
        var observations = items.Select(item => Observation(item, $$""" "valueCodeableConcept":{{Coded("http://loinc.org", IsYes(item) ? "LA33-6" : "LA32-8")}}""")).ToArray();
        var form = Form(string.Join(',', items.Select(item => Answer($"/{item}", IsYes(item) ? Yes : No))), ""","status":"completed","authored":"2026-11-29T20:00:00Z" """);

        Assert.Equal(expected, Finds("CI-SI-IMM", observations));
        Assert.Equal(expected, Finds("CI-SI-IMM", form));
    }

    [Fact]
    public void Leaves_the_risk_unknown_while_a_grave_item_is_not_answered() =>
        Assert.Equal(Finding.Unknown, Finds("CI-SI-IMM", Observation("93246-7", "\"valueBoolean\":false"), Observation("93247-5", "\"valueBoolean\":true")));

    [Fact]
    public void Lets_a_yes_to_a_grave_item_decide_alone() =>
        Assert.Equal("high", Facts(Observation("93249-1", "\"valueBoolean\":true")).Scores.Single(sheet => sheet.Instrument == "c-ssrs-screener").Band);
}
