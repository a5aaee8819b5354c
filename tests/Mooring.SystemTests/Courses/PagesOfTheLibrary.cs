using System.Net;
using Microsoft.Playwright;
using Mooring.Clinical;
using Mooring.Clinical.Facts;
using Mooring.Clinical.Patients;
using Mooring.SystemTests.Clinics;
using Mooring.SystemTests.Tour;

namespace Mooring.SystemTests.Courses;

public class PagesOfTheLibrary
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Role.Prescriber)]
    [InlineData(Role.FrontDesk)]
    public async Task Are_there_for_all_staff_and_not_for_an_item_that_is_not(Role role)
    {
        await using var clinic = await TestClinic.Start(Engine.Sqlite);
        using var visitor = await clinic.Visitor(role);

        foreach (var page in (string[])["", "/rules/ci-preg", "/protocols/trd-iv-std", "/instruments/phq-9", "/monitoring/iv", "/adverse-events/catalogue",
            "/consent/ketamine-off-label.es", "/education/expect.en", "/kinetics/kamp-2020", "/general/dosing", "/references/murrough-2013"])
        {
            using var answer = await visitor.GetAsync(new Uri($"/library{page}", UriKind.Relative), Cancel);
            Assert.Equal((page, HttpStatusCode.OK), (page, answer.StatusCode));
        }

        using var none = await visitor.GetAsync(new Uri("/library/rules/ci-none", UriKind.Relative), Cancel);
        Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
    }

    [Fact]
    public async Task Find_a_rule_by_words_and_let_the_medical_director_sign_it()
    {
        await using var clinic = await TestClinic.Start(Engine.Sqlite);
        var page = await Browser.Page(clinic, Role.MedicalDirector);

        await page.GotoAsync("/library");
        await page.FillAsync("#words", "monoamine 140");
        await page.Press("Search");
        var listed = await page.Locator("tbody a").AllInnerTextsAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "IX-MAOI" }).ClickAsync();
        await page.WaitForURLAsync("**/library/rules/*");
        var before = await page.Locator("article .tag[data-level=care]").CountAsync();
        await page.Press("Sign as read");
        await page.Locator(".signature").WaitForAsync();

        Assert.Equal(["IX-MAOI"], listed);
        Assert.Equal(1, before);
        Assert.Contains("Juno Hawthorn", await page.Locator(".signature").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await page.Locator("article .tag[data-level=care]").CountAsync());
    }

    [Fact]
    public async Task Say_on_every_page_that_leans_on_it_that_an_eligibility_no_longer_holds()
    {
        await using var care = await CareClinic.WithSomeoneKnown(start: true);
        await care.FindEligible();
        await care.Consent();
        Assert.Empty((await care.Sign(CareClinic.PlanForm("50"))).Refusals);
        using var prescriber = await care.Clinic.Visitor(Role.Prescriber);
        string[] pages = ["", "/plan", "/visits", "/consent", "/history"];
        foreach (var page in pages)
            Assert.DoesNotContain("Eligibility no longer holds", await Text(page), StringComparison.Ordinal);

        await care.Tell(new ConditionReported(new("Aneurysm", "I72.9", null, ConditionStatus.Active)));

        foreach (var page in pages)
            Assert.Contains("Eligibility no longer holds", await Text(page), StringComparison.Ordinal);
        Assert.Contains("no longer to be relied on", await Text("/screening"), StringComparison.Ordinal);
        Assert.Contains("The last one no longer holds", await Text("/plan/new"), StringComparison.Ordinal);

        async Task<string> Text(string page) => await prescriber.GetStringAsync(new Uri($"/patients/{care.Patient}{page}", UriKind.Relative), Cancel);
    }
}
