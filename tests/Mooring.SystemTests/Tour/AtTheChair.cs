using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Mooring.Clinical;
using Mooring.Clinical.Sessions;
using Mooring.Clinical.Sessions.Clearance;
using Mooring.Devices.Mllp;
using Mooring.Practice.Bedside;
using Mooring.Practice.Chairs;
using Mooring.Practice.Devices;
using Mooring.SystemTests.Clinics;
using Mooring.SystemTests.Live;

namespace Mooring.SystemTests.Tour;

/// <summary>The day of the session, until dosing is over: a nurse with a tablet, a prescriber at a desk.</summary>
internal sealed class AtTheChair(TestClinic clinic, RunningClock clock, IPage nurse, IPage prescriber)
{
    private const string Device = "00A0C90003000001";

    public string Home { get; private set; } = "";

    public Id<Session> Session => new(Guid.Parse(Home[(Home.LastIndexOf('/') + 1)..]));

    public VitalSet Vitals => new(nurse, Home);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>A chair with a monitor; the session opened from today's visit, checked in, checked, and let go ahead.</summary>
    public async Task GetReady(Guid patient)
    {
        await clinic.As(Role.Manager, async services =>
        {
            var chair = await services.GetRequiredService<ChairDesk>().Add("Chair 1", "Cove", Cancel);
            Assert.True((await services.GetRequiredService<DeviceDesk>().Tie(Device, chair.Value!.Id, Cancel)).IsDone);
        });
        await nurse.GotoAsync($"/patients/{patient}/visits");
        await nurse.GetByRole(AriaRole.Link, new() { Name = "Open the session" }).First.ClickAsync();
        await nurse.Done("Open the session");
        Home = new Uri(nurse.Url).AbsolutePath;

        await nurse.GotoAsync($"{Home}/check-in");
        await nurse.GetByLabel("Patient said their name").CheckAsync();
        await nurse.GetByLabel("Patient said their birth date").CheckAsync();
        await nurse.Done("Check in");
        await Vitals.ByKeys();
        await AnswerGates();
        await prescriber.GotoAsync($"{Home}/go");
        await prescriber.GetByLabel("Go", new() { Exact = true }).CheckAsync();
        await prescriber.Done("Decide");
    }

    /// <summary>Drug and dose are read by one and read again by another, each on a screen of their own.</summary>
    public async Task ReadTheLabelTwice()
    {
        var dose = (await Now()).Plan.Dose.InMilligrams.ToString("0.##", CultureInfo.InvariantCulture);
        await Read(nurse, dose, "Ask a second person");
        Assert.True(await nurse.GetByText("Waiting for a second person").IsVisibleAsync());
        await Read(prescriber, dose, "I have read the same");
    }

    public async Task StartTheInfusion()
    {
        await nurse.GotoAsync($"{Home}/access");
        await nurse.FillAsync("#site", "left forearm");
        await nurse.GetByLabel("22 G").CheckAsync();
        await nurse.Done("Record IV line");
        await nurse.GotoAsync($"{Home}/dose");
        await nurse.FillAsync("#rate", "150");
        await nurse.Done("The pump runs");
    }

    /// <summary>The bedside page shows a heart rate of 87 once the monitor sent it.</summary>
    public async Task SeeTheMonitor()
    {
        await nurse.GotoAsync(Home);
        await nurse.Locator("[data-live-state][data-state=live]").First.WaitForAsync();
        using var monitor = await MllpClient.Connect("127.0.0.1", clinic.MllpPort, Cancel);
        await monitor.Ask(MonitoredSeat.MessageOf(Device, "T1", clock.GetUtcNow(), null, MonitoredSeat.HeartRate(87)), Cancel);
        await nurse.Locator(".vital[data-sign=hr] .value b", new() { HasTextString = "87" }).WaitForAsync();
    }

    /// <summary>Slower, paused, resumed, and over with the whole bag.</summary>
    public async Task RunTheInfusionToItsEnd()
    {
        await nurse.GotoAsync($"{Home}/dose");
        await nurse.Fill(("form:has([name='Pump.Rate']) [name='Pump.Rate']", "120"), ("[name='Pump.Reason']", "Feels it strongly."));
        await nurse.Done("Change the rate");
        await nurse.GotoAsync($"{Home}/dose");
        await nurse.FillAsync("[name='Rest.Reason']", "Wants to sit up for a moment.");
        await nurse.Done("Pause");
        clock.Pass(TimeSpan.FromMinutes(2));
        await nurse.GotoAsync($"{Home}/dose");
        await nurse.Done("Resume");
        clock.Pass(TimeSpan.FromMinutes(50));
        await nurse.GotoAsync($"{Home}/dose");
        await nurse.GetByLabel("The whole bag went in").CheckAsync();
        await nurse.Done("End the infusion");
        await nurse.GotoAsync($"{Home}/access");
        await nurse.GetByLabel("Site looked at, and well").CheckAsync();
        await nurse.Done("IV line removed");
    }

    public Task<Session> Now() => clinic.As(Role.Nurse, async services => (await services.GetRequiredService<SessionDesk>().Find(Session, Cancel))!);

    private async Task AnswerGates()
    {
        await nurse.GotoAsync($"{Home}/gates");
        await SayWhy(nurse);
        foreach (var yes in await nurse.Locator("fieldset input[type=radio][value=Met]").AllAsync())
            await yes.CheckAsync();
        foreach (var asked in await nurse.Locator("input[id^='value-']").AllAsync())
            await asked.FillAsync("asked and written down");
        await nurse.Done("Save answers");
    }

    /// <summary>Writes the word that a yes asks for which the record does not bear out: nobody here was asked a questionnaire of today.</summary>
    public static async Task SayWhy(IPage page)
    {
        await page.EvaluateAsync("document.querySelectorAll('fieldset.gate details').forEach(one => one.open = true)");
        foreach (var note in await page.Locator("[id^='note-']").AllAsync())
            await note.FillAsync("Asked today, on paper.");
    }

    private static string Plain(double value) => value.ToString("0.###", System.Globalization.CultureInfo.InvariantCulture);

    private async Task Read(IPage page, string dose, string button)
    {
        await page.GotoAsync($"{Home}/time-out");
        await page.Fill(("#drug", "ketamine"), ("#milligrams", dose));
        if (await page.Locator("#pumpRate").CountAsync() > 0 && (await Now()) is var session && session.PumpFor(session.PumpMilliliters ?? 100) is { } pump)
            await page.Fill(("#pumpRate", Plain(pump.MillilitersPerHour)), ("#pumpVolume", Plain(pump.Milliliters)), ("#pumpConcentration", Plain(pump.MilligramsPerMilliliter)));
        await page.Done(button);
    }
}
