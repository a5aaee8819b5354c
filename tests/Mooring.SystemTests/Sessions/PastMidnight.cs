using Microsoft.Playwright;
using Mooring.Clinical;
using Mooring.Clinical.Sessions.Charting;
using Mooring.Demo;
using Mooring.SystemTests.Clinics;
using Mooring.SystemTests.Tour;

namespace Mooring.SystemTests.Sessions;

public class PastMidnight
{
    // Half past eleven in the evening in Chicago.
    private readonly SetClock clock = new(new(2026, 3, 3, 5, 30, 0, TimeSpan.Zero));

    [Fact]
    public async Task What_happened_before_it_can_still_be_entered()
    {
        await using var clinic = await TestClinic.Start(Engine.Sqlite, clock);
        var bedside = await Bedside.Arriving(clinic, clock);
        await bedside.CheckIn();
        clock.Pass(40);
        var nurse = await Browser.Page(clinic, Role.Nurse);

        var kept = await Write(nurse, bedside, "The patient felt warm.", "23:50");
        var before = await Write(nurse, bedside, "Before the patient came.", "22:00");

        Assert.Equal("", kept);
        Assert.Contains("is still to come", before, StringComparison.Ordinal);
        var note = (await bedside.Find())!.Told.Single(entry => entry.What is NoteAdded);
        Assert.Equal(new DateTimeOffset(2026, 3, 3, 5, 50, 0, TimeSpan.Zero), note.HappenedAt);
        await nurse.Context.DisposeAsync();
    }

    private static async Task<string> Write(IPage page, Bedside bedside, string text, string earlier)
    {
        await page.GotoAsync($"/sessions/{bedside.Session}/note");
        await page.FillAsync("[name='Form.Text']", text);
        await page.GetByText("Enter for an earlier time").ClickAsync();
        await page.FillAsync("[name='Form.Earlier']", earlier);
        await page.Press(page.Locator("form[method=post] button.big"));
        return await page.Refused();
    }
}
