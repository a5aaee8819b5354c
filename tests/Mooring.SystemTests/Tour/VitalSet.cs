using Microsoft.Playwright;

namespace Mooring.SystemTests.Tour;

/// <summary>One whole set on the vitals page: pressure, heart rate, SpO2, breaths, temperature, sedation, dissociation.</summary>
internal sealed class VitalSet(IPage page, string home)
{
    // 126/78, 72, 98 %, 14, 36.8 °C, MOAA/S 5, dissociation 1: a digit that does not fit begins the next number.
    private const string Digits = "1267872981436851";

    public async Task ByKeys()
    {
        await Open();
        await page.Keyboard.TypeAsync(Digits);
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("button.save:focus").WaitForAsync();
        await page.Keyboard.PressAsync("Enter");
        await Kept();
    }

    public async Task ByTouch()
    {
        await Open();
        foreach (var digit in Digits)
            await page.TapAsync($"[data-key='{digit}']");
        await page.TapAsync("button.save");
        await Kept();
    }

    /// <summary>One tap takes what the monitor shows.</summary>
    public async Task FromTheMonitor()
    {
        await Open();
        await page.GetByRole(AriaRole.Button, new() { NameString = "Chart what the monitor shows" }).ClickAsync();
        // A round that asks for what no monitor shows goes on to it at once.
        await page.WaitForURLAsync(url => new Uri(url).AbsolutePath is var path && (path == home || path == $"{home}/scales"), new() { WaitUntil = WaitUntilState.DOMContentLoaded });
    }

    private Task Open() => page.GotoAsync($"{home}/vitals");

    private Task Kept() => page.WaitForURLAsync(url => new Uri(url).AbsolutePath == home, new() { WaitUntil = WaitUntilState.DOMContentLoaded });
}
