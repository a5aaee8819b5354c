using System.Net;
using Microsoft.Playwright;
using Mooring.Clinical;
using Mooring.SystemTests.Clinics;
using Mooring.SystemTests.Tour;

namespace Mooring.SystemTests.TakingIn;

public class AtTheDesk
{
    [Fact]
    public async Task The_prescriber_settles_the_suicide_risk_step_before_anything_else()
    {
        await using var clinic = await TestClinic.Start(Engine.Sqlite);
        var patient = await clinic.Refer();
        await clinic.Enter(patient, "phq-9", Intakes.Worrying);
        var page = await Browser.Page(clinic, Role.Prescriber);

        await page.GotoAsync("/");
        await Shots.Take(page, "today-prescriber");
        await page.GotoAsync($"/patients/{patient}");
        await Shots.Take(page, "patient-risk-open");
        await page.GetByRole(AriaRole.Link, new() { Name = "Go on" }).ClickAsync();
        await page.GetByText("the screener is needed").WaitForAsync();
        await Shots.Take(page, "patient-risk");
        foreach (var (item, answer) in new[] { ("1", 1), ("2", 0), ("6", 0) })
            await page.Locator($"input[name='item.{item}'][value='{answer}']").CheckAsync();
        await page.Press("Save these answers");
        await page.GetByLabel("Assessment").FillAsync("Passive thoughts, no plan. Safety plan written, sister told.");
        await Shots.Take(page, "patient-risk-decide");
        await page.Press("Record under my name");

        await page.GetByText("Get the questionnaires").WaitForAsync();
        Assert.Equal(0, await page.GetByText("The suicide-risk step is open").CountAsync());
        await Shots.Take(page, "patient");
        await page.GotoAsync($"/patients/{patient}/questionnaires");
        await Shots.Take(page, "patient-questionnaires");
        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task A_nurse_enters_a_sheet_from_paper_and_a_weight()
    {
        await using var clinic = await TestClinic.Start(Engine.Sqlite);
        var patient = await clinic.Refer();
        var page = await Browser.Page(clinic, Role.Nurse);

        await page.GotoAsync($"/patients/{patient}/questionnaires/enter/gad-7?occasion=intake");
        for (var item = 1; item <= 7; item++)
            await page.Locator($"input[name='item.{item}'][value='2']").CheckAsync();
        await page.Press("Save and score");
        await page.GetByText("14, moderate").WaitForAsync();
        await page.GotoAsync($"/patients/{patient}/history");
        await page.Locator("#measurements #value").FillAsync("about 71");
        await page.Press(page.Locator("#measurements").GetByRole(AriaRole.Button, new() { Name = "Add" }));
        await page.GetByText("is not a number").First.WaitForAsync();
        await page.Locator("#measurements #value").FillAsync("71,4");
        await page.Press(page.Locator("#measurements").GetByRole(AriaRole.Button, new() { Name = "Add" }));

        await page.GetByText("71.4 kg").First.WaitForAsync();
        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task The_front_desk_makes_the_link_and_sees_no_clinical_record()
    {
        await using var clinic = await TestClinic.Start(Engine.Sqlite);
        var patient = await clinic.Refer();
        await clinic.Enter(patient, "phq-9", Intakes.Worrying);
        var page = await Browser.Page(clinic, Role.FrontDesk);

        await page.GotoAsync($"/patients/{patient}");
        var seen = await page.ContentAsync();
        await page.GotoAsync($"/patients/{patient}/link");
        await page.Press("Create portal link");

        Assert.Contains("/p/", await page.Locator("#made").InputValueAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("PHQ", seen, StringComparison.Ordinal);
        Assert.DoesNotContain("suicide", seen, StringComparison.OrdinalIgnoreCase);
        await Shots.Take(page, "patient-link");
        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task The_pronouns_are_recorded_once_and_stand_in_the_head_of_each_page()
    {
        await using var clinic = await TestClinic.Start(Engine.Sqlite);
        var patient = await clinic.Refer();
        var page = await Browser.Page(clinic, Role.FrontDesk);

        await page.GotoAsync($"/patients/{patient}/person");
        Assert.Equal(0, await page.Locator(".banner").GetByText("Pronouns").CountAsync());
        await page.GetByLabel("they", new() { Exact = true }).CheckAsync();
        await page.Press("Save");
        await page.Locator(".banner dt", new() { HasText = "Pronouns" }).WaitForAsync();
        Assert.Equal("they", await page.Locator(".banner div:has(> dt:text-is('Pronouns')) > dd").InnerTextAsync());

        await page.GotoAsync($"/patients/{patient}/person");
        await page.GetByLabel("other", new() { Exact = true }).Last.CheckAsync();
        await page.GetByLabel("Other pronouns").FillAsync(new string('x', 41));
        await page.Press("Save");
        await page.GetByText("40 letters at most").First.WaitForAsync();
        await page.GetByLabel("Other pronouns").FillAsync("xe");
        await page.Press("Save");
        await page.Locator(".banner dd", new() { HasText = "xe" }).WaitForAsync();
        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task The_manager_invites_and_the_invited_chooses_a_password()
    {
        await using var clinic = await TestClinic.Start(Engine.Sqlite);
        var page = await Browser.Page(clinic, Role.Manager);

        await page.GotoAsync("/staff");
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync("Lena Birch");
        await page.GetByLabel("User name").FillAsync("lena");
        await page.Press("Invite");
        Assert.Contains("Choose the role", await page.Refused(), StringComparison.Ordinal);
        await page.Choose("Form.Role", "Nurse");
        await page.Press("Invite");
        var link = await page.Locator("#join").InputValueAsync();
        await Shots.Take(page, "staff");
        var joining = await Browser.Page(clinic);
        await joining.GotoAsync(link);
        await joining.Locator("#password").FillAsync("a calm sentence of mine");
        await joining.Locator("#again").FillAsync("a calm sentence of mine");
        await joining.Press("Join");

        await joining.GetByText("Lena Birch, nurse").WaitForAsync();
        await page.Context.DisposeAsync();
        await joining.Context.DisposeAsync();
    }

    [Fact]
    public async Task Nobody_by_that_id_is_not_found()
    {
        await using var clinic = await TestClinic.Start(Engine.Sqlite);
        var (own, another) = (await clinic.Refer(), await clinic.Refer("Theo"));
        var sheet = (await clinic.Enter(own, "phq-9", Intakes.Calm)).Value!;
        using var nurse = await clinic.Visitor(Role.Nurse);

        foreach (var path in new[] { $"/patients/{Guid.Empty}", $"/patients/{Guid.Empty}/history", $"/patients/{Guid.Empty}/risk", $"/patients/{another}/questionnaires/{sheet.Id}" })
        {
            using var answer = await nurse.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
    }
}
