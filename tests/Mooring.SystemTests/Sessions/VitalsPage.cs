using Microsoft.Playwright;
using Mooring.Clinical;
using Mooring.Clinical.Sessions;
using Mooring.Clinical.Sessions.Charting;
using Mooring.SystemTests.Clinics;
using Mooring.SystemTests.Tour;

namespace Mooring.SystemTests.Sessions;

/// <summary>The page on which a nurse types a set of vital signs, on a tablet at the chair.</summary>
internal sealed class VitalsPage(Bedside bedside, IPage page)
{
    public const string Save = "Save vital signs";

    /// <summary>A set that nobody asks twice about, field by field.</summary>
    public static readonly IReadOnlyDictionary<string, string> Good = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["nibp-sys"] = "128",
        ["nibp-dia"] = "78",
        ["hr"] = "72",
        ["spo2"] = "97",
        ["rr"] = "14",
        ["temp"] = "36.8",
        ["moaa-s"] = "5",
        ["dissociation"] = "2",
    };

    public IPage Page => page;

    public string Home => $"/sessions/{bedside.Session}";

    public ILocator SaveButton => page.GetByRole(AriaRole.Button, new() { Name = Save });

    public static async Task<VitalsPage> At(Bedside bedside) =>
        new(bedside, await Browser.Page(bedside.Clinic, Role.Nurse, width: 1024, height: 768, isTouched: true));

    public Task Open() => page.GotoAsync($"{Home}/vitals");

    public Task Fill() => page.Fill([.. Good.Select(field => ($"#{field.Key}", field.Value))]);

    /// <summary>Sends the form and has it there again as it was left, like a browser that kept the page to go back to.</summary>
    public async Task SaveAndComeBack()
    {
        await page.EvaluateAsync("document.querySelector('form.keypad').target = 'answer'");
        var answer = await page.RunAndWaitForPopupAsync(() => SaveButton.ClickAsync());
        await answer.WaitForURLAsync($"**{Home}");
        await answer.CloseAsync();
        await page.EvaluateAsync("document.querySelector('form.keypad').target = ''; dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))");
    }

    /// <summary>A finger on the page's own keys.</summary>
    public async Task Tap(params string[] keys)
    {
        foreach (var key in keys)
            await page.TapAsync($"[data-key='{key}']");
    }

    public async Task<IReadOnlyDictionary<string, string>> Typed()
    {
        var typed = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var field in Good.Keys)
            typed[field] = await page.InputValueAsync($"#{field}");
        return typed;
    }

    /// <summary>What stands at a field about what was typed in it.</summary>
    public Task<string> SaysOf(string field) => page.Locator($".entry:has(#{field}) .doubt").InnerTextAsync();

    /// <summary>Where the keyboard is.</summary>
    public Task<string> Focus() => page.EvaluateAsync<string>("document.activeElement?.id ?? ''");

    public async Task<Session> Now() => (await bedside.Find())!;

    /// <summary>The sets that were charted by hand, as they were entered.</summary>
    public async Task<IReadOnlyList<VitalsCharted>> Sets() => [.. (await Now()).Journal.Select(entry => entry.What).OfType<VitalsCharted>()];
}
