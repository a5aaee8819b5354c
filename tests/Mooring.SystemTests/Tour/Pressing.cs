using Microsoft.Playwright;
using Mooring.Clinical;
using Mooring.SystemTests.Clinics;

namespace Mooring.SystemTests.Tour;

/// <summary>What a person does on a page: choose, press, say yes, and read what is refused.</summary>
internal static class Pressing
{
    public static Task Choose(this IPage page, string name, string value) => page.Locator($"input[name='{name}'][value='{value}']").CheckAsync();

    public static async Task Fill(this IPage page, params (string Field, string Value)[] typed)
    {
        foreach (var (field, value) in typed)
            await page.FillAsync(field, value);
    }

    /// <summary>Presses a button, says yes when asked “are you sure”, and waits for the page that comes.</summary>
    public static Task Press(this IPage page, string button) => page.Press(page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).First);

    public static async Task Press(this IPage page, ILocator button)
    {
        // Its script asks “are you sure”, and is there once the page is.
        await button.WaitForAsync();
        await page.WaitForLoadStateAsync();
        var asks = await button.EvaluateAsync<bool>("one => Boolean(one.dataset.confirm || one.form?.dataset.confirm)");
        await page.EvaluateAsync("document.documentElement.dataset.before = 'yes'");
        await button.ClickAsync();
        if (asks)
            await page.Locator("dialog.confirm button").First.ClickAsync();
        await page.Locator("html:not([data-before])").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await page.WaitForLoadStateAsync();
    }

    /// <summary>The sentences of the summary; empty when nothing was refused.</summary>
    public static async Task<string> Refused(this IPage page) => string.Join(" | ", await page.Locator(".error-summary li").AllInnerTextsAsync());

    /// <summary>Presses what must be done without a refusal.</summary>
    public static Task Done(this IPage page, string button) => page.Done(page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).First);

    public static async Task Done(this IPage page, ILocator button)
    {
        await page.Press(button);
        Assert.Equal("", await page.Refused());
    }

    /// <summary>Somebody comes in again, as on another day.</summary>
    public static async Task ComeIn(this IPage page, TestClinic clinic, Role role) => await page.GotoAsync((await clinic.LinkFor(role)).ToString());
}
