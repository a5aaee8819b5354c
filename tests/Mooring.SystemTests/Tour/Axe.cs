using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Mooring.SystemTests.Tour;

/// <summary>
/// WCAG 2.2 AA as far as axe can tell, asked in the page itself. The package for Playwright opens another page for every one
/// that it judges, for the sake of frames; ours have none, and are judged in a third of the time.
/// </summary>
internal static class Axe
{
    private const string Judge = """
        async () => (await axe.run(document, { resultTypes: ['violations'], runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] } }))
          .violations.map(found => `${found.id}: ${found.nodes.slice(0, 2).map(node => node.html.slice(0, 160)).join(' ; ')}`)
        """;

    private static readonly string Script = new BundledAxeScriptProvider().GetScript();

    /// <summary>What keeps some people from using the page as it stands.</summary>
    public static async Task<IReadOnlyList<string>> Broken(IPage page)
    {
        Assert.Single(page.Frames);
        await page.EvaluateAsync(Script);
        return await page.EvaluateAsync<string[]>(Judge);
    }
}
