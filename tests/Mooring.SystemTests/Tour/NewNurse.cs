using System.Globalization;
using Microsoft.Playwright;

namespace Mooring.SystemTests.Tour;

/// <summary>What one step of a session cost.</summary>
internal sealed record StepCost(string Step)
{
    public int Taps { get; set; }

    public int Pages { get; set; }

    public int Typed { get; set; }

    /// <summary>Taps whose target was off the screen before.</summary>
    public int Scrolls { get; set; }
}

/// <summary>Somebody who never saw the product: goes only by what stands on the screen, with a finger, and counts what it costs.</summary>
internal sealed class NewNurse(IPage page)
{
    private const string InSight =
        "one => { const box = one.getBoundingClientRect(); return box.height > 0 && box.top >= 0 && box.bottom <= innerHeight && one.contains(document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2)); }";

    private readonly List<StepCost> costs = [];

    private readonly List<string> stops = [];

    public IPage Page => page;

    public IReadOnlyList<StepCost> Costs => costs;

    /// <summary>Refused buttons, pages without a way on, and what had to be in sight and was not.</summary>
    public IReadOnlyList<string> Stops => stops;

    private StepCost Now => costs[^1];

    public void Begin(string step) => costs.Add(new(step));

    /// <summary>A link or a button by its words.</summary>
    public ILocator Link(string words) => page.GetByRole(AriaRole.Link, new() { NameString = words }).Locator("visible=true").First;

    public ILocator Button(string words) => page.GetByRole(AriaRole.Button, new() { NameString = words }).Locator("visible=true").First;

    /// <summary>The words beside a box or a circle.</summary>
    public ILocator Choice(string words) => page.Locator("label.choice, label.check", new() { HasTextString = words }).Locator("visible=true").First;

    public async Task Tap(ILocator target, bool mustBeInSight = false)
    {
        await target.WaitForAsync();
        if (!await target.EvaluateAsync<bool>(InSight))
        {
            Now.Scrolls++;
            if (mustBeInSight)
                stops.Add($"{Now.Step}: “{await target.InnerTextAsync()}” was not in sight");
            await target.ScrollIntoViewIfNeededAsync();
        }

        Now.Taps++;
        await target.TapAsync();
    }

    /// <summary>A tap that leads to another page, with the question before it where one is asked.</summary>
    public async Task Go(ILocator target, bool mustBeInSight = false)
    {
        await target.WaitForAsync();
        await page.WaitForLoadStateAsync();
        if (await target.IsDisabledAsync())
        {
            stops.Add($"{Now.Step}: the button “{await target.InnerTextAsync()}” is off");
            return;
        }

        var asks = await target.EvaluateAsync<bool>("one => Boolean(one.dataset.confirm || one.form?.dataset.confirm)");
        await page.EvaluateAsync("document.documentElement.dataset.before = 'yes'");
        await Tap(target, mustBeInSight);
        if (asks)
            await Tap(page.Locator("dialog.confirm button").First);
        await page.Locator("html:not([data-before])").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await page.WaitForLoadStateAsync();
        Now.Pages++;
        foreach (var refused in await page.Locator(".error-summary li").AllInnerTextsAsync())
            stops.Add($"{Now.Step}: refused, “{refused}”");
        if (await page.Locator("main a:visible, main button:visible, nav a:visible").CountAsync() == 0 || await page.GetByText("This page is not for your role").CountAsync() > 0)
            stops.Add($"{Now.Step}: no way on from {page.Url}");
    }

    public async Task Type(ILocator field, string text)
    {
        await Tap(field);
        await field.PressSequentiallyAsync(text);
        Now.Typed += text.Length;
    }

    /// <summary>The table for the log of the tests and for the documentation.</summary>
    public string Table() => string.Join('\n',
    [
        "| Step | Taps | Pages | Characters typed | Scrolls |", "|---|---|---|---|---|",
        .. costs.Select(Row),
        Row(new("All") { Taps = costs.Sum(cost => cost.Taps), Pages = costs.Sum(cost => cost.Pages), Typed = costs.Sum(cost => cost.Typed), Scrolls = costs.Sum(cost => cost.Scrolls) }),
    ]);

    private static string Row(StepCost cost) => string.Create(CultureInfo.InvariantCulture, $"| {cost.Step} | {cost.Taps} | {cost.Pages} | {cost.Typed} | {cost.Scrolls} |");
}
