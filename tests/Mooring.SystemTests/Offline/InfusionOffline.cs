using Microsoft.Playwright;
using Mooring.Clinical.Sessions;
using Mooring.Clinical.Sessions.Bedside;
using Mooring.Clinical.Sessions.Dosing;
using Mooring.SystemTests.Clinics;
using Mooring.SystemTests.Sessions;
using Mooring.SystemTests.Tour;

namespace Mooring.SystemTests.Offline;

/// <summary>A whole infusion, from its start to its end, on a tablet whose server is away.</summary>
public class InfusionOffline
{
    [Fact]
    public async Task Goes_from_its_start_over_a_pause_to_its_end_and_counts_the_pause_out()
    {
        var clock = new RunningClock(TimeProvider.System.GetUtcNow());
        await using var clinic = await TestClinic.Start(Engine.Sqlite, clock);
        var bedside = await Bedside.Arriving(clinic, clock);
        await bedside.Ready();
        await using var tablet = await Tablet.At(clinic, bedside.Session.Value);
        await tablet.Arm();
        var before = (await bedside.Find())!.Journal.Count;
        await tablet.Context.SetOfflineAsync(true);
        await tablet.Hears("Offline since");
        async Task Wait(int minutes)
        {
            clock.Pass(TimeSpan.FromMinutes(minutes));
            await tablet.Pass(TimeSpan.FromMinutes(minutes));
        }

        // When each was entered, at the earliest and at the latest.
        async Task<(DateTimeOffset From, DateTimeOffset Until)> Timed(Func<Task> entry)
        {
            var from = clock.GetUtcNow();
            await entry();
            return (from, clock.GetUtcNow());
        }

        var started = await Timed(() => tablet.Enter(
            "dose", "The pump runs", ("[name='Start.Milligrams']", "36"), ("[name='Start.Milliliters']", "100"), ("[name='Start.Minutes']", "40"), ("[name='Start.Rate']", "150")));
        await Wait(5);
        await tablet.Page.GotoAsync($"{tablet.Home}/dose");
        await tablet.Page.GetByRole(AriaRole.Button, new() { NameString = "Pause", Exact = true }).WaitForAsync();
        Assert.False(await tablet.Page.GetByText("The pump runs").IsVisibleAsync());
        Assert.False(await tablet.Page.GetByText("Resume", new() { Exact = true }).IsVisibleAsync());
        // What was given by then is a figure of the copy's time, and says so.
        await tablet.Page.Locator("dd [data-drawn]", new() { HasTextString = "5 min ago" }).First.WaitForAsync();
        await Pictures.Whole(tablet.Page, "dose-offline-running-1024");
        var paused = await Timed(() => tablet.Enter("dose", "Pause", ("[name='Rest.Reason']", "Sits up.")));
        await Wait(7);
        var resumed = await Timed(() => tablet.Enter("dose", "Resume"));
        await tablet.Page.GotoAsync(tablet.Home);
        await tablet.Hears("3 waiting");
        Assert.Equal(["Start the infusion", "Pause", "Resume"], await tablet.Page.Locator("#tablet li > span").EvaluateAllAsync<string[]>("all => all.map(one => one.textContent.split(':')[0])"));
        await Wait(3);
        await tablet.Enter("dose", "Change the rate", ("[name='Pump.Rate']", "120"), ("[name='Pump.Reason']", "Strong so far."));
        await Wait(4);
        var ended = await Timed(() => tablet.Enter("dose", "End the infusion", ("[name='End.Reason']", "Asks to stop.")));
        await tablet.Page.GotoAsync($"{tablet.Home}/dose");
        await tablet.Page.GetByText("The infusion has ended").WaitForAsync();
        Assert.Equal(0, await tablet.Page.Locator("main form:visible").CountAsync());
        await tablet.Context.SetOfflineAsync(false);

        await tablet.Hears("Everything is sent.");
        var session = (await bedside.Find())!;
        Assert.Equal(
            [typeof(InfusionStarted), typeof(InfusionPaused), typeof(InfusionResumed), typeof(RateChanged), typeof(InfusionStopped)],
            session.Journal.Skip(before).Where(entry => entry.What is not CareTakenOver).Select(entry => entry.What.GetType()));
        var ran = session.Infusion!.Elapsed(clock.GetUtcNow());
        // The tablet measured the server's clock to within the way of its question.
        var way = TimeSpan.FromSeconds(30);
        Assert.InRange(ran, paused.From - started.Until + (ended.From - resumed.Until) - way, paused.Until - started.From + (ended.Until - resumed.From) + way);
        Assert.Equal(Phase.Recovering, session.Phase);
    }
}
