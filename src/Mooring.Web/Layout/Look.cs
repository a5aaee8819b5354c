using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Http;

namespace Mooring.Web.Layout;

/// <summary>What a page's layout asks of the whole document: its theme, and the class of its body.</summary>
internal sealed record Look(string? Theme, string? Body)
{
    public static Look Of(HttpContext? http)
    {
        var page = http?.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>()?.Type;
        var layout = page?.GetCustomAttributes(typeof(LayoutAttribute), inherit: true).OfType<LayoutAttribute>().FirstOrDefault()?.LayoutType;
        return layout == typeof(BedsideLayout) ? new("bedside", "bedside")
            : layout == typeof(ChairsideLayout) || layout == typeof(EmergencyLayout) || layout == typeof(WallLayout) ? new("bedside", null)
            : new(http?.Request.Cookies["theme"], null);
    }
}
