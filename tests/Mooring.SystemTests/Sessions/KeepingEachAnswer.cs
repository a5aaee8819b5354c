using Microsoft.Playwright;
using Mooring.Clinical;
using Mooring.Clinical.Sessions.Clearance;
using Mooring.Demo;
using Mooring.SystemTests.Clinics;

namespace Mooring.SystemTests.Sessions;

/// <summary>A checklist that keeps each answer as it is tapped, over a network that is slow.</summary>
public class KeepingEachAnswer
{
    private readonly SetClock clock = new(new(2026, 3, 2, 15, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task Sends_the_whole_form_after_the_answers_that_are_still_on_their_way()
    {
        await using var clinic = await TestClinic.Start(Engine.Sqlite, clock);
        var (bedside, nurse) = await AtTheChecklist(clinic);
        var asked = (await bedside.Find())!.Gates.First(gate => gate.AsksFor is not null && gate.By.Contains(Role.Nurse)).Id;
        var goesOn = new TaskCompletionSource();
        await nurse.RouteAsync("**/gates", async route =>
        {
            if (route.Request.Method == "POST" && !route.Request.IsNavigationRequest)
                await goesOn.Task;
            await route.ContinueAsync();
        });

        await nurse.Locator($"#{asked} input[value=Met]").CheckAsync();
        await nurse.FillAsync($"#value-{asked}", "as typed last");
        await nurse.GetByRole(AriaRole.Button, new() { Name = "Save answers" }).ClickAsync();
        await nurse.Locator("form[data-waits]").WaitForAsync();
        goesOn.SetResult();
        await nurse.WaitForURLAsync(url => !url.EndsWith("/gates", StringComparison.Ordinal));

        Assert.Equal("as typed last", (await bedside.Find())!.Answers[asked].Value);
        await nurse.Context.DisposeAsync();
    }

    private async Task<(Bedside, IPage)> AtTheChecklist(TestClinic clinic)
    {
        var bedside = await Bedside.Arriving(clinic, clock);
        await bedside.CheckIn();
        var nurse = await Browser.Page(clinic, Role.Nurse, width: 1024, height: 768, isTouched: true);
        await nurse.GotoAsync($"/sessions/{bedside.Session}/gates");
        return (bedside, nurse);
    }
}
