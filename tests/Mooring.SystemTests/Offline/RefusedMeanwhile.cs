using Microsoft.Playwright;
using Mooring.Clinical;
using Mooring.Practice.Bedside;
using Mooring.Storage.Journals;
using Mooring.SystemTests.Clinics;
using Mooring.SystemTests.Sessions;
using Mooring.SystemTests.Tour;

namespace Mooring.SystemTests.Offline;

/// <summary>What the server did not take, on a kept page that stays because a hand is on it.</summary>
public class RefusedMeanwhile
{
    [Fact]
    public async Task Is_shown_though_the_list_was_folded_and_what_is_typed_beside_it_stays()
    {
        var clock = new RunningClock(TimeProvider.System.GetUtcNow());
        await using var clinic = await TestClinic.Start(Engine.Sqlite, clock);
        var bedside = await Bedside.Arriving(clinic, clock);
        await bedside.Ready();
        await bedside.Start();
        await using var tablet = await Tablet.At(clinic, bedside.Session.Value);
        await tablet.Arm();
        var page = tablet.Page;

        await tablet.Context.SetOfflineAsync(true);
        await tablet.Hears("Offline since");
        foreach (var words in new[] { "Calm.", "Soft light.", "Music goes on." })
            await tablet.Enter("note", "Save note", ("#text", words));
        await tablet.Enter("dose", "End the infusion", ("[name='End.Reason']", "Asks to stop."));
        await bedside.Do(Role.Nurse, (DosingDesk desk, EntryStamp stamp) => desk.StopInfusion(bedside.Session, new() { Reason = "Asks to stop." }, stamp, default));
        await page.GotoAsync($"{tablet.Home}/note");
        await tablet.Hears("4 waiting");
        Assert.Null(await page.Locator("#tablet details").GetAttributeAsync("open"));
        await page.FillAsync("#text", "Half a");
        await tablet.Context.SetOfflineAsync(false);

        var why = page.Locator("#tablet li[data-state=refused]", new() { HasTextString = "End the infusion" }).GetByRole(AriaRole.Textbox);
        await why.FillAsync("A colleague");
        await Pictures.Take(page, "bedside-refused-meanwhile-1024");
        await Elsewhere(tablet);
        Assert.Equal("A colleague", await why.InputValueAsync());
        await why.PressSequentiallyAsync(" ended it.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Discard" }).ClickAsync();
        await tablet.Hears("Everything is sent.");
        Assert.Equal("Half a", await page.InputValueAsync("#text"));
        Assert.Contains((await bedside.Find())!.Journal, entry => entry.What is Mooring.Clinical.Sessions.Charting.NoteAdded { Text: var text } && text.Contains("A colleague ended it.", StringComparison.Ordinal));
    }

    /// <summary>Another tab of the same tablet charts offline: one more waits, on every page of it.</summary>
    private static async Task Elsewhere(Tablet tablet)
    {
        await tablet.Context.SetOfflineAsync(true);
        var other = await tablet.Tab(Guid.Parse(tablet.Home.Split('/')[2]));
        await other.Enter("note", "Save note", ("#text", "From the other tab."));
        await other.Page.CloseAsync();
        await tablet.Hears("1 waiting");
        await tablet.Context.SetOfflineAsync(false);
        await tablet.Page.Locator("#tablet .tablet-line", new() { HasTextString = "1 waiting" }).WaitForAsync(new() { State = WaitForSelectorState.Detached });
    }
}
