using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Mooring.Clinical;
using Mooring.Clinical.Patients;
using Mooring.Clinical.Screening;
using Mooring.Practice.Histories;
using Mooring.SystemTests.Clinics;
using Mooring.SystemTests.Courses;

namespace Mooring.SystemTests.TakingIn;

public class BeforeConsent
{
    [Fact]
    public async Task What_was_ticked_at_home_stands_as_asked_and_the_statement_in_the_history()
    {
        await using var care = await CareClinic.WithSomeoneTakenIn(start: true);
        await care.Clinic.AsPatient(care.Patient, services => services.GetRequiredService<HistoryDesk>().Change(
            care.Patient, [new QuestionsChosen(["cost"]), new StatedComplete("Noor Willow")], CancellationToken.None));
        var page = await Browser.Page(care.Clinic, Role.Nurse);

        await page.GotoAsync($"/patients/{care.Patient}/consent/sign?protocol=KAP-IM");
        var asked = await page.InputValueAsync("#asked");
        await page.GotoAsync((await care.Clinic.LinkFor(Role.Nurse)).ToString());
        await page.GotoAsync($"/patients/{care.Patient}/history");

        Assert.Equal("What does it cost me?", asked);
        Assert.True(await page.GetByText("Noor Willow, that nothing was left out").IsVisibleAsync());
        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task Somebody_who_is_not_eligible_gets_a_letter_and_nobody_else_does()
    {
        await using var care = await CareClinic.WithSomeoneKnown(start: true);
        var page = await Browser.Page(care.Clinic, Role.Nurse);
        await page.GotoAsync($"/patients/{care.Patient}/screening/letter");
        Assert.True(await page.GetByText("There is no letter to write").IsVisibleAsync());

        Assert.Empty((await care.Decide(new() { Choice = EligibilityChoice.NotEligible, Reason = "Severe liver disease." })).Refusals);
        var answer = await page.GotoAsync($"/patients/{care.Patient}/screening/letter?language=es");
        await Shots.Take(page, "letter-es");

        Assert.Equal((int)HttpStatusCode.OK, answer!.Status);
        Assert.True(await page.GetByText("pulsos magnéticos").IsVisibleAsync());
        Assert.DoesNotContain("liver", await page.Locator("article.told").InnerTextAsync(), StringComparison.OrdinalIgnoreCase);
        await page.Context.DisposeAsync();
    }
}
