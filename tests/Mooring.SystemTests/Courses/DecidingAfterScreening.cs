using Microsoft.Playwright;
using Mooring.Clinical;
using Mooring.Clinical.Screening;
using Mooring.SystemTests.Clinics;
using Mooring.SystemTests.Tour;

namespace Mooring.SystemTests.Courses;

/// <summary>A prescriber's decision after screening, in the browser: from the own list of what waits to a decision that is kept.</summary>
public class DecidingAfterScreening
{
    [Fact]
    public async Task Takes_few_clicks_from_the_list_of_what_waits()
    {
        await using var care = await CareClinic.WithSomeoneKnown(start: true);
        await care.FillIn();
        await care.DoJobs();
        var page = await Browser.Page(care.Clinic, Role.Prescriber);
        await page.GotoAsync("/");
        var hand = new Hand();

        await hand.Takes("decide after screening", 5, async () =>
        {
            await hand.Click(page.GetByRole(AriaRole.Link, new() { Name = "Decide on screening: Noor W." }));
            await page.SelectOptionAsync("#protocol", CareClinic.Protocol);
            await hand.Click(page.GetByRole(AriaRole.Button, new() { Name = "Show", Exact = true }));
            await hand.Click(page.GetByLabel("Eligible", new() { Exact = true }));
            foreach (var box in await page.Locator("input[name^='Form.Reasons']").AllAsync())
                await box.FillAsync("Looked into; see the letter.");
            await hand.Click(page.GetByRole(AriaRole.Button, new() { Name = "Record the decision" }));
            await hand.Click(page.Locator("dialog.confirm button").First);
            await page.Locator(".notice, .error-summary").First.WaitForAsync();
            Assert.Equal("", string.Join('\n', await page.Locator(".error-summary li").AllInnerTextsAsync()));
        });

        TestContext.Current.TestOutputHelper!.WriteLine(string.Join('\n', hand.Said));
        Assert.Equal(EligibilityChoice.Eligible, (await care.Standing())!.Decision.Choice);
        await page.Context.DisposeAsync();
    }
}
