using Microsoft.Playwright;

namespace Mooring.SystemTests.TakingIn;

/// <summary>Pictures of pages for people to look at, where MOORING_SHOTS names a folder; else none.</summary>
internal static class Shots
{
    private static readonly string? Folder = Environment.GetEnvironmentVariable("MOORING_SHOTS");

    public static async Task Take(IPage page, string name)
    {
        if (Folder is not null)
            await page.ScreenshotAsync(new() { Path = Path.Combine(Folder, $"{name}.png"), FullPage = true });
    }
}
