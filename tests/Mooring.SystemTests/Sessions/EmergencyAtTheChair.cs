using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Mooring.Clinical;
using Mooring.Clinical.Patients;
using Mooring.Clinical.Sessions;
using Mooring.Clinical.Sessions.Leaving;
using Mooring.Clinical.Sessions.Rescuing;
using Mooring.Practice.Bedside;
using Mooring.Practice.Tasks;
using Mooring.Storage.Journals;
using Mooring.SystemTests.Clinics;
using Mooring.SystemTests.Live;
using Mooring.SystemTests.Tour;

namespace Mooring.SystemTests.Sessions;

public partial class EmergencyAtTheChair
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Is_opened_by_one_tap_recorded_by_single_taps_and_written_down_afterwards()
    {
        var clock = new RunningClock(new(2026, 3, 2, 15, 0, 0, TimeSpan.Zero));
        await using var clinic = await TestClinic.Start(Engine.Sqlite, clock);
        var bedside = await Infusing(clinic, clock);
        var nurse = await Browser.Page(clinic, Role.Nurse, width: 1024, height: 768, isTouched: true);
        await nurse.GotoAsync($"/sessions/{bedside.Session}");

        await nurse.Press("Emergency");
        await nurse.GetByRole(AriaRole.Link, new() { Name = "Laryngospasm" }).ClickAsync();
        await Pictures.Take(nurse, "emergency-card-1024");
        await Tap(nurse, "help-called");
        await Tap(nurse, "infusion-stopped");
        await Tap(nurse, "cpr-started");
        await nurse.Press("Undo: CPR started");
        var smallest = await nurse.EvaluateAsync<double>("Math.min(...[...document.querySelectorAll('.taps button')].map(one => one.getBoundingClientRect().height))");
        // Pressure, pulse and oxygen large in one row, the rest in one row below: no tile stands alone.
        var rows = await nurse.EvaluateAsync<int[]>("Object.values(Object.groupBy([...document.querySelectorAll('.values .vital')], one => Math.round(one.getBoundingClientRect().top))).map(row => row.length)");
        var number = await nurse.EvaluateAsync<double>("Math.min(...[...document.querySelectorAll('.values .vital:nth-child(-n+3):not(.unknown) .value b')].map(one => parseFloat(getComputedStyle(one).fontSize)))");
        var broken = await Axe.Broken(nurse);
        await Pictures.Take(nurse, "emergency-1024");
        await nurse.SetViewportSizeAsync(390, 844);
        var over = await nurse.EvaluateAsync<int>("document.scrollingElement.scrollWidth - innerWidth");
        await nurse.SetViewportSizeAsync(1024, 768);
        var during = (await bedside.Find())!;
        await nurse.Press("It is over");

        Assert.True(smallest >= 72, FormattableString.Invariant($"{smallest} px"));
        Assert.Empty(broken);
        Assert.True(rows is [3, > 1] && number >= 32, FormattableString.Invariant($"{string.Join(", ", rows)} tiles in a row, numbers of {number} px"));
        Assert.True(over <= 1, FormattableString.Invariant($"{over} px wider than a phone"));
        Assert.Equal(["Called for help", "Infusion stopped"], during.Emergencies[^1].Actions.Select(entry => ((EmergencyAction)entry.What).Action));
        Assert.Equal("laryngospasm", during.Emergencies[^1].Card);
        Assert.NotNull(during.Infusion!.StoppedAt);
        Assert.Contains(await Unfinished(clinic, during), one => one.Kind == TaskKind.EmergencyToComplete);
        await nurse.Press("Save it");
        Assert.Contains("Say what happened", await nurse.Refused(), StringComparison.Ordinal);
        Assert.Equal("laryngospasm", await nurse.InputValueAsync("#term"));
        await Pictures.Take(nurse, "emergency-complete-1024");
        await nurse.FillAsync("#whatHappened", "No air for half a minute; it opened with jaw thrust.");
        await nurse.Choose("Form.Grade", "3");
        await nurse.Choose("Form.Outcome", "Resolved");
        await nurse.GetByLabel("Prescriber", new() { Exact = true }).CheckAsync();
        await nurse.Done("Save it");
        var after = (await bedside.Find())!;
        Assert.Equal(["Prescriber"], after.Emergencies[^1].Review!.Told);
        Assert.Equal(("laryngospasm", 3, true), after.AdverseEvents.Select(harm => (harm.Term, harm.Grade, harm.Serious)).Single());
        Assert.Empty(await Unfinished(clinic, after));
        await nurse.Context.DisposeAsync();
    }

    [Fact]
    public async Task Opens_without_script_and_opens_anew_from_a_page_that_opened_one_before()
    {
        await using var clinic = await TestClinic.Start(Engine.Sqlite);
        var bedside = await Infusing(clinic, TimeProvider.System);
        using var visitor = await clinic.Visitor(Role.Nurse);
        var token = Token().Match(await visitor.GetStringAsync($"/sessions/{bedside.Session}", Cancel)).Groups[1].Value;

        var opened = await Post(visitor, bedside, token);
        await bedside.Do(Role.Nurse, (EmergencyDesk desk, EntryStamp stamp) => desk.CloseEmergency(bedside.Session, new(), stamp, default));
        await Post(visitor, bedside, token);
        var session = (await bedside.Find())!;

        Assert.Equal(302, (int)opened.StatusCode);
        Assert.Equal(2, session.Emergencies.Count);
        Assert.NotNull(session.EmergencySince);
    }

    [Fact]
    public async Task Asks_until_somebody_says_that_the_patient_is_at_home()
    {
        var clock = new RunningClock(new(2026, 3, 2, 15, 0, 0, TimeSpan.Zero));
        await using var clinic = await TestClinic.Start(Engine.Sqlite, clock);
        var bedside = await Infusing(clinic, clock);
        clock.Pass(TimeSpan.FromMinutes(45));
        await bedside.Do(Role.Nurse, (DosingDesk desk, EntryStamp stamp) => desk.StopInfusion(bedside.Session, new() { Completed = true }, stamp, default));
        clock.Pass(TimeSpan.FromHours(2));
        await bedside.Vitals();
        var left = await bedside.Leave();
        clock.Pass(TimeSpan.FromHours(3));
        var front = await Browser.Page(clinic, Role.FrontDesk);

        Assert.Contains("on the way home", await front.InnerTextAsync("main"), StringComparison.Ordinal);
        await front.GotoAsync($"/patients/{left.Plan.Patient}");
        await front.GetByText("on the way home").ClickAsync();
        await front.Choose("Form.SaidBy", "Escort");
        await front.Done("Arrived home");
        var session = (await bedside.Find())!;

        Assert.Equal(new ArrivedHome(Teller.Escort), session.Home!.What);
        Assert.DoesNotContain("on the way home", await front.InnerTextAsync("main"), StringComparison.Ordinal);
        await front.Context.DisposeAsync();
    }

    [Fact]
    public async Task Is_on_the_wall_without_a_name()
    {
        await using var clinic = await TestClinic.Start(Engine.Sqlite);
        var bedside = await Infusing(clinic, TimeProvider.System);
        using var visitor = await clinic.Visitor(Role.Nurse);
        await using var wall = await Listener.To(clinic, "/board/wall/live");

        var before = await visitor.GetStringAsync("/board/wall", Cancel);
        await bedside.Do(Role.Nurse, (EmergencyDesk desk, EntryStamp stamp) => desk.OpenEmergency(bedside.Session, stamp, default));
        var live = await wall.Next(one => one.Name == "fragment" && one.Html.Contains("Emergency", StringComparison.Ordinal));

        Assert.Contains("Chair 1", before, StringComparison.Ordinal);
        Assert.All([before, live.Html], html => Assert.False(Named().IsMatch(html), html));
    }

    private static async Task<Bedside> Infusing(TestClinic clinic, TimeProvider clock)
    {
        var bedside = await Bedside.Arriving(clinic, clock);
        await bedside.Ready();
        await bedside.Start();
        return bedside;
    }

    private static Task Tap(IPage page, string act) => page.Press(page.Locator($"button[value='{act}']"));

    private static async Task<HttpResponseMessage> Post(HttpClient visitor, Bedside bedside, string token)
    {
        using var form = new FormUrlEncodedContent([new("_handler", "open"), new("__RequestVerificationToken", token)]);
        return await visitor.PostAsync(new Uri($"/sessions/{bedside.Session}/emergency", UriKind.Relative), form, Cancel);
    }

    private static Task<IReadOnlyList<Unfinished>> Unfinished(TestClinic clinic, Session session) => clinic.As(
        Role.Nurse, services => services.GetRequiredService<UnfinishedDesk>().Of(new Id<Patient>(session.Plan.Patient), Cancel));

    [GeneratedRegex("action=\"[^\"]*/emergency\"[^>]*>.*?name=\"__RequestVerificationToken\" value=\"([^\"]+)\"", RegexOptions.Singleline)]
    private static partial Regex Token();

    // The patient's name, the initials as the board writes them, and anything to touch.
    [GeneratedRegex("Iris|Fennel|<a |<button|<form|<input")]
    private static partial Regex Named();
}
