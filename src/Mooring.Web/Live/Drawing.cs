using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Mooring.Web.Live;

/// <summary>Makes HTML of the same components that the page itself is made of.</summary>
internal static class Drawing
{
    public static async Task<IReadOnlyList<Fragment>> Of(IServiceProvider services, params IEnumerable<(string Target, Type Component, Dictionary<string, object?> With)> parts)
    {
        await using var renderer = new HtmlRenderer(services, services.GetRequiredService<ILoggerFactory>());
        return await renderer.Dispatcher.InvokeAsync(async () =>
        {
            List<Fragment> drawn = [];
            foreach (var (target, component, with) in parts)
                drawn.Add(new(target, (await renderer.RenderComponentAsync(component, ParameterView.FromDictionary(with))).ToHtmlString()));
            return drawn;
        });
    }
}
