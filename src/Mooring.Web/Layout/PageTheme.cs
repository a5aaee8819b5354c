using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Http;

namespace Mooring.Web.Layout;

/// <summary>What a page's layout asks of the whole document: its theme, and the class of its body.</summary>
internal sealed record PageTheme(string? Theme, string? Body)
{
    private const string Day = "day";

    /// <summary>"day" at a chair where somebody said on this tablet that the room is not dim.</summary>
    public string? Light { get; private init; }

    public static PageTheme Of(HttpContext? http)
    {
        var page = http?.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>()?.Type;
        var layout = page?.GetCustomAttributes(typeof(LayoutAttribute), inherit: true).OfType<LayoutAttribute>().FirstOrDefault()?.LayoutType;
        var light = http?.Request.Cookies["bedside-light"] == Day ? Day : null;
        return layout == typeof(BedsideLayout) ? new("bedside", "bedside") { Light = light }
            : layout == typeof(ChairsideLayout) || layout == typeof(EmergencyLayout) ? new("bedside", null) { Light = light }
            : layout == typeof(WallLayout) ? new("bedside", null)
            : new(http?.Request.Cookies["theme"], null);
    }
}
