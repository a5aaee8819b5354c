using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Mooring.Clinical;
using Mooring.Clinical.Screening;
using Mooring.Practice.Planning;
using Mooring.SystemTests.Clinics;
using Mooring.SystemTests.Tour;

namespace Mooring.SystemTests.Courses;

public class PagesOfACourse
{
    private static readonly string[] Pages = ["screening", "consent", "plan", "course", "baseline", "holds", "adverse", "plan/new", "plan/new?protocol=CRPS-IV-INPT&beside=KAP-SL&beside=EOL-PO", "expect", "visits", "notes", "follow-up", "outcomes", "review", "consent/sign?protocol=KAP-IM"];

    [Fact]
    public async Task Are_there_before_and_after_a_plan_and_for_nobody_unknown()
    {
        await using var care = await CareClinic.WithSomeoneKnown(start: true);
        using var prescriber = await care.Clinic.Visitor(Role.Prescriber);

        var before = await Walk(prescriber, care.Patient.Value);
        // The last page handed the device over.
        await prescriber.GetAsync(await care.Clinic.LinkFor(Role.Prescriber), TestContext.Current.CancellationToken);
        await care.FindEligible();
        await care.Consent();
        Assert.Empty((await care.Sign(CareClinic.PlanForm("50"))).Refusals);
        Assert.Empty((await care.Answer("phq-9", 2, 2, 2, 2, 2, 2, 2, 1, 0)).Refusals);
        var after = await Walk(prescriber, care.Patient.Value);
        await prescriber.GetAsync(await care.Clinic.LinkFor(Role.Prescriber), TestContext.Current.CancellationToken);
        var unknown = await Walk(prescriber, Guid.CreateVersion7(care.Clock.Now));

        Assert.All(before, page => Assert.Equal((page.Page, HttpStatusCode.OK), (page.Page, page.Status)));
        Assert.All(after, page => Assert.Equal((page.Page, HttpStatusCode.OK), (page.Page, page.Status)));
        Assert.All(unknown, page => Assert.Equal((page.Page, HttpStatusCode.NotFound), (page.Page, page.Status)));
    }

    [Fact]
    public async Task Take_a_decision_a_consent_and_a_plan_by_their_forms()
    {
        await using var care = await CareClinic.WithSomeoneKnown(start: true);
        var page = await Browser.Page(care.Clinic, Role.Prescriber);
        var address = $"/patients/{care.Patient}";

        await page.GotoAsync($"{address}/screening?protocol=KAP-IM");
        await page.GetByLabel("Eligible", new() { Exact = true }).CheckAsync();
        foreach (var box in await page.Locator("input[name^='Form.Reasons']").AllAsync())
            await box.FillAsync("Looked into; see letter.");
        await Shot(page, "screening");
        await page.Press("Record the decision");
        Assert.Equal("Waits for the medical director", await page.InnerTextAsync("#director h2"));
        await Shot(page, "screening-director");
        Assert.Empty((await care.Agree((await care.Standing())!.Decision.Id, CareClinic.Director)).Refusals);
        var standing = await care.Standing();

        await page.GotoAsync($"{address}/consent/sign?protocol=KAP-IM");
        await page.FillAsync("#signature", "Noor Willow");
        await page.Press("I agree and sign");
        var refused = await page.Locator(".error-summary li").CountAsync();
        await Shot(page, "consent-refused");
        Assert.Empty((await care.Consent()).Refusals);

        await page.GotoAsync((await care.Clinic.LinkFor(Role.Prescriber)).ToString());
        await page.GotoAsync($"{address}/plan/new");
        await page.FillAsync("#weight", "72.5");
        await page.FillAsync("#weighedOn", "2026-03-02");
        await page.FillAsync("#dose", "60");
        await page.Locator("input[name='Form.DoseUnit'][value='mg']").CheckAsync();
        await page.FillAsync("#firstDosing", "2026-03-17");
        await page.FillAsync("#indication", "Depression, as the letter says.");
        await page.Press("Calculate");
        await page.FillAsync("#first-dose", "Tolerated 60 mg elsewhere.");
        var preview = await page.Locator("#preview").InnerTextAsync();
        await Shot(page, "plan-new");
        await page.Press("Sign the plan");
        await Shot(page, "plan");
        var plan = await care.Ask(Role.Prescriber, services => services.GetRequiredService<PlanDesk>().Current(care.Patient, CancellationToken.None));
        foreach (var each in new[] { "screening", "consent", "visits", "expect", "notes", "follow-up", "review", "outcomes" })
        {
            await page.GotoAsync($"{address}/{each}");
            await Shot(page, each);
        }

        Assert.Equal(EligibilityChoice.Eligible, standing?.Decision.Choice);
        Assert.Contains("Kamp 2020 (pooled), version 1", preview, StringComparison.Ordinal);
        Assert.Contains("not for choosing or changing a dose", preview, StringComparison.Ordinal);
        Assert.True(refused > 1, "A consent without answers was not refused.");
        Assert.Equal("Depression, as the letter says.", plan?.What.Reasons[Clinical.Courses.Plan.Indication]);
        Assert.Equal("Tolerated 60 mg elsewhere.", plan?.What.Reasons["first-dose"]);
        Assert.Equal(DoseRoute.Im, care.Clinic.Services.GetRequiredService<Mooring.Content.Library.CourseContent>().Protocol(plan!.What.ProtocolId)!.Route);
    }

    private static async Task<IReadOnlyList<(string Page, HttpStatusCode Status)>> Walk(HttpClient visitor, Guid patient)
    {
        List<(string, HttpStatusCode)> found = [];
        foreach (var page in Pages)
        {
            using var answer = await visitor.GetAsync(new Uri($"/patients/{patient}/{page}", UriKind.Relative));
            found.Add((page, answer.StatusCode));
        }

        return found;
    }

    private static async Task Shot(Microsoft.Playwright.IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("MOORING_SHOTS") is { Length: > 0 } folder)
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}.png"), FullPage = true });
    }
}
