using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Mooring.Clinical;
using Mooring.Clinical.Sessions;
using Mooring.Cli.Demo;
using Mooring.Devices.Mllp;
using Mooring.Storage.Chairs;
using Mooring.Storage.Desks;
using Mooring.Storage.Telemetry;
using Mooring.SystemTests.Clinics;
using Mooring.SystemTests.Live;

namespace Mooring.SystemTests.Tour;

/// <summary>The day of the session, in the browsers of a nurse and a prescriber.</summary>
internal sealed class AtTheChair(TestClinic clinic, DemoClock clock, IPage nurse, IPage prescriber, Guid patient)
{
    private const string Device = "00A0C90003000001";

    private string home = "";

    public Id<Session> Session { get; private set; }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>A chair with a monitor; the session opened from today's visit, checked in, checked, and let go ahead.</summary>
    public async Task GetReady()
    {
        await clinic.As(Role.Manager, async services =>
        {
            var chair = await services.GetRequiredService<ChairDesk>().Add("Chair 1", "Cove", Cancel);
            Assert.True((await services.GetRequiredService<DeviceDesk>().Tie(Device, chair.Value!.Id, Cancel)).IsDone);
        });
        await nurse.GotoAsync($"/patients/{patient}/visits");
        await nurse.GetByRole(AriaRole.Link, new() { Name = "Open the session" }).First.ClickAsync();
        await nurse.Done("Open the session");
        home = new Uri(nurse.Url).AbsolutePath;
        Session = new(Guid.Parse(home[(home.LastIndexOf('/') + 1)..]));

        await nurse.GotoAsync($"{home}/check-in");
        await nurse.GetByLabel("She said her name").CheckAsync();
        await nurse.GetByLabel("She said her birth date").CheckAsync();
        await nurse.Done("Check in");
        await Measure(delay: 0);
        await AnswerGates(nurse);
        await AnswerGates(prescriber);
        await prescriber.GotoAsync($"{home}/go");
        await prescriber.GetByLabel("Go", new() { Exact = true }).CheckAsync();
        await prescriber.Done("Decide");
    }

    /// <summary>Drug and dose are read by one and read again by another, each on a screen of her own.</summary>
    public async Task ReadTheLabelTwice()
    {
        var dose = (await Now()).Plan.Dose.InMilligrams.ToString("0.##", CultureInfo.InvariantCulture);
        await Read(nurse, dose, "Ask a second person");
        Assert.True(await nurse.GetByText("Waiting for a second person").IsVisibleAsync());
        await Read(prescriber, dose, "I have read the same");
        Assert.NotNull((await Now()).TimeOutDone);
    }

    public async Task StartTheInfusion()
    {
        await nurse.GotoAsync($"{home}/access");
        await nurse.FillAsync("#site", "left forearm");
        await nurse.FillAsync("#gauge", "22 G");
        await nurse.Done("Record access");
        await nurse.GotoAsync($"{home}/dose");
        await nurse.FillAsync("#rate", "150");
        await nurse.Done("The pump runs");
    }

    /// <summary>How long after the monitor sent it the bedside page shows a value.</summary>
    public async Task<TimeSpan> SeeTheMonitor()
    {
        await nurse.GotoAsync(home);
        await nurse.Locator("[data-live-state][data-state=live]").First.WaitForAsync();
        using var monitor = await MllpClient.Connect("127.0.0.1", clinic.MllpPort, Cancel);
        var sent = Stopwatch.GetTimestamp();
        await monitor.Ask(Chairside.MessageOf(Device, "T1", clock.GetUtcNow(), null, Chairside.HeartRate(87)), Cancel);
        await nurse.Locator(".vital[data-sign=hr] .value b", new() { HasTextString = "87" }).WaitForAsync();
        return Stopwatch.GetElapsedTime(sent);
    }

    /// <summary>A whole set typed on the keypad, by keys alone: from the page shown to the entry saved.</summary>
    /// <param name="delay">Milliseconds between two keys; 200 is five keys a second.</param>
    public async Task<TimeSpan> Measure(int delay)
    {
        await nurse.GotoAsync($"{home}/vitals");
        var shown = Stopwatch.GetTimestamp();
        await nurse.Keyboard.TypeAsync("12678729814368" + "51", new() { Delay = delay });
        await nurse.Keyboard.PressAsync("Enter");
        await nurse.WaitForURLAsync(url => new Uri(url).AbsolutePath == home, new() { WaitUntil = WaitUntilState.DOMContentLoaded });
        return Stopwatch.GetElapsedTime(shown);
    }

