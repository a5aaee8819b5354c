using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Mooring.Clinical;
using Mooring.Clinical.Sessions;
using Mooring.Clinical.Sessions.Leaving;
using Mooring.Practice.Records;
using Mooring.SystemTests.Clinics;
using Mooring.SystemTests.Tour;

namespace Mooring.SystemTests.Sessions;

/// <summary>A browser that loads its page anew, in every phase of a session.</summary>
public class LoadingAnew
{
    private readonly RunningClock clock = new(TimeProvider.System.GetUtcNow());

    [Fact]
    public async Task Sends_nothing_twice_loses_nothing_and_shows_the_phase_in_every_phase()
    {
        await using var clinic = await TestClinic.Start(Engine.Sqlite, clock);
        var bedside = await Bedside.Arriving(clinic, clock);
        var (atTheChair, atTheDesk) = (await Tablet(bedside), await Browser.Page(clinic, Role.Prescriber));
        var (nurse, prescriber) = (new ReloadedPage(bedside, atTheChair, clock), new ReloadedPage(bedside, atTheDesk, clock));

        await GetReady(nurse, prescriber);
        await Infuse(nurse);
        clock.Pass((await bedside.Find())!.EarliestDischarge!.Value - clock.GetUtcNow() + TimeSpan.FromMinutes(1));
        await bedside.BookNext();
        await Leave(nurse, prescriber);

        Assert.Equal(Enum.GetValues<Phase>().Except([Phase.NoGo, Phase.Arriving]), nurse.Seen.Union(prescriber.Seen).Order());
        var session = (await bedside.Find())!;
        Assert.Equal(session.Journal.Count, session.Journal.Select(entry => (Describe.What(entry.What, session.Pack), entry.EnteredAt)).Distinct().Count());
        Assert.Null(Assert.Single(await Proof(clinic)).Break);
        await atTheChair.Context.DisposeAsync();
        await atTheDesk.Context.DisposeAsync();
    }

