using Microsoft.Playwright;
using Mooring.SystemTests.Clinics;
using Mooring.SystemTests.Sessions;
using Mooring.SystemTests.Tour;

namespace Mooring.SystemTests.Offline;

/// <summary>A form that is half filled on a kept page when the server answers again.</summary>
public class HalfFilledOffline
{
    [Fact]
    public async Task Is_left_as_it_is_also_where_nothing_but_a_number_was_ticked()
    {
        var clock = new RunningClock(TimeProvider.System.GetUtcNow());
        await using var clinic = await TestClinic.Start(Engine.Sqlite, clock);
        var bedside = await Bedside.Arriving(clinic, clock);
        await bedside.CheckIn();
        await using var tablet = await Tablet.At(clinic, bedside.Session.Value);
        await tablet.Arm();
        var page = tablet.Page;

        await tablet.Context.SetOfflineAsync(true);
        await tablet.Hears("Offline since");
        await page.GotoAsync($"{tablet.Home}/scales");
        await tablet.Hears("This page is a copy from");
        await page.Locator("#nausea input[value='3']").CheckAsync();
        await tablet.Context.SetOfflineAsync(false);
        await page.Locator("#tablet .tablet-line", new() { HasTextString = "Offline since" }).WaitForAsync(new() { State = WaitForSelectorState.Detached });

        // The kept page looks every five seconds whether it may give way: by its own timers it has looked again by then.
        await page.EvaluateAsync("() => new Promise(looked => setTimeout(looked, 6000))");
        Assert.True(await page.Locator("#nausea input[value='3']").IsCheckedAsync());
        await page.Done("Save ratings");
        Assert.Equal(3, (await bedside.Find())!.Chart.Last("nausea")!.Value);
    }
}