    public async Task PauseResumeAndEnd()
    {
        await nurse.GotoAsync($"{home}/dose");
        await nurse.FillAsync("#reason", "She wants to sit up for a moment.");
        await nurse.Done("Pause");
        await nurse.GotoAsync($"{home}/dose");
        await nurse.Done("Resume");
        clock.Set(clock.GetUtcNow().AddMinutes(40));
        await nurse.GotoAsync($"{home}/dose");
        await nurse.GetByLabel("The whole bag went in").CheckAsync();
        await nurse.Done("End the infusion");
        Assert.Equal(Phase.Recovering, (await Now()).Phase);
    }

    /// <summary>What keeps her here before the minimum stay is over.</summary>
    public async Task<string> TryToLeave()
    {
        await nurse.GotoAsync($"{home}/discharge");
        await nurse.Press("Discharge");
        return await nurse.Refused();
    }

    public async Task Leave()
    {
        clock.Set((await Now()).EarliestDischarge!.Value.AddMinutes(2));
        await nurse.ComeIn(clinic, Role.Nurse);
        await prescriber.ComeIn(clinic, Role.Prescriber);
        await Measure(delay: 0);
        await nurse.GotoAsync($"{home}/discharge");
        foreach (var yes in await nurse.Locator("input[type=radio][value=Met]").AllAsync())
            await yes.CheckAsync();
        foreach (var asked in await nurse.Locator("input[id^='value-']").AllAsync())
            await asked.FillAsync("9 of 10");
        await nurse.Locator("form", new() { HasTextString = "Criteria" }).GetByRole(AriaRole.Button, new() { Name = "Save answers" }).ClickAsync();
        await nurse.GotoAsync($"{home}/discharge");
        await nurse.FillAsync("#name", "Robin Willow");
        await nurse.FillAsync("#relationship", "sister");
        await nurse.FillAsync("#phone", "+1 555 0100");
        await nurse.Locator("input[name='Guide.Verified'][type=checkbox]").CheckAsync();
        await nurse.Done("Hand over");
        await nurse.GotoAsync($"{home}/instructions");
        await nurse.GetByLabel("To the patient").CheckAsync();
        await nurse.GetByLabel("To the escort").CheckAsync();
        await nurse.Done("Instructions were given");
        await nurse.GotoAsync($"{home}/discharge");
        await nurse.Done("Discharge");
        Assert.Equal(Phase.Discharged, (await Now()).Phase);
    }

    public async Task Sign()
    {
        foreach (var (page, role) in new[] { (nurse, Role.Nurse), (prescriber, Role.Prescriber) })
        {
            if (!(await Now()).Pack.Discharge.Signatures.Contains(role))
                continue;
            await page.GotoAsync($"{home}/sign");
            await page.Done("Sign");
        }

        Assert.Equal(Phase.Signed, (await Now()).Phase);
    }

    public async Task<string> ReadTheRecord()
    {
        await nurse.GotoAsync($"{home}/record");
        return await nurse.Locator("article.record").InnerTextAsync();
    }

    public Task<Session> Now() => clinic.As(Role.Nurse, async services => (await services.GetRequiredService<SessionDesk>().Find(Session, Cancel))!);

    private async Task AnswerGates(IPage page)
    {
        await page.GotoAsync($"{home}/gates");
        foreach (var yes in await page.Locator("fieldset:not([disabled]) input[type=radio][value=Met]").AllAsync())
            await yes.CheckAsync();
        foreach (var asked in await page.Locator("fieldset:not([disabled]) input[id^='value-']").AllAsync())
            await asked.FillAsync("asked and written down");
        await page.Done("Save answers");
    }

    private async Task Read(IPage page, string dose, string button)
    {
        await page.GotoAsync($"{home}/time-out");
        await page.FillAsync("#drug", "ketamine");
        await page.FillAsync("#milligrams", dose);
        await page.Done(button);
    }
}