    [Fact]
    public async Task Of_a_no_go_leaves_it_one_no_go()
    {
        await using var clinic = await TestClinic.Start(Engine.Sqlite, clock);
        var bedside = await Bedside.Arriving(clinic, clock);
        await bedside.CheckIn();
        var page = await Browser.Page(clinic, Role.Prescriber);
        var prescriber = new ReloadedPage(bedside, page, clock);

        await prescriber.Send("go", "Decide", async page =>
        {
            await page.GetByLabel("No-go", new() { Exact = true }).CheckAsync();
            await page.FillAsync("#reason", "The patient has a cold.");
        });

        Assert.Equal([Phase.NoGo], prescriber.Seen);
        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task By_many_at_once_is_whole_for_each_of_them()
    {
        await using var clinic = await TestClinic.Start(Engine.Sqlite, clock);
        var bedside = await Bedside.Arriving(clinic, clock);
        await bedside.Ready();
        await bedside.Start();
        using var nurse = await clinic.Visitor(Role.Nurse);
        var home = new Uri($"/sessions/{bedside.Session}", UriKind.Relative);

        var answers = new List<HttpStatusCode>();
        for (var round = 0; round < 8; round++)
        {
            await bedside.Vitals(122 + round);
            answers.AddRange(await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => Status(nurse, home))));
        }

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer));
    }

    private static async Task<HttpStatusCode> Status(HttpClient nurse, Uri page)
    {
        using var answer = await nurse.GetAsync(page, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }

    private static async Task GetReady(ReloadedPage nurse, ReloadedPage prescriber)
    {
        await nurse.Send("check-in", "Check in", async page =>
        {
            await page.GetByLabel("Patient said their name").CheckAsync();
            await page.GetByLabel("Patient said their birth date").CheckAsync();
            await page.FillAsync("#note", "Comes by tram.");
        });
        await nurse.Send("vitals", VitalsPage.Save, Measured);
        await nurse.Keep("gates", "Save answers", async page =>
        {
            await AtTheChair.SayWhy(page);
            foreach (var yes in await page.Locator("fieldset input[type=radio][value=Met]").AllAsync())
                await yes.CheckAsync();
            foreach (var asked in await page.Locator("input[id^='value-']").AllAsync())
                await asked.FillAsync("asked and written down");
        });
        await prescriber.Send("go", "Decide", page => page.GetByLabel("Go", new() { Exact = true }).CheckAsync());
        await nurse.Send("time-out", "Ask a second person", Read);
        await prescriber.Send("time-out", "I have read the same", async page =>
        {
            await Read(page);
            await page.Fill(("#pumpRate", "150"), ("#pumpVolume", "100"), ("#pumpConcentration", "0.36"));
        });
        await nurse.Send("access", "Record IV line", async page =>
        {
            await page.FillAsync("#site", "left forearm");
            await page.GetByLabel("22 G").CheckAsync();
        });
    }

    private static async Task Infuse(ReloadedPage nurse)
    {
        await nurse.Send("dose", "The pump runs", page => page.FillAsync("#rate", "150"));
        await nurse.Refuse("dose", "Pause", "Say why.");
        await nurse.Send("vitals", VitalsPage.Save, Measured);
        await nurse.Send("dose", "Pause", page => page.FillAsync("[name='Rest.Reason']", "Sits up."));
        await nurse.Send("note", "Save note", page => page.FillAsync("#text", "Likes the soft light."));
        await nurse.Send("dose", "Resume", _ => Task.CompletedTask);
        await nurse.Send("scales", "Save ratings", page => page.Locator("#nausea input[value='3']").CheckAsync());
        await nurse.Send("dose", "End the infusion", page => page.GetByLabel("The whole bag went in").CheckAsync());
    }

    private async Task Leave(ReloadedPage nurse, ReloadedPage prescriber)
    {
        await nurse.Send("vitals", VitalsPage.Save, Measured);
        clock.Pass(TimeSpan.FromMinutes(16));
        await nurse.Send("vitals", VitalsPage.Save, Measured);
        await nurse.Send("access", "IV line removed", page => page.GetByLabel("Site looked at, and well").CheckAsync());
        await nurse.Keep("discharge", "Save answers", async page =>
        {
            foreach (var yes in await page.Locator("input[type=radio][value=Met]").AllAsync())
                await yes.CheckAsync();
            foreach (var asked in await page.Locator("input[id^='value-']").AllAsync())
                await asked.FillAsync("as the form asks");
        });
        await nurse.Send("discharge", "Hand over", async page =>
        {
            await page.Fill(("#name", "Otto Fennel"), ("#relationship", "brother"), ("#phone", "555 0100"));
            await page.Locator("input[name='Guide.Verified'][type=checkbox]").CheckAsync();
        });
        await nurse.Send("instructions", "Instructions were given", async page =>
        {
            await page.GetByLabel("To the patient").CheckAsync();
            await page.GetByLabel("To the escort").CheckAsync();
        });
        await nurse.Send("discharge", "Discharge", _ => Task.CompletedTask);
        await nurse.Send("sign", "Sign", page => page.FillAsync("#statement", "Complete."));
        await prescriber.Send("sign", "Sign", _ => Task.CompletedTask);
        await prescriber.Send("sign", "Add", page => page.Fill(("#text", "The patient called."), ("#reason", "The next day.")));
    }

    private static Task Measured(IPage page) => page.Fill([.. VitalsPage.Good.Select(field => ($"#{field.Key}", field.Value))]);

    private static Task Read(IPage page) => page.Fill(("#drug", "ketamine"), ("#milligrams", "36"));

    /// <summary>As at the chair: a worker of its own stands before the network.</summary>
    private static async Task<IPage> Tablet(Bedside bedside)
    {
        var page = await Browser.Page(bedside.Clinic, Role.Nurse, width: 1024, height: 768, isTouched: true);
        await page.GotoAsync($"/sessions/{bedside.Session}");
        await page.WaitForFunctionAsync("() => navigator.serviceWorker.controller");
        return page;
    }

    private static Task<IReadOnlyList<VerifiedJournal>> Proof(TestClinic clinic) => clinic.As(
        Role.Manager, services => services.GetRequiredService<VerifyDesk>().Walk(null, TestContext.Current.CancellationToken));
}
