using Microsoft.Playwright;
using Mooring.Clinical;
using Mooring.Clinical.Sessions;
using Mooring.Clinical.Sessions.Bedside;
using Mooring.Clinical.Sessions.Clearance;
using Mooring.Clinical.Sessions.Dosing;
using Mooring.Demo;
using Mooring.Practice.Bedside;
using Mooring.Storage.Journals;
using Mooring.SystemTests.Clinics;
using Mooring.SystemTests.Tour;
using Mooring.Web.Pages.Bedside;

namespace Mooring.SystemTests.Sessions;

/// <summary>What a nurse needs at the chair is in sight and one tap away; what is not theirs, or not yet, is no button.</summary>
public class OneTapAtTheChair
{
    private readonly SetClock clock = new(new(2026, 3, 2, 15, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task Pauses_and_stops_at_the_tap_and_asks_why_afterwards()
    {
        await using var clinic = await TestClinic.Start(Engine.Sqlite, clock);
        var bedside = await Infusing(clinic);
        var nurse = await Nurse(clinic, bedside);

        await InSight(nurse, "Pause", "Stop");
        clock.Pass(10);
        var tapped = clock.GetUtcNow();
        await nurse.Done(Button(nurse, "Pause"));
        clock.Pass(1);
        Assert.Equal(tapped, (await bedside.Find())!.Infusion!.PausedSince);
        await nurse.Done(Button(nurse, "Distress"));
        Assert.Contains((await bedside.Find())!.Told, entry => entry.What is InfusionPaused { Reason: "Distress" } && entry.HappenedAt == tapped);
        await nurse.Done(Button(nurse, "Resume"));

        clock.Pass(5);
        await nurse.Done(Button(nurse, "Stop"));
        var stopped = (await bedside.Find())!;
        Assert.Equal((Phase.Recovering, clock.GetUtcNow()), (stopped.Phase, stopped.Infusion!.StoppedAt));
        await nurse.Done(Button(nurse, "By mistake: it still runs"));
        Assert.Equal(Phase.Dosing, (await bedside.Find())!.Phase);
        await nurse.Done(Button(nurse, "Stop"));
        await nurse.Done(Button(nurse, "Pressure"));
        var ended = (await bedside.Find())!;
        Assert.Equal(("Pressure", null), (ended.Infusion!.StoppedBecause, ended.Unexplained));
        Assert.Equal(clinic.Staff[Role.Nurse].FullName, ended.InCareOf?.Name);
        await nurse.Context.DisposeAsync();
    }

    [Fact]
    public async Task Leads_to_board_patient_and_next_chair_and_to_leaving_without_a_scroll()
    {
        await using var clinic = await TestClinic.Start(Engine.Sqlite, clock);
        var bedside = await Infusing(clinic);
        var other = await Bedside.Arriving(clinic, clock, chair: "Chair 2", given: "Olive");
        await other.CheckIn();
        await bedside.Do(Role.Nurse, (DosingDesk desk, EntryStamp stamp) => desk.StopInfusion(bedside.Session, new() { Completed = true }, stamp, default));
        var nurse = await Nurse(clinic, bedside);

        foreach (var to in new[] { "/board", "/", $"/patients/{(await bedside.Find())!.Plan.Patient}", $"/sessions/{other.Session}", $"/sessions/{bedside.Session}/discharge", $"/sessions/{bedside.Session}/instructions" })
            Assert.True(await IsInSight(nurse.Locator($"a[href='{to}']:visible").First), $"{to} is not in sight at 1024x768.");
        var small = await nurse.EvaluateAsync<string[]>("[...document.querySelectorAll('.out a, .acts a, .acts button, .actions a, .actions button, .strip small a, .timeline a')].filter(one => one.offsetParent && (one.getBoundingClientRect().height < 43.5)).map(one => one.textContent.trim())");
        Assert.Empty(small);
        await Pictures.Take(nurse, "bedside-recovering-1024");

        await nurse.GotoAsync($"/sessions/{bedside.Session}/discharge");
        Assert.True(await Button(nurse, "Discharge").IsDisabledAsync() && await Button(nurse, "Hand over").IsDisabledAsync());
        var text = await nurse.InnerTextAsync("main");
        Assert.Contains("when the minimum stay ends", text, StringComparison.Ordinal);
        Assert.DoesNotContain("UTC", text, StringComparison.Ordinal);
        Assert.Empty(await Axe.Broken(nurse));
        await Pictures.Whole(nurse, "discharge-1024");
        await nurse.Context.DisposeAsync();
    }

    [Fact]
    public async Task Says_what_waits_for_the_prescriber_and_calls_them_and_the_second_reader()
    {
        await using var clinic = await TestClinic.Start(Engine.Sqlite, clock);
        var bedside = await Bedside.Arriving(clinic, clock);
        var session = await bedside.CheckIn();
        await bedside.Vitals();
        clock.Pass(3);
        await bedside.Do(Role.Nurse, (ClearanceDesk desk, EntryStamp stamp) => desk.AnswerGates(bedside.Session, new() { Gates = [.. session.Gates.Select(gate => new GateTyped { Item = gate.Id, Answer = GateAnswer.Met, Value = "as asked" })] }, stamp, default));
        var nurse = await Nurse(clinic, bedside);
        var prescriber = await Browser.Page(clinic, Role.Prescriber);

        var waits = nurse.Locator("#due .waits-for");
        Assert.Matches(@"Waits for the prescriber, asked \d{1,2}:\d\d [AP]M", await waits.InnerTextAsync());
        Assert.Equal(0, await nurse.Locator("a[href$='/go']").CountAsync());
        await prescriber.GotoAsync("/");
        await prescriber.GetByRole(AriaRole.Link, new() { NameString = "Go or no-go: Iris F., Chair 1" }).ClickAsync();
        await prescriber.GetByLabel("Go", new() { Exact = true }).CheckAsync();
        var facts = await prescriber.InnerTextAsync("main");
        Assert.All(["mg/kg at 72 kg", "Heart rate", "Last session", "Suicide risk", "checks are answered"], fact => Assert.Contains(fact, facts, StringComparison.Ordinal));
        Assert.True(await IsInSight(prescriber.GetByRole(AriaRole.Button, new() { Name = "Decide", Exact = true })));
        Assert.Empty(await Axe.Broken(prescriber));
        await Pictures.Whole(prescriber, "go-1440");
        await prescriber.Done("Decide");

        await nurse.GotoAsync($"/sessions/{bedside.Session}/time-out");
        await nurse.Fill(("#drug", "ketamine"), ("#milligrams", "36"));
        await nurse.Done("Ask a second person");
        await prescriber.GotoAsync("/");
        await prescriber.GetByRole(AriaRole.Link, new() { NameString = "Second reader for the time-out: Iris F., Chair 1" }).ClickAsync();
        var card = await prescriber.InnerTextAsync(".read-card");
        Assert.All(["Iris Fennel", "May 14, 1987", "ketamine", "36 mg", "72 kg"], fact => Assert.Contains(fact, card, StringComparison.Ordinal));
        await nurse.GotoAsync("/");
        Assert.Equal(0, await nurse.GetByText("Second reader for the time-out").CountAsync());
        await nurse.Context.DisposeAsync();
        await prescriber.Context.DisposeAsync();
    }

    [Fact]
    public async Task Keeps_each_answer_of_the_checklist_and_refuses_a_yes_that_the_chart_contradicts()
    {
        await using var clinic = await TestClinic.Start(Engine.Sqlite, clock);
        var bedside = await Bedside.Arriving(clinic, clock);
        await bedside.CheckIn();
        var nurse = await Nurse(clinic, bedside);

        await nurse.GotoAsync($"/sessions/{bedside.Session}/gates");
        Assert.Contains("Not charted in this session yet.", await nurse.InnerTextAsync("#confirm-vitals"), StringComparison.Ordinal);
        await nurse.Locator("#check-equipment input[value=Met]").CheckAsync();
        await nurse.Locator("#check-equipment .kept", new() { HasTextString = "Kept" }).WaitForAsync();
        await nurse.Locator("#confirm-vitals input[value=Met]").CheckAsync();
        await nurse.Locator("#confirm-vitals .kept[data-refused]").WaitForAsync();
        var refused = await nurse.InnerTextAsync("#confirm-vitals .kept");
        await nurse.Locator("#confirm-weight input[value=Met]").CheckAsync();
        await nurse.Locator("#confirm-weight .kept", new() { HasTextString = "Kept" }).WaitForAsync();
        await Pictures.Whole(nurse, "gates-1024");

        Assert.Contains("Not charted in this session: Heart rate, SpO2, Respiratory rate, Temperature", refused, StringComparison.Ordinal);
        var answers = (await bedside.Find())!.Answers;
        Assert.Equal(["check-equipment", "confirm-weight"], answers.Keys.Order());
        Assert.StartsWith("72 kg", answers["confirm-weight"].Value, StringComparison.Ordinal);
        Assert.Empty(await Axe.Broken(nurse));
        await nurse.Context.DisposeAsync();
    }

    [Fact]
    public async Task Offers_nobody_a_page_that_is_not_theirs()
    {
        await using var clinic = await TestClinic.Start(Engine.Sqlite, clock);
        var bedside = await Infusing(clinic);
        var therapist = await Browser.Page(clinic, Role.Therapist, width: 1024, height: 768);
        await therapist.GotoAsync($"/sessions/{bedside.Session}");
        var pages = await therapist.EvaluateAsync<string[]>($"[...document.querySelectorAll('a[href^=\"/sessions/{bedside.Session}/\"]')].map(one => one.getAttribute('href').split('#')[0])");

        Assert.NotEmpty(pages);
        foreach (var page in pages.Distinct())
            Assert.Equal(200, (await therapist.GotoAsync(page))!.Status);
        Assert.All(ChairPlaces.All, place => Assert.NotEmpty(clinic.Rights.Holders(place.Value)));
        await therapist.Context.DisposeAsync();
    }

    private async Task<Bedside> Infusing(TestClinic clinic)
    {
        var bedside = await Bedside.Arriving(clinic, clock);
        await bedside.Ready();
        await bedside.Start();
        return bedside;
    }

    private static async Task<IPage> Nurse(TestClinic clinic, Bedside bedside)
    {
        var page = await Browser.Page(clinic, Role.Nurse, width: 1024, height: 768, isTouched: true);
        await page.GotoAsync($"/sessions/{bedside.Session}");
        return page;
    }

    private static ILocator Button(IPage page, string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).First;

    private static async Task InSight(IPage page, params string[] buttons)
    {
        foreach (var button in buttons)
            Assert.True(await IsInSight(Button(page, button)), $"{button} is not in sight at 1024x768.");
    }

    private static Task<bool> IsInSight(ILocator one) => one.EvaluateAsync<bool>(
        "one => { const box = one.getBoundingClientRect(); return box.height > 0 && box.top >= 0 && box.bottom <= innerHeight && one.contains(document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2)); }");
}
