using Microsoft.Playwright;
using Mooring.Clinical;
using Mooring.SystemTests.Clinics;
using Mooring.SystemTests.Courses;
using Mooring.SystemTests.TakingIn;

namespace Mooring.SystemTests.Tour;

/// <summary>The desk as one set: every page of a patient has the same head and menu, a decision stays beside its evidence, and keys work.</summary>
public class TheDesk
{
    [Fact]
    public async Task Leads_from_every_page_of_a_patient_to_all_others_and_keeps_the_head_in_sight()
    {
        await using var care = await CareClinic.WithSomeoneKnown(start: true);
        var page = await Browser.Page(care.Clinic, Role.Prescriber);
        await page.GotoAsync($"/patients/{care.Patient}");
        var menu = await Menu(page);
        Assert.True(menu.Length > 12, string.Join(' ', menu));

        foreach (var place in menu)
        {
            await page.GotoAsync(place);
            Assert.Equal(menu, await Menu(page));
            Assert.Equal(place, await page.Locator("nav.side a[aria-current=page]").GetAttributeAsync("href"));
            await page.EvaluateAsync("scrollTo(0, document.scrollingElement.scrollHeight)");
            Assert.True(await page.Locator(".banner .name").IsVisibleAsync());
            Assert.InRange(await page.EvaluateAsync<double>("document.querySelector('.banner').getBoundingClientRect().top"), -1, 60);
        }

        // On a phone all of it is one control.
        await page.SetViewportSizeAsync(390, 844);
        Assert.False(await page.Locator("nav.side a").First.IsVisibleAsync());
        await page.Locator("nav.side summary").ClickAsync();
        await page.Locator("nav.side").GetByRole(AriaRole.Link, new() { Name = "Screening" }).ClickAsync();
        await page.WaitForURLAsync("**/screening");
        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task Asks_for_what_the_chosen_decision_needs_and_says_what_is_missing_before_anybody_confirms()
    {
        await using var care = await CareClinic.WithSomeoneKnown(start: true);
        var page = await Browser.Page(care.Clinic, Role.Prescriber);
        await page.GotoAsync($"/patients/{care.Patient}/screening?protocol={CareClinic.Protocol}");

        var before = (await page.Locator("#conditions").IsVisibleAsync(), await page.Locator("#deferredUntil").IsVisibleAsync());
        await page.GetByLabel("Eligible with conditions").CheckAsync();
        var conditions = (await page.Locator("#conditions").IsVisibleAsync(), await page.Locator("#deferredUntil").IsVisibleAsync());
        await page.EvaluateAsync("scrollTo(0, 600)");
        Assert.True(await page.EvaluateAsync<bool>("(box => box.top >= 0 && box.top < innerHeight / 2)(document.querySelector('.decide-beside > aside').getBoundingClientRect())"), "The decision scrolled away from its findings.");
        // Nobody is asked to confirm what would be refused.
        await page.GetByRole(AriaRole.Button, new() { Name = "Record the decision" }).ClickAsync();
        await page.Locator(".error-summary li").First.WaitForAsync();

        Assert.Equal(((false, false), (true, false)), (before, conditions));
        Assert.Contains("Write the conditions", await page.Refused(), StringComparison.Ordinal);
        Assert.True(await page.Locator("#conditions").IsVisibleAsync());
        Assert.Empty(await Axe.Broken(page));
        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task Is_worked_by_keys_that_are_silent_while_somebody_types()
    {
        await using var clinic = await TestClinic.Start(Engine.Sqlite);
        await clinic.Refer();
        await clinic.Refer("Theo");
        var page = await Browser.Page(clinic, Role.Nurse);
        await page.GotoAsync("/");

        await page.Keyboard.PressAsync("g");
        await page.Keyboard.PressAsync("p");
        await page.WaitForURLAsync("**/patients");
        await page.Keyboard.PressAsync("/");
        Assert.Equal("words", await Focused(page));
        await page.Keyboard.TypeAsync("g t?/");
        Assert.Equal("g t?/", await page.InputValueAsync("#words"));
        Assert.EndsWith("/patients", page.Url, StringComparison.Ordinal);
        await page.Locator("table.rows tbody a").First.FocusAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        var second = await page.EvaluateAsync<string>("document.activeElement.getAttribute('href')");
        Assert.Equal(await page.Locator("table.rows tbody a").Nth(1).GetAttributeAsync("href"), second);
        await page.Keyboard.PressAsync("?");
        await page.Locator("dialog.keys-help").WaitForAsync();
        Assert.Empty(await Axe.Broken(page));
        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.PressAsync("g");
        await page.Keyboard.PressAsync("b");
        await page.WaitForURLAsync("**/board");

        // A finger anywhere on the row opens it.
        await page.GotoAsync("/patients");
        await page.Locator("table.rows tbody tr").First.Locator("td").Last.ClickAsync();
        await page.WaitForURLAsync("**/patients/*");
        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task Remembers_which_patients_somebody_looks_at()
    {
        await using var clinic = await TestClinic.Start(Engine.Sqlite);
        await clinic.Refer();
        var page = await Browser.Page(clinic, Role.Nurse);
        await page.GotoAsync("/patients");

        await page.GetByRole(AriaRole.Link, new() { Name = "Comes this week" }).ClickAsync();
        await page.GetByText("Nobody comes this week").WaitForAsync();
        await page.GotoAsync("/");
        await page.GotoAsync("/patients");

        await page.GetByText("Nobody comes this week").WaitForAsync();
        await page.Context.DisposeAsync();
    }

    private static Task<string[]> Menu(IPage page) => page.EvaluateAsync<string[]>("[...document.querySelectorAll('nav.side a')].map(a => a.getAttribute('href'))");

    private static Task<string> Focused(IPage page) => page.EvaluateAsync<string>("document.activeElement.id");
}
