using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Mooring.Clinical;
using Mooring.Practice.Consents;
using Mooring.SystemTests.Clinics;
using Mooring.SystemTests.TakingIn;
using Mooring.SystemTests.Tour;

namespace Mooring.SystemTests.Courses;

/// <summary>The consent is read at home before the visit, and what was signed is read and printed after it.</summary>
public class TakingConsentHome
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Lets_the_patient_read_what_they_will_be_asked_to_sign_and_what_they_signed()
    {
        await using var care = await CareClinic.WithSomeoneKnown(start: true);
        await care.FindEligible();
        var page = await Browser.Page(care.Clinic, width: 390, height: 844);
        await page.GotoAsync($"/p/{await care.Clinic.OwnLink(care.Patient)}");
        foreach (var (part, value) in new[] { ("month", "3"), ("day", "9"), ("year", "1984") })
            await page.Locator($"#{part}").FillAsync(value);
        await page.Locator(".step-foot button").ClickAsync();
        await page.WaitForURLAsync("**/my");

        await page.GotoAsync("/my/consent");
        Assert.Contains("What I know", await page.InnerTextAsync("article.told"), StringComparison.Ordinal);
        Assert.Empty(await Axe.Broken(page));
        Assert.Empty((await care.Consent()).Refusals);
        await page.ReloadAsync();
        await page.Locator("a[href^='/my/consent/']").First.ClickAsync();

        Assert.Contains("Noor Willow", await page.InnerTextAsync("article.told .signature"), StringComparison.Ordinal);
        Assert.Empty(await Axe.Broken(page));
        Assert.Equal((int)HttpStatusCode.NotFound, (await page.GotoAsync($"/my/consent/{Guid.CreateVersion7(care.Clock.Now)}"))!.Status);
        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task Prints_the_very_text_that_was_signed_for_the_patient()
    {
        await using var care = await CareClinic.WithSomeoneKnown(start: true);
        await care.FindEligible();
        Assert.Empty((await care.Consent()).Refusals);
        var consent = Assert.Single(await care.Ask(Role.Nurse, services => services.GetRequiredService<ConsentDesk>().Given(care.Patient, Cancel)));
        var page = await Browser.Page(care.Clinic, Role.Nurse);

        await page.GotoAsync($"/patients/{care.Patient}/consent/{consent.Id}");
        var paper = await page.InnerTextAsync("article.told");

        Assert.Contains(consent.FormHash, paper, StringComparison.Ordinal);
        Assert.Contains(consent.Signing.ExplainedBy.Name, paper, StringComparison.Ordinal);
        Assert.Empty(await Axe.Broken(page));
        await page.Context.DisposeAsync();
    }
}
