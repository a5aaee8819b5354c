using Mooring.Clinical;
using static Mooring.Tests.Fhir.Chart;

namespace Mooring.Tests.Fhir;

/// <summary>A last menstrual period that is old enough asks for a pregnancy test; it never counts as "not pregnant".</summary>
public class ReadingLastPeriods
{
    private const string Problem = """{"resourceType":"Condition","code":{"text":"Depression"}}""";

    private const string Reviewed = """{"resourceType":"QuestionnaireResponse","status":"completed","item":[{"linkId":"pregnant","answer":[{"valueBoolean":false}]}]}""";

    private const string CouldNot = """{"resourceType":"QuestionnaireResponse","status":"completed","item":[{"linkId":"could-become-pregnant","answer":[{"valueBoolean":false}]}]}""";

    [Theory]
    [InlineData(""" "valueDateTime":"2026-09-20" """, Finding.Unknown)]
    [InlineData(""" "valueDateTime":"2026-09" """, Finding.Unknown)]
    [InlineData(""" "valueDateTime":"2026" """, Finding.Unknown)]
    [InlineData(""" "valueString":"2026-09-20" """, Finding.Unknown)]
    [InlineData(""" "valueString":"eight weeks ago" """, Finding.Unknown)]
    [InlineData(""" "valuePeriod":{"start":"2026-09-20","end":"2026-09-25"} """, Finding.Unknown)]
    [InlineData(""" "valueDateTime":"2027-09-20" """, Finding.Unknown)]
    [InlineData(""" "valueDateTime":"2026-11-20" """, Finding.NotMet)]
    [InlineData(""" "valueDateTime":"2025-09-20" """, Finding.NotMet)]
    [InlineData(""" "valueDateTime":"2019" """, Finding.NotMet)]
    public void Leave_a_pregnancy_open_where_they_are_old_enough(string value, Finding expected)
    {
        Assert.Equal(expected, Finds("CI-PREG", Problem, Reviewed, LastPeriod(value)));
        Assert.Equal(expected, Finds("CI-PREG-POT", Problem, CouldNot, LastPeriod(value)));
    }

    [Fact]
    public void Recent_ones_do_not_answer_the_question() => Assert.Equal(Finding.Unknown, Finds("CI-PREG", LastPeriod(""" "valueDateTime":"2026-11-20" """)));

    [Fact]
    public void Are_read_by_name_and_without_a_time_of_their_own() => Assert.Equal(Finding.Unknown, Finds("CI-PREG", Problem, Reviewed,
        """{"resourceType":"Observation","status":"final","code":{"text":"LMP"},"valueDateTime":"2026-09-20"}"""));

    [Fact]
    public void Are_read_as_a_part_of_another_observation() => Assert.Equal(Finding.Unknown, Finds("CI-PREG", Problem, Reviewed,
        """{"resourceType":"Observation","status":"final","effectiveDateTime":"2026-11-20","code":{"text":"Pregnancy intake"},"component":[{"code":{"coding":[{"system":"http://loinc.org","code":"8665-2"}]},"valueDateTime":"2026-09-20"}]}"""));

    [Fact]
    public void Are_answered_by_a_negative_test_of_this_week() => Assert.Equal(Finding.NotMet, Finds("CI-PREG", Problem, Reviewed, LastPeriod(""" "valueDateTime":"2026-09-20" """),
        Observation("2106-3", """ "valueString":"negative" """, ""","status":"final","effectiveDateTime":"2026-11-27" """)));

    [Fact]
    public void Are_kept_in_the_chart_with_their_day()
    {
        var kept = Imported(LastPeriod(""" "valueDateTime":"2026-09-20" """)).Patients.Single().Values.Single().Values.Single();

        Assert.Equal(("8665-2", new DateTimeOffset(2026, 9, 20, 0, 0, 0, TimeSpan.Zero)), (kept.Code, kept.At));
    }

    [Fact]
    public void Of_whoever_is_recorded_as_male_count_too() => Assert.Equal(Finding.Unknown, Finds("CI-PREG", FactsOf(
        """{"resourceType":"Patient","id":"1","gender":"male","birthDate":"1984-03-09"}""", Problem, Reviewed, LastPeriod(""" "valueDateTime":"2026-09-20" """))));

    private static string LastPeriod(string value) => Observation("8665-2", value, ""","status":"final","effectiveDateTime":"2026-11-20" """);
}
