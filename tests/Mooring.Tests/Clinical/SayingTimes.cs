using System.Text.Json;
using Mooring.Clinical;
using Mooring.Clinical.Patients;
using Mooring.Clinical.Sessions;
using Mooring.Clinical.Sessions.Leaving;
using static Mooring.Tests.Clinical.Sessions.Chairside;

namespace Mooring.Tests.Clinical;

public class SayingTimes
{
    // Eight in the evening of March 1 in Chicago, which UTC calls two in the morning of March 2.
    private static readonly DateTimeOffset Evening = new(2026, 3, 2, 2, 0, 0, TimeSpan.Zero);
    private static readonly Clinic Chicago = new(new(Guid.CreateVersion7()), "Harbor", "America/Chicago", IsDemo: true);
    private static readonly Sentence Wait = Sentence.Of("Wait {apart}: from {from}.", ("apart", TimeSpan.FromMinutes(12.5)), ("from", Evening));

    [Fact]
    public void Says_a_time_of_today_as_the_clock_on_the_wall_shows_it() =>
        Assert.Equal("Wait 12.5 min: from 8:00 PM.", new SentencePrinter(Chicago, Evening.AddMinutes(-10)).Print(Wait));

    [Fact]
    public void Says_the_day_with_a_time_of_another_day() =>
        Assert.Equal("Wait 12.5 min: from 8:00 PM on Mar 1, 2026.", new SentencePrinter(Chicago, Evening.AddHours(5)).Print(Wait));

    [Fact]
    public void Counts_another_day_by_the_clinic_and_not_by_UTC() =>
        Assert.Equal("Wait 12.5 min: from 8:00 PM.", new SentencePrinter(Chicago, Evening.AddHours(-12)).Print(Wait));

    [Fact]
    public void Says_it_in_the_language_of_the_reader()
    {
        var says = new SentencePrinter(Chicago, Evening.AddDays(2), Language.Spanish).Print(Sentence.Of("Espere hasta {from}.", ("from", Evening)));

        Assert.Contains("1 mar", says, StringComparison.Ordinal);
        Assert.DoesNotContain("PM", says, StringComparison.Ordinal);
        Assert.DoesNotContain(" on ", says, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0.5, "30 s")]
    [InlineData(90, "90 min")]
    [InlineData(120, "2 h")]
    [InlineData(200, "3 h 20 min")]
    public void Never_rounds_a_wait_down(double minutes, string says) =>
        Assert.Equal(says, new SentencePrinter(Chicago, Evening).Print(Sentence.Of("{wait}", ("wait", TimeSpan.FromMinutes(minutes)))));

    [Fact]
    public void Says_that_it_is_UTC_where_no_zone_is_known() => Assert.Equal("Wait 12.5 min: from 2026-03-02 02:00 UTC.", $"{Wait}");

    [Fact]
    public void Leaves_alone_what_came_without_values()
    {
        Sentence said = "Write {name} as it stands.";

        Assert.Equal("Write {name} as it stands.", new SentencePrinter(Chicago, Evening).Print(said));
    }

    [Fact]
    public void Never_looks_for_places_in_what_somebody_typed() =>
        Assert.Equal("“{from}” began at 8:00 PM.", new SentencePrinter(Chicago, Evening).Print(Sentence.Of("“{typed}” began at {from}.", ("typed", "{from}"), ("from", Evening))));

    [Fact]
    public void Refuses_a_place_without_a_value_and_a_value_without_a_place()
    {
        Assert.Throws<ArgumentException>(() => Sentence.Of("From {from}.", ("until", Evening)));
        Assert.Throws<ArgumentException>(() => Sentence.Of("From {from} to {until}.", ("from", Evening)));
        Assert.Throws<ArgumentException>(() => Sentence.Of("Now.", ("from", Evening)));
    }

    [Fact]
    public void Is_the_same_sentence_with_the_same_values() =>
        Assert.Equal(
            [true, false],
            new[] { Evening, Evening.AddMinutes(1) }.Select(at => new Refusal("SES1", Sentence.Of("From {from}.", ("from", Evening))) == new Refusal("SES1", Sentence.Of("From {from}.", ("from", at)))));

    [Fact]
    public void Gives_a_program_code_sentence_and_place_and_nothing_else() => Assert.Equal(
        """{"code":"SES1","says":"Wait.","at":"from"}""",
        JsonSerializer.Serialize(new Refusal("SES1", "Wait.", "from"), JsonSerializerOptions.Web));

    [Fact]
    public void Says_when_a_stay_ends_and_writes_it_so_into_the_record()
    {
        var session = Infusion().Recovering().Session;
        var ends = session.EarliestDischarge!.Value;
        var print = new SentencePrinter(Chicago, ends);
        var wall = Chicago.LocalTime(ends).ToString("h:mm tt", System.Globalization.CultureInfo.GetCultureInfo("en-US"));

        var refused = print.Print(Sessions.Refused.With("SES180", session.Discharge(At(60, Prescriber))));
        var left = Assert.IsType<Discharged>(session.LeaveAgainstAdvice(At(60), "Has to go.", "Stay.", print).Value!.Single());

        Assert.Equal($"The minimum stay ends at {wall}.", refused.Says);
        Assert.Contains(refused.Says, left.AgainstAdvice!.Open);
        Assert.DoesNotContain("UTC", Describe.What(left, session.Pack), StringComparison.Ordinal);
    }
}
