using Microsoft.Playwright;

namespace Mooring.SystemTests.Tour;

/// <summary>Pictures of pages under artifacts/screens; the one in the documentation is only taken when asked for.</summary>
internal static class Pictures
{
    private static readonly DirectoryInfo Root = FindRoot();

    /// <summary>Whether MOORING_PICTURES asks for a picture of every page at every width, and for new ones in the documentation.</summary>
    public static bool AreWanted => Environment.GetEnvironmentVariable("MOORING_PICTURES") == "1";

    // Those that the documentation shows, small.
    private static readonly HashSet<string> Shown = ["bedside-day-1440", "bedside-offline-1024", "emergency-1024", "board-1440", "wall-1920"];

    public static async Task Take(IPage page, string name)
    {
        await page.ScreenshotAsync(new() { Path = At("artifacts", "screens", $"{name}.png"), Animations = ScreenshotAnimations.Disabled });
        if (AreWanted && Shown.Contains(name))
            await page.ScreenshotAsync(new() { Path = At("docs", "pictures", $"{name}.jpg"), Type = ScreenshotType.Jpeg, Quality = 60, Animations = ScreenshotAnimations.Disabled });
    }

    /// <summary>The page from top to bottom, however long.</summary>
    public static Task Whole(IPage page, string name) => page.ScreenshotAsync(new() { Path = At("artifacts", "screens", $"{name}.png"), FullPage = true, Animations = ScreenshotAnimations.Disabled });

    public static Task<byte[]> Keep(IPage page, string name) => page.ScreenshotAsync(new() { Path = At("docs", "pictures", $"{name}.png"), Animations = ScreenshotAnimations.Disabled });

    /// <summary>Something to read beside the pictures.</summary>
    public static Task Write(string name, string text)
    {
        Directory.CreateDirectory(At("artifacts", "screens"));
        return File.WriteAllTextAsync(At("artifacts", "screens", name), text);
    }

    private static string At(params string[] path) => Path.Combine([Root.FullName, .. path]);

    private static DirectoryInfo FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Mooring.slnx")))
            folder = folder.Parent ?? throw new InvalidOperationException("The tests do not run inside the repository.");
        return folder;
    }
}
