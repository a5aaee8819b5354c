using Microsoft.Playwright;
using Mooring.Clinical;
using Mooring.Demo;
using Mooring.SystemTests.Clinics;
using Mooring.SystemTests.Sessions;
using Mooring.SystemTests.Tour;

namespace Mooring.SystemTests.Offline;

/// <summary>The screen that nobody touches, and the screen that hears nothing.</summary>
public class ScreenAtTheChair
{
    [Fact]
    public async Task Locks_what_can_be_pressed_and_never_what_is_shown()
    {
        var clock = new RunningClock(TimeProvider.System.GetUtcNow());
        await using var clinic = await TestClinic.Start(Engine.Sqlite, clock, TestClinic.Strict);
        var bedside = await Bedside.Arriving(clinic, clock);
        await bedside.CheckIn();
        await using var tablet = await Tablet.At(clinic, bedside.Session.Value);
        await tablet.Arm();
        var page = tablet.Page;
        var pin = InventedClinic.PinOf(Role.Nurse);

        await page.GetByRole(AriaRole.Button, new() { Name = "Lock now" }).WaitForAsync();
        clock.Pass(TimeSpan.FromMinutes(6));
        await tablet.Pass(TimeSpan.FromMinutes(6));
        var lockBar = page.Locator(".lock");
        await lockBar.WaitForAsync();
        await page.ReloadAsync();
        await lockBar.WaitForAsync();
        await page.Locator("nav.actions a[href$='/note']").First.DispatchEventAsync("click");
        await bedside.Vitals(133, 71);
        await page.Locator("#values", new() { HasTextString = "133/71" }).WaitForAsync();
        Assert.EndsWith(tablet.Home, page.Url, StringComparison.Ordinal);
        await Pictures.Take(page, "bedside-locked-1024");
        await page.SetViewportSizeAsync(390, 844);
        await Pictures.Take(page, "bedside-locked-390");
        await page.SetViewportSizeAsync(1440, 900);
        await Pictures.Take(page, "bedside-locked-1440");
        await page.SetViewportSizeAsync(1024, 768);

        await lockBar.GetByRole(AriaRole.Link, new() { Name = "Vitals" }).ClickAsync();
        await page.FillAsync("#hr", "91");
        await page.Press("Save vital signs");
        await page.Locator("#timeline", new() { HasTextString = "not confirmed yet" }).WaitForAsync();
        await lockBar.WaitForAsync();

        await Try(lockBar, "000000");
        await lockBar.GetByText("neither your PIN").WaitForAsync();
        var begun = System.Diagnostics.Stopwatch.GetTimestamp();
        await Try(lockBar, pin);
        await lockBar.WaitForAsync(new() { State = WaitForSelectorState.Detached });
        TestContext.Current.TestOutputHelper!.WriteLine($"Unlocked by the PIN in {System.Diagnostics.Stopwatch.GetElapsedTime(begun).TotalMilliseconds:0} ms");
        await page.GotoAsync($"{tablet.Home}/locked");
        await Pictures.Take(page, "bedside-entered-while-locked-1024");
        await page.FillAsync("input[name='Form.By']", "Ben Rowan");
        await page.Locator("button.big").First.ClickAsync();
        await page.Locator("#timeline", new() { HasTextString = "confirmed by" }).WaitForAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Lock now" }).ClickAsync();
        await lockBar.WaitForAsync();
        await tablet.Context.SetOfflineAsync(true);
        await tablet.Hears("Offline since");
        await Try(lockBar, pin);
        await lockBar.WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await tablet.Context.SetOfflineAsync(false);

        await page.GotoAsync(tablet.Home);
        await page.GetByRole(AriaRole.Button, new() { Name = "Lock now" }).ClickAsync();
        await page.Press(lockBar.GetByRole(AriaRole.Button, new() { Name = "Emergency" }));
        await page.Locator(".taps button").First.WaitForAsync();
    }

    [Fact]
    public async Task Says_and_sounds_that_nothing_comes_and_lets_no_number_look_live()
    {
        var clock = new RunningClock(TimeProvider.System.GetUtcNow());
        await using var clinic = await TestClinic.Start(Engine.Sqlite, clock);
        var bedside = await Bedside.Arriving(clinic, clock);
        await bedside.CheckIn();
        await bedside.Vitals();
        await using var tablet = await Tablet.At(clinic, bedside.Session.Value);
        await tablet.Arm();
        var page = tablet.Page;
        await page.GetByText("Tap to arm the sound").WaitForAsync();
        await page.Locator("figure.chart figcaption").ClickAsync(new() { Position = new() { X = 4, Y = 4 } });
        await page.GetByText("Sound is on").WaitForAsync();
        Assert.Equal(0, await page.EvaluateAsync<int>("soundsMade"));

        await tablet.Context.SetOfflineAsync(true);
        await page.Locator("[data-live-state][data-state=lost]").First.WaitForAsync();
        await page.WaitForFunctionAsync("soundsMade > 0");

        Assert.Equal(0, await page.Locator("#values .vital:not(.stale) time[data-stale-after]").CountAsync());
        Assert.True(await page.EvaluateAsync<bool>("[...document.querySelectorAll('main form[method=post]')].every(form => !form.querySelector('.needs-server') || [...form.querySelectorAll('button:not([type=button])')].every(one => one.disabled))"));
        await page.GetByText("Sound is on").ClickAsync();
        await page.GetByText("Sound is off").WaitForAsync();
    }

    private static async Task Try(ILocator bar, string pin)
    {
        await bar.Locator("input").FillAsync(pin);
        await bar.GetByRole(AriaRole.Button, new() { Name = "Unlock" }).ClickAsync();
    }
}
