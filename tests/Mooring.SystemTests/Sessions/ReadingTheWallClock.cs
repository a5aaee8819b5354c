using System.Net;
using System.Text.RegularExpressions;
using Mooring.Clinical;
using Mooring.Clinical.Sessions.Leaving;
using Mooring.Demo;
using Mooring.Practice.Bedside;
using Mooring.Storage.Journals;
using Mooring.SystemTests.Clinics;
using Mooring.SystemTests.Courses;
using Mooring.SystemTests.Devices;

namespace Mooring.SystemTests.Sessions;

/// <summary>The clinic lies in Chicago: what it is told is told by the clock on its wall, and a day is its day.</summary>
public partial class ReadingTheWallClock
{
    // Twenty past seven in the evening in Chicago; UTC is in the next day.
    private readonly SetClock clock = new(new(2026, 3, 3, 1, 20, 0, TimeSpan.Zero));

    [Fact]
    public async Task A_refused_discharge_says_when_the_stay_ends_by_the_clock_on_the_wall()
    {
        await using var clinic = await TestClinic.Start(Engine.Sqlite, clock);
        var bedside = await Recovering(clinic);
        using var nurse = await clinic.Visitor(Role.Nurse);

        var refused = await Text(await nurse.Post($"/sessions/{bedside.Session}/discharge", "discharge", ("Leave.EventId", $"{Guid.CreateVersion7()}")), HttpStatusCode.UnprocessableEntity);

        var ends = clinic.Clinic.LocalTime((await bedside.Find())!.EarliestDischarge!.Value);
        Assert.Contains($"The minimum stay ends at {ends.ToString("h:mm tt", System.Globalization.CultureInfo.InvariantCulture)}.", refused, StringComparison.Ordinal);
        Assert.DoesNotContain("UTC", refused, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_entry_ahead_of_time_and_a_hand_over_too_early_say_it_so_too()
    {
        await using var clinic = await TestClinic.Start(Engine.Sqlite, clock);
        var bedside = await Recovering(clinic);
        using var nurse = await clinic.Visitor(Role.Nurse);
        var page = $"/sessions/{bedside.Session}";

        var ahead = await Text(await nurse.Post($"{page}/note", "note", ("Form.Text", "Calm."), ("Form.Earlier", "21:30"), ("Form.EventId", $"{Guid.CreateVersion7()}")), HttpStatusCode.UnprocessableEntity);
        var early = await Text(await nurse.Post($"{page}/discharge", "escort", ("Guide.Name", "Otto Fennel"), ("Guide.Relationship", "brother"), ("Guide.Phone", "555 0100"), ("Guide.Verified", "true"), ("Guide.EventId", $"{Guid.CreateVersion7()}")), HttpStatusCode.UnprocessableEntity);

        Assert.Contains("9:30 PM is still to come", ahead, StringComparison.Ordinal);
        Assert.Matches(@"The minimum stay ends at \d{1,2}:\d\d PM; nobody is handed over before", early);
        Assert.DoesNotContain("UTC", ahead + early, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Leaving_against_advice_is_written_down_by_the_clock_on_the_wall()
    {
        await using var clinic = await TestClinic.Start(Engine.Sqlite, clock);
        var bedside = await Recovering(clinic);
        using var nurse = await clinic.Visitor(Role.Nurse);

        using var left = await nurse.Post($"/sessions/{bedside.Session}/discharge", "against-advice", ("Against.Reason", "Has to go."), ("Against.Told", "To stay."), ("Against.EventId", $"{Guid.CreateVersion7()}"));

        var open = (await bedside.Find())!.Told.Select(entry => entry.What).OfType<Discharged>().Single().AgainstAdvice!.Open;
        Assert.Contains(open, says => StayEnds().IsMatch(says));
        Assert.DoesNotContain(open, says => says.Contains("UTC", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_decision_of_the_evening_was_made_that_day()
    {
        await using var care = await CareClinic.WithSomeoneKnown(start: true);
        care.Clock.Now = new(2026, 3, 3, 2, 0, 0, TimeSpan.Zero);
        Assert.Empty((await care.FindEligible()).Refusals);
        using var nurse = await care.Clinic.Visitor(Role.Nurse);

        var page = await nurse.Page($"/patients/{care.Patient}/screening?protocol={CareClinic.Protocol}");

        Assert.Contains("Mara Alder decided on Mon, Mar 2, 2026", page, StringComparison.Ordinal);
        Assert.Contains("""<span class="tag">Mon, Mar 2, 2026</span>""", page, StringComparison.Ordinal);
    }

    private async Task<Bedside> Recovering(TestClinic clinic)
    {
        var bedside = await Bedside.Arriving(clinic, clock);
        await bedside.Ready();
        await bedside.Start();
        clock.Pass(10);
        await bedside.Do(Role.Nurse, (DosingDesk desk, EntryStamp stamp) => desk.StopInfusion(bedside.Session, new() { Completed = true }, stamp, default));
        return bedside;
    }

    private static async Task<string> Text(HttpResponseMessage answer, HttpStatusCode status)
    {
        using (answer)
        {
            Assert.Equal(status, answer.StatusCode);
            return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        }
    }

    [GeneratedRegex(@"^The minimum stay ends at \d{1,2}:\d\d PM\.$", RegexOptions.None, 1000)]
    private static partial Regex StayEnds();
}
