using Microsoft.Playwright;
using Mooring.Clinical;
using Mooring.Clinical.Sessions.Bedside;
using Mooring.Demo;
using Mooring.Practice.Bedside;
using Mooring.Storage.Journals;
using Mooring.SystemTests.Clinics;
using Mooring.SystemTests.Tour;

namespace Mooring.SystemTests.Sessions;

public class TakingAChair
{
    private readonly SetClock clock = new(new(2026, 3, 2, 15, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task Shows_on_the_board_who_is_here_who_has_whom_and_what_is_next_for_them()
    {
        await using var clinic = await TestClinic.Start(Engine.Sqlite, clock);
        var bedside = await Bedside.Arriving(clinic, clock);
        await bedside.Ready();
        await bedside.Start();
        clock.Pass(10);
        var page = await Browser.Page(clinic, Role.Nurse);

        await page.GotoAsync("/board");
        var before = await page.InnerTextAsync("main");
        await page.GetByText("My advanced life support is current").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "I am on site" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Take it" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "I take this chair" }).ClickAsync();
        await page.WaitForURLAsync($"**/sessions/{bedside.Session}");
        await page.GotoAsync("/board?sort=person");
        var after = await page.InnerTextAsync("main");
        await Pictures.Whole(page, "board-person-1440");
        var broken = await Axe.Broken(page);
        await page.SetViewportSizeAsync(390, 844);
        await Pictures.Whole(page, "board-person-390");
        var over = await page.EvaluateAsync<int>("document.scrollingElement.scrollWidth - innerWidth");

        Assert.Contains("No nurse is assigned to Chair 1", before, StringComparison.Ordinal);
        Assert.Contains("Nobody has said that they are on site", before, StringComparison.Ordinal);
        Assert.Contains($"{clinic.Staff[Role.Nurse].FullName} nurse, advanced life support", after, StringComparison.Ordinal);
        Assert.DoesNotContain("No nurse is assigned", after, StringComparison.Ordinal);
        Assert.Contains("Not on site, as far as is known: a second person", after, StringComparison.Ordinal);
        Assert.True(await page.Locator("#people section").CountAsync() == 1 && await page.Locator("#people .due").CountAsync() > 0);
        Assert.Empty(broken);
        Assert.True(over <= 1, $"The board is {over} px too wide.");
        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task Passes_it_on_in_words_and_the_next_day_nobody_is_here_any_more()
    {
        await using var clinic = await TestClinic.Start(Engine.Sqlite, clock);
        var bedside = await Bedside.Arriving(clinic, clock);
        await bedside.CheckIn();
        await bedside.Do(Role.Nurse, (HandoverDesk desk, EntryStamp stamp) => desk.TakeOver(bedside.Session, new(), stamp, default));
        var silent = await bedside.By(Role.Prescriber, (HandoverDesk desk, EntryStamp stamp) => desk.TakeOver(bedside.Session, new(), stamp, default));
        await bedside.Do(Role.Prescriber, (HandoverDesk desk, EntryStamp stamp) => desk.TakeOver(bedside.Session, new() { Told = "Calm; checklist to be done." }, stamp, default));
        await clinic.As(Role.Nurse, async services => { await services.GetPresence().Come(false, default); return 0; });
        var today = await clinic.As(Role.Nurse, services => services.GetPresence().OnSite(default));

        clock.Pass(24 * 60);
        var tomorrow = await clinic.As(Role.Nurse, services => services.GetPresence().OnSite(default));

        Assert.Contains("SES283", silent.Refusals.Select(refusal => refusal.Code));
        Assert.Equal(Role.Prescriber, (await bedside.Find())!.InCareOf!.Role);
        Assert.Single(today);
        Assert.Empty(tomorrow);
    }
}

file static class Asked
{
    public static Mooring.Practice.Access.PresenceDesk GetPresence(this IServiceProvider services) =>
        Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions.GetRequiredService<Mooring.Practice.Access.PresenceDesk>(services);
}
