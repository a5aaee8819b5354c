using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Mooring.Clinical;
using Mooring.Storage.Audit;
using Mooring.SystemTests.Clinics;
using Mooring.SystemTests.TakingIn;

namespace Mooring.SystemTests.Tour;

/// <summary>What a privacy officer is asked, and how many clicks each answer takes from any page.</summary>
public class SevenQuestions
{
    private const int Most = 3;

    [Fact]
    public async Task Are_answered_in_three_clicks_each()
    {
        await using var clinic = await TestClinic.Start(Engine.Sqlite);
        var patient = await clinic.Refer();
        await clinic.OwnLink(patient);
        using (var nurse = await clinic.Visitor(Role.Nurse))
        using (await nurse.GetAsync($"/patients/{patient}", TestContext.Current.CancellationToken))
        {
        }

        await clinic.Services.GetRequiredService<AccessLog>().Note(clinic.Clinic.Id, new(AccessActs.Drill, "restore drill"), TestContext.Current.CancellationToken);
        var nurseName = clinic.Staff[Role.Nurse].FullName;
        var page = await Browser.Page(clinic, Role.PrivacyOfficer);
        var hand = new Hand();

        await Ask("who saw this patient", "Who saw this patient?", async () =>
        {
            await page.GetByLabel("Patient", new() { Exact = true }).FillAsync("Willow");
            await hand.Click(page.GetByRole(AriaRole.Button, new() { Name = "Show" }));
            await page.Locator("td").Filter(new() { HasText = nurseName }).First.WaitForAsync();
        });
        await Ask("who has which right", "Who has which right?", () => page.GetByRole(AriaRole.Rowheader, new() { Name = "read every chart" }).WaitForAsync());
        await Ask("who lacks a second factor", "Who lacks a second factor?", () => page.Locator("tr").Filter(new() { HasText = nurseName }).GetByText("none").WaitForAsync());
        await Ask("which links live", "Which links live?", () => page.GetByRole(AriaRole.Button, new() { Name = "End it" }).WaitForAsync());
        await Ask("when was the last drill", "When was the last restore drill?", () => page.Locator("td").Filter(new() { HasText = "drill" }).First.WaitForAsync());
        await Ask("where are the keys", "Where are the keys?", () => page.Locator("code").First.WaitForAsync());
        await Ask("what happened", "What happened in that incident?", async () =>
        {
            await hand.Click(page.GetByRole(AriaRole.Button, new() { Name = "Show the timeline" }));
            await page.Locator("td").Filter(new() { HasText = "signed in" }).First.WaitForAsync();
        });

        foreach (var said in hand.Said)
            TestContext.Current.TestOutputHelper!.WriteLine(said);
        Assert.Equal(7, hand.Said.Count);
        await page.Context.DisposeAsync();

        Task Ask(string what, string link, Func<Task> answered) => hand.Takes(what, Most, async () =>
        {
            await page.GotoAsync("/");
            await hand.Click(page.GetByRole(AriaRole.Navigation, new() { Name = "Places" }).GetByRole(AriaRole.Link, new() { Name = "Privacy", Exact = true }));
            await hand.Click(page.GetByRole(AriaRole.Link, new() { Name = link }));
            await answered();
        });
    }
}
