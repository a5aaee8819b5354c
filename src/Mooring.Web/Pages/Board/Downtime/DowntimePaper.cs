using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Logging;
using Mooring.Content.Library;
using Mooring.Web.Assets;

namespace Mooring.Web.Pages.Board.Downtime;

/// <summary>The papers for downtime as pages that stand alone, to be printed or kept at the printer.</summary>
public sealed class DowntimePaper(IServiceProvider services, DowntimeDay days, CourseContent content)
{
    /// <summary>The protocols that there is a sheet for.</summary>
    public IReadOnlyList<string> Sheets => [.. content.Protocols.Select(protocol => protocol.Id)];

    public async Task<(DowntimeList List, string Html)> DayList(CancellationToken cancel)
    {
        var list = await days.Read(cancel);
        return (list, await Page<DayListArticle>("Day list", new() { [nameof(DayListArticle.List)] = list }, cancel));
    }

    /// <summary>Null when there is no such protocol.</summary>
    public async Task<string?> Sheet(string protocolId, CancellationToken cancel) => content.Protocol(protocolId) is { } protocol
        ? await Page<SessionSheet>("Session sheet", new() { [nameof(SessionSheet.Protocol)] = protocol, [nameof(SessionSheet.Pack)] = content.Pack(protocol).Pack }, cancel)
        : null;

    private async Task<string> Page<T>(string title, Dictionary<string, object?> given, CancellationToken cancel)
        where T : IComponent
    {
        await using var renderer = new HtmlRenderer(services, new LoggerFactory());
        var article = await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<T>(ParameterView.FromDictionary(given))).ToHtmlString());
        return $"""
            <!DOCTYPE html>
            <html lang="en">
            <head><meta charset="utf-8"><title>{title}</title><style>{await InlineStyle.Read(cancel)}</style></head>
            <body>{article}</body>
            </html>
            """;
    }
}
