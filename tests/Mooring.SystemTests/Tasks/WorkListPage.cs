using Microsoft.Playwright;
using Mooring.Clinical;
using Mooring.SystemTests.Clinics;
using Mooring.SystemTests.Courses;
using Mooring.SystemTests.Tour;

namespace Mooring.SystemTests.Tasks;

public class WorkListPage
{
    private const string Questionnaires = "Get the questionnaires: Noor W.";

    [Fact]
    public async Task Is_worked_with_by_the_keyboard_on_a_phone()
    {
        await using var care = await CareClinic.WithSomeoneTakenIn(start: true);
        var page = await Browser.Page(care.Clinic, Role.Nurse, width: 390, height: 844);
        await page.GotoAsync("/");
        await page.GetByRole(AriaRole.Link, new() { Name = "Work list" }).ClickAsync();

        await Press(page.GetByRole(AriaRole.Button, new() { Name = $"Take it: {Questionnaires}" }));
        await page.Locator("#mine").GetByText(Questionnaires).First.WaitForAsync();
        await Press(page.Locator("#mine summary").First);
        await Press(page.Locator("#mine").GetByRole(AriaRole.Button, new() { Name = "Put off" }));
        await page.GetByRole(AriaRole.Alert).GetByText("Write why it can wait").WaitForAsync();
        await Pictures.Whole(page, "work-list-refused-390");
        Assert.Empty(await Axe.Broken(page));
        await page.Locator("#mine").GetByLabel("Why it can wait").FillAsync("Away until tomorrow.");
        await Press(page.Locator("#mine").GetByRole(AriaRole.Button, new() { Name = "Put off" }));
        await page.Locator("#put-off").GetByText("Away until tomorrow.").WaitForAsync();
        await Pictures.Whole(page, "work-list-390");
        Assert.Empty(await Axe.Broken(page));
        await page.GotoAsync("/work-list?show=sessions");
        Assert.True(await page.GetByText("Nothing of this kind waits").IsVisibleAsync());
        await page.GotoAsync("/work-list");
        await Press(page.GetByRole(AriaRole.Button, new() { Name = $"Bring back now: {Questionnaires}" }));
        await page.Locator("#mine").GetByText(Questionnaires).First.WaitForAsync();

        Assert.True(await page.EvaluateAsync<bool>("document.scrollingElement.scrollWidth <= innerWidth"));
        await page.Context.DisposeAsync();
    }

    private static async Task Press(ILocator on)
    {
        await on.FocusAsync();
        await on.PressAsync("Enter");
    }
}
