using System.Diagnostics;
using Microsoft.Playwright;

namespace Mooring.SystemTests.Tour;

/// <summary>
/// One whole set on the vitals page: pressure, heart rate, SpO2, breaths, temperature, sedation, dissociation. Each way
/// of entering it is timed from the page shown to the entry kept.
/// </summary>
internal sealed class VitalSet(IPage page, string home)
{
    // 126/78, 72, 98 %, 14, 36.8 °C, MOAA/S 5, dissociation 1: the keypad goes on by itself after all but the last.
    private const string Digits = "1267872981436851";

    /// <summary>How many keys a set takes: the digits, one to leave the last field, one to save.</summary>
    public static int Keys => Digits.Length + 2;

    /// <param name="pace">The time between two keys.</param>
    public async Task<TimeSpan> ByKeys(TimeSpan pace)
    {
        var shown = await Show();
        await page.Keyboard.TypeAsync(Digits, new() { Delay = (float)pace.TotalMilliseconds });
        await page.Keyboard.PressAsync("Enter", new() { Delay = (float)pace.TotalMilliseconds });
        await page.Locator("button.save:focus").WaitForAsync();
        await page.Keyboard.PressAsync("Enter");
        return await Kept(shown);
    }

    /// <param name="pace">The time between two taps.</param>
    public async Task<TimeSpan> ByTouch(TimeSpan pace)
    {
        var shown = await Show();
        foreach (var digit in Digits)
        {
            await page.TapAsync($"[data-key='{digit}']");
            await Task.Delay(pace, TestContext.Current.CancellationToken);
        }

        await page.TapAsync("button.save");
        return await Kept(shown);
    }

    /// <summary>One tap takes what the monitor shows.</summary>
    public async Task<TimeSpan> FromTheMonitor()
    {
        var shown = await Show();
        await page.GetByRole(AriaRole.Button, new() { NameString = "Chart what the monitor shows" }).ClickAsync();
        return await Kept(shown);
    }

    private async Task<long> Show()
    {
        await page.GotoAsync($"{home}/vitals");
        return Stopwatch.GetTimestamp();
    }

    private async Task<TimeSpan> Kept(long shown)
    {
        await page.WaitForURLAsync(url => new Uri(url).AbsolutePath == home, new() { WaitUntil = WaitUntilState.DOMContentLoaded });
        return Stopwatch.GetElapsedTime(shown);
    }
}
