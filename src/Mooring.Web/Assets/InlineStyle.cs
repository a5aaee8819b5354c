using System.Text.RegularExpressions;

namespace Mooring.Web.Assets;

/// <summary>The product's style for pages that stand alone. It names no other file: such a page reads the same where none can be fetched.</summary>
internal static partial class InlineStyle
{
    public static async Task<string> Read(CancellationToken cancel)
    {
        var file = Path.Combine(AppContext.BaseDirectory, "wwwroot", "built", "app.css");
        return File.Exists(file) ? Fonts().Replace(await File.ReadAllTextAsync(file, cancel), "") : "";
    }

    [GeneratedRegex(@"@font-face\s*\{[^}]*\}", RegexOptions.None, 1000)]
    private static partial Regex Fonts();
}
