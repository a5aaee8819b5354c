using Microsoft.Playwright;
using Mooring.Clinical;

namespace Mooring.SystemTests.Clinics;

/// <summary>Debian's chromium, headless, one for the whole test run; each visitor has cookies of their own.</summary>
public static class Browser
{
    private static readonly Lazy<Task<IBrowser>> Chromium = new(Launch);

    /// <summary>A page at this size, signed in when a role is given; touched with a finger or pointed at. Dispose its context when done.</summary>
    /// <param name="at">Under which name the server is called; its plain address unless given.</param>
    public static async Task<IPage> Page(TestClinic clinic, Role? role = null, int width = 1440, int height = 900, ColorScheme scheme = ColorScheme.Light, bool isTouched = false, Uri? at = null)
    {
        var browser = await Chromium.Value;
        var context = await browser.NewContextAsync(new()
        {
            BaseURL = (at ?? clinic.Address).ToString(),
            ViewportSize = new() { Width = width, Height = height },
            ColorScheme = scheme,
            HasTouch = isTouched,
            Locale = "en-US",
        });
        context.SetDefaultTimeout(Patience.LongInMilliseconds);
        context.SetDefaultNavigationTimeout(Patience.LongInMilliseconds);
        var page = await context.NewPageAsync();
        if (role is { } known)
            await page.GotoAsync((await clinic.LinkFor(known)).ToString());
        return page;
    }

    public static async Task Close()
    {
        if (Chromium.IsValueCreated)
            await (await Chromium.Value).CloseAsync();
    }

    private static async Task<IBrowser> Launch()
    {
        var playwright = await Playwright.CreateAsync();
        return await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = "/usr/bin/chromium",
            Timeout = Patience.LongInMilliseconds,
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                "--disable-component-update", "--disable-sync",
            ],
        });
    }
}
