using System.Net;
using Microsoft.Playwright;
using Mooring.Clinical;
using Mooring.Clinical.Patients;
using Mooring.SystemTests.Clinics;
using Mooring.SystemTests.Tour;

namespace Mooring.SystemTests.TakingIn;

public class OnTheirPhone
{
    [Fact]
    public async Task The_patient_opens_the_link_and_answers_a_questionnaire_one_item_a_page()
    {
        await using var clinic = await TestClinic.Start(Engine.Sqlite);
        var patient = await clinic.Refer();
        var page = await Enter(clinic, patient);

        await page.GetByRole(AriaRole.Link, new() { Name = "Patient Health Questionnaire" }).ClickAsync();
        await page.Press("Begin");
        for (var item = 1; item <= 10; item++)
        {
            await page.GetByText($"Question {item} of 10").WaitForAsync();
            if (item == 1)
                await Shots.Take(page, "my-questionnaire");
            await page.Locator(".choice").Nth(item == 9 ? 1 : 0).ClickAsync();
            await page.Press("Next");
        }

        await page.Press("Send my answers");

        await page.GetByText("Your answers are with the clinic").WaitForAsync();
        Assert.True(await page.GetByText("want to talk with you soon").IsVisibleAsync());
        await Shots.Take(page, "my-questionnaire-done");
        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task The_patient_tells_the_history_in_spanish_and_the_nurse_sees_it()
    {
        await using var clinic = await TestClinic.Start(Engine.Sqlite);
        var patient = await clinic.Refer(language: Language.Spanish);
        var page = await Enter(clinic, patient);

        await Shots.Take(page, "my-home-es");
        await page.GotoAsync("/my/history");
        await page.GetByLabel("Presión alta", new() { Exact = true }).CheckAsync();
        await Shots.Take(page, "my-history-conditions-es");
        await Next(page);
        for (var group = 0; group < 3; group++)
        {
            await page.GetByLabel("Nada de esto").CheckAsync();
            await Next(page);
        }

        await page.GetByLabel("Nombre de la medicina").FillAsync("lorazepam");
        await page.Press("Agregar");
        await page.GetByText("lorazepam").First.WaitForAsync();
        await Shots.Take(page, "my-history-medicines-es");
        Assert.Contains("es", await page.GetAttributeAsync("html", "lang"));
        await page.GetByRole(AriaRole.Link, new() { Name = "Parar aquí" }).ClickAsync();
        await page.GotoAsync("/my/history");
        await page.GetByText("¿Qué medicinas toma ahora?").WaitForAsync();
        await page.Context.DisposeAsync();

        var nurse = await Browser.Page(clinic, Role.Nurse);
        await nurse.GotoAsync($"/patients/{patient}/history");
        Assert.True(await nurse.GetByText("Hypertension").First.IsVisibleAsync());
        Assert.Equal(2, await nurse.GetByText("told by the patient").CountAsync());
        await Shots.Take(nurse, "patient-history");
        await nurse.Press(nurse.Locator("#medicines").GetByRole(AriaRole.Button, new() { Name = "Mark as reviewed" }));
        await nurse.Locator("#medicines").GetByText("Ben Rowan").WaitForAsync();
        await nurse.Context.DisposeAsync();
    }

    [Fact]
    public async Task Another_patients_sheet_is_not_there()
    {
        await using var clinic = await TestClinic.Start(Engine.Sqlite);
        var (own, another) = (await clinic.Refer(), await clinic.Refer("Theo"));
        var sheet = (await clinic.Enter(own, "phq-9", Intakes.Calm)).Value!;
        var page = await Enter(clinic, another);

        var answer = await page.GotoAsync($"/my/questionnaire/{sheet.Id}");
        var staffPage = await page.GotoAsync($"/patients/{own}");

        Assert.Equal((int)HttpStatusCode.NotFound, answer!.Status);
        Assert.Contains("/not-yours", staffPage!.Url, StringComparison.Ordinal);
        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task A_wrong_birth_date_is_refused_in_words_and_help_is_there_before_anybody_is_known()
    {
        await using var clinic = await TestClinic.Start(Engine.Sqlite);
        var page = await Browser.Page(clinic, width: 390, height: 844);
        await page.GotoAsync($"/p/{await clinic.OwnLink(await clinic.Refer())}");

        await Born(page, "1990");

        await page.GetByText("do not go together").WaitForAsync();
        await Shots.Take(page, "my-door-refused");
        await page.GetByRole(AriaRole.Link, new() { Name = "Help me now" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Call 988" }).WaitForAsync();
        await Shots.Take(page, "my-help");
        await page.Context.DisposeAsync();
    }

    private static async Task<IPage> Enter(TestClinic clinic, Id<Patient> patient)
    {
        var page = await Browser.Page(clinic, width: 390, height: 844);
        await page.GotoAsync($"/p/{await clinic.OwnLink(patient)}");
        await Born(page, "1984");
        await page.WaitForURLAsync("**/my");
        return page;
    }

    private static async Task Born(IPage page, string year)
    {
        await page.Locator("#month").FillAsync("3");
        await page.Locator("#day").FillAsync("9");
        await page.Locator("#year").FillAsync(year);
        await page.Press(page.Locator(".step-foot button"));
    }

    private static Task Next(IPage page) => page.Press("Siguiente");
}
