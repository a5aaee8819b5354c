namespace Mooring.Web.Assets;

/// <summary>The product's style for pages that stand alone. Fonts are not carried along: such a page reads the same where none can be fetched.</summary>
internal static class InlineStyle
{
    public static async Task<string> Read(CancellationToken cancel)
    {
        var file = Path.Combine(AppContext.BaseDirectory, "wwwroot", "built", "app.css");
        return File.Exists(file) ? await File.ReadAllTextAsync(file, cancel) : "";
    }
}
