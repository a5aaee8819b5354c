using Microsoft.Playwright;
using Mooring.Clinical.Sessions;
using Mooring.Clinical.Sessions.Leaving;
using Mooring.SystemTests.Tour;
using Mooring.Web.Pages.Bedside;

namespace Mooring.SystemTests.Sessions;

/// <summary>A page at the chair that is loaded anew whenever it can be: half filled, sent, and at the chair itself.</summary>
internal sealed class ReloadedPage(Bedside bedside, IPage page, TimeProvider clock)
{
    private const string Shown =
        "[...document.querySelectorAll('main input:not([type=hidden]), main textarea, main select')].map(one => /radio|checkbox/.test(one.type) ? String(one.checked) : one.value)";

    public HashSet<Phase> Seen { get; } = [];

    private string Home => $"/sessions/{bedside.Session}";

    /// <summary>One form, half filled and loaded anew, filled again, sent, and loaded anew.</summary>
    public async Task Send(string path, string button, Func<IPage, Task> fill)
    {
        await page.GotoAsync($"{Home}/{path}");
        var (before, untouched) = (await Count(), await page.EvaluateAsync<string[]>(Shown));
        await fill(page);
        var filled = await page.EvaluateAsync<string[]>(Shown);
        await page.ReloadAsync();
        var anew = await page.EvaluateAsync<string[]>(Shown);
        Assert.Equal(before, await Count());
        Assert.True(filled.SequenceEqual(anew) || untouched.SequenceEqual(anew), $"{path} kept a part: {string.Join('|', filled)} became {string.Join('|', anew)}");

        await fill(page);
        await page.Done(button);
        var (kept, at) = (await Count(), page.Url);
        await page.ReloadAsync();
        Assert.Equal((at, "", kept), (page.Url, await page.Refused(), await Count()));
        await Look();
    }

    /// <summary>A form that keeps each answer as it is tapped: loaded anew it shows them, and sent whole it keeps nothing twice.</summary>
    public async Task Keep(string path, string button, Func<IPage, Task> fill)
    {
        await page.GotoAsync($"{Home}/{path}");
        await fill(page);
        await page.Done(button);
        var kept = await Count();
        await page.GotoAsync($"{Home}/{path}");
        await page.Done(button);
        Assert.Equal(kept, await Count());
        await Look();
    }

    /// <summary>A form that is refused, and sent again by loading it anew.</summary>
    public async Task Refuse(string path, string button, string says)
    {
        await page.GotoAsync($"{Home}/{path}");
        var before = await Count();
        await page.Press(button);
        var refused = await page.Refused();
        await page.ReloadAsync();
        Assert.Contains(says, refused, StringComparison.Ordinal);
        Assert.Equal((refused, before), (await page.Refused(), await Count()));
    }

    /// <summary>The chair, where most forms lead, says the phase that the session is in.</summary>
    private async Task Look()
    {
        if (!page.Url.EndsWith(Home, StringComparison.Ordinal))
            await page.GotoAsync(Home);
        var session = (await bedside.Find())!;
        var phase = session.PhaseAt(clock.GetUtcNow());
        Assert.StartsWith(PhaseWords.Of(phase, session), await page.InnerTextAsync("#clocks .phase"), StringComparison.Ordinal);
        Seen.Add(phase);
    }

    private async Task<int> Count() => (await bedside.Find())!.Journal.Count;
}
