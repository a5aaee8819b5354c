using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Mooring.Clinical;
using Mooring.Clinical.Settings;
using Mooring.Practice.Consents;
using Mooring.Practice.Education;
using Mooring.Practice.Settings;
using Mooring.SystemTests.Clinics;
using Mooring.SystemTests.TakingIn;
using Mooring.SystemTests.Tour;

namespace Mooring.SystemTests.Courses;

public class ReadingAboutThePlan
{
    [Fact]
    public async Task Is_done_on_their_phone_in_the_language_they_chose()
    {
        await using var care = await WithAPlan();
        await care.Ask(Role.Manager, services => services.GetRequiredService<SettingsDesk>().Change(
            new IdentityChange(care.Clinic.Clinic.Name, care.Clinic.Clinic.TimeZone, "(312) 555-0147", IsMonitoredSetting: false, IsZoneMeant: false), 0, CancellationToken.None));
        var page = await Enter(care);
        List<string> wrong = [];

        foreach (var language in new[] { "en", "es" })
        {
            await page.GotoAsync($"/my/language/{language}");
            await Shots.Take(page, $"my-home-{language}");
            foreach (var text in EducationDesk.Texts)
            {
                var answer = await page.GotoAsync($"/my/expect/{text}");
                await Shots.Take(page, $"my-{text}-{language}");
                wrong.AddRange((await Axe.Broken(page)).Select(says => $"{text} {language}: {says}"));
                Assert.Equal((int)HttpStatusCode.OK, answer!.Status);
                Assert.Equal(language, await page.Locator("article.told").GetAttributeAsync("lang"));
                Assert.DoesNotContain("{", await page.Locator("article.told").InnerTextAsync(), StringComparison.Ordinal);
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.Contains("3 sesiones, cada dos semanas", await page.Locator("#faq-how-many").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("(312) 555-0147", await page.Locator("#faq-not-better").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal((int)HttpStatusCode.NotFound, (await page.GotoAsync("/my/expect/another"))!.Status);
        await page.GotoAsync("/my/help");
        Assert.Equal("tel:3125550147", await page.GetByRole(AriaRole.Link, new() { Name = "(312) 555-0147" }).GetAttributeAsync("href"));
        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task Is_in_the_languages_that_the_clinic_offers()
    {
        await using var care = await WithAPlan();
        var page = await Enter(care);
        await page.GotoAsync("/my/language/es");
        Assert.Equal("es", await page.Locator("html").GetAttributeAsync("lang"));

        Assert.Empty((await care.Ask(Role.Manager, services => services.GetRequiredService<SettingsDesk>().Change(
            new LanguagesChange([Clinical.Patients.Language.English]), 0, CancellationToken.None))).Refusals);
        await page.ReloadAsync();

        Assert.Equal("en", await page.Locator("html").GetAttributeAsync("lang"));
        Assert.Equal(0, await page.Locator("a[href^='/my/language/']").CountAsync());
        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task Is_the_same_for_staff_in_either_language_and_on_paper()
    {
        await using var care = await WithAPlan();
        var page = await Browser.Page(care.Clinic, Role.Nurse, 1024, 768);

        await page.GotoAsync($"/patients/{care.Patient}/expect?text=faq&language=es");
        await Shots.Take(page, "staff-faq-es");
        Assert.True(await page.GetByText("A manager writes it under Settings").IsVisibleAsync());
        Assert.Contains("Pida en la recepción", await page.Locator("#faq-not-better").InnerTextAsync(), StringComparison.Ordinal);

        await page.GotoAsync($"/patients/{care.Patient}/expect?text=after-visit");
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        await Shots.Take(page, "staff-after-visit-print");
        Assert.False(await page.Locator(".top").IsVisibleAsync());
        Assert.True(await page.GetByText("Noor Willow, Harbor Test Clinic").IsVisibleAsync());
        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task Comes_before_consent_which_asks_about_touch_and_keeps_the_answer()
    {
        await using var care = await CareClinic.WithSomeoneTakenIn(start: true);
        var page = await Browser.Page(care.Clinic, Role.Nurse, 1440, 900);
        await page.GotoAsync($"/patients/{care.Patient}/consent");
        await Shots.Take(page, "consent-1440");
        await page.SetViewportSizeAsync(1024, 768);
        await Shots.Take(page, "consent-1024");
        await page.GotoAsync($"/patients/{care.Patient}/consent/sign?protocol=KAP-IM");
        await Shots.Take(page, "consent-sign-1024");
        await page.SetViewportSizeAsync(390, 844);
        await Shots.Take(page, "consent-sign-390");

        Assert.True(await page.GetByText("You get it as a shot in a muscle", new() { Exact = false }).IsVisibleAsync());
        Assert.DoesNotContain("{", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        foreach (var statement in await page.Locator("input[type=checkbox]").AllAsync())
            await statement.CheckAsync();
        foreach (var right in new[] { "driving=day-and-night", "approved=not-approved", "feeling=expected", "undo=stay-with", "touch=choose", "crisis=call", "stopping=any-time" })
            await page.Locator($"input[name='Form.Answers[{right.Split('=')[0]}]'][value='{right.Split('=')[1]}']").CheckAsync();
        foreach (var refused in new[] { "may-touch", "may-record", "may-photograph" })
            await page.Locator($"input[name='Form.Permissions[{refused}]'][value='no']").CheckAsync();
        await page.FillAsync("#signature", "Noor Willow");
        await page.GetByRole(AriaRole.Button, new() { Name = "I agree and sign" }).ClickAsync();
        await page.WaitForURLAsync("**/handed-over");
        await Shots.Take(page, "handed-over");
        await page.GotoAsync((await care.Clinic.LinkFor(Role.Nurse)).ToString());
        await page.GotoAsync($"/patients/{care.Patient}/consent");
        await page.SetViewportSizeAsync(1440, 900);
        await Shots.Take(page, "consent-given-1440");

        var kept = Assert.Single(await care.Ask(Role.Nurse, services => services.GetRequiredService<ConsentDesk>().Given(care.Patient, CancellationToken.None)));
        Assert.False(kept.Signing.Permissions["may-touch"]);
        Assert.Equal(Clinical.DoseRoute.Im, kept.About?.Route);
        Assert.True(await page.GetByText("hold your hand").IsVisibleAsync());
        await page.Context.DisposeAsync();
    }

    private static async Task<CareClinic> WithAPlan()
    {
        var care = await CareClinic.WithSomeoneKnown(start: true);
        await care.FindEligible();
        Assert.Empty((await care.Consent()).Refusals);
        Assert.Empty((await care.Sign(CareClinic.PlanForm("50"))).Refusals);
        return care;
    }

    private static async Task<IPage> Enter(CareClinic care)
    {
        var page = await Browser.Page(care.Clinic, width: 390, height: 844);
        await page.GotoAsync($"/p/{await care.Clinic.OwnLink(care.Patient)}");
        foreach (var (part, value) in new[] { ("month", "3"), ("day", "9"), ("year", "1984") })
            await page.Locator($"#{part}").FillAsync(value);
        await page.Locator(".step-foot button").ClickAsync();
        await page.WaitForURLAsync("**/my");
        return page;
    }
}
