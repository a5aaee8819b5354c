using Microsoft.Playwright;
using Mooring.Clinical;
using Mooring.Clinical.Sessions.Leaving;
using Mooring.SystemTests.Clinics;

namespace Mooring.SystemTests.Tour;

/// <summary>Recovery: the patient leaves when nothing stands in the way, and the record is signed.</summary>
internal sealed class OutOfTheDoor(RunningClock clock, AtTheChair chair, IPage nurse, IPage prescriber)
{
    /// <summary>What stands in the way of leaving now.</summary>
    public async Task<string> TryToLeave()
    {
        await nurse.GotoAsync($"{chair.Home}/discharge");
        Assert.True(await nurse.GetByRole(AriaRole.Button, new() { Name = "Discharge", Exact = true }).IsDisabledAsync());
        return await nurse.Locator(".notice:has-text('Still in the way')").InnerTextAsync();
    }

    public async Task WaitUntilTheStayIsOver()
    {
        clock.Pass((await chair.Now()).EarliestDischarge!.Value - clock.GetUtcNow() + TimeSpan.FromMinutes(1));
        await chair.Vitals.ByKeys();
        // Two pressures, a quarter of an hour apart.
        clock.Pass(TimeSpan.FromMinutes(16));
        await chair.Vitals.ByKeys();
    }

    public async Task AnswerTheCriteria()
    {
        await BookTheNextContact();
        await nurse.GotoAsync($"{chair.Home}/discharge");
        foreach (var yes in await nurse.Locator("input[type=radio][value=Met]").AllAsync())
            await yes.CheckAsync();
        foreach (var asked in await nurse.Locator("input[id^='value-']").AllAsync())
            await asked.FillAsync("as the form asks");
        await nurse.Done("Save answers");
    }

    // What the plan lays out next stands there already; the hour is missing. A reason books it over what may stand against it.
    private async Task BookTheNextContact()
    {
        await nurse.GotoAsync($"{chair.Home}/discharge");
        var button = nurse.GetByRole(AriaRole.Button, new() { Name = "Book the next contact", Exact = true });
        await nurse.Fill(("#time", "10:00"));
        await nurse.Press(button);
        if (await nurse.Locator("#override").CountAsync() > 0)
        {
            await nurse.Fill(("#override", "Called between two others"));
            await nurse.Press(button);
        }

        Assert.Contains(" 10:00 AM with ", await nurse.Locator("#book-contact").InnerTextAsync(), StringComparison.Ordinal);
    }

    public async Task HandOverAndLeave()
    {
        await nurse.GotoAsync($"{chair.Home}/discharge");
        await nurse.Fill(("#name", "Robin Willow"), ("#relationship", "sister"), ("#phone", "+1 555 0100"));
        await nurse.Locator("input[name='Guide.Verified'][type=checkbox]").CheckAsync();
        await nurse.Done("Hand over");
        await nurse.GotoAsync($"{chair.Home}/instructions");
        await nurse.GetByLabel("To the patient").CheckAsync();
        await nurse.GetByLabel("To the escort").CheckAsync();
        await nurse.Done("Instructions were given");
        await nurse.GotoAsync($"{chair.Home}/discharge");
        await nurse.Done("Discharge");
    }

    public async Task Sign()
    {
        var signatures = (await chair.Now()).Pack.Discharge.Signatures;
        foreach (var page in new[] { (Role: Role.Nurse, Page: nurse), (Role: Role.Prescriber, Page: prescriber) }.Where(each => signatures.Contains(each.Role)).Select(each => each.Page))
        {
            await page.GotoAsync($"{chair.Home}/sign");
            await page.Done("Sign");
        }
    }

    public async Task<string> ReadTheRecord()
    {
        await prescriber.GotoAsync($"{chair.Home}/record");
        return await prescriber.Locator("article.record").InnerTextAsync();
    }

    public async Task<byte[]> PrintTheRecord()
    {
        var file = await prescriber.APIRequest.GetAsync($"{chair.Home}/record.pdf");
        Assert.Equal(("application/pdf", 200), (file.Headers["content-type"], file.Status));
        return await file.BodyAsync();
    }
}
