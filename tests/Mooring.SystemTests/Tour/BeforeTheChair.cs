using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Mooring.Clinical;
using Mooring.Clinical.Patients;
using Mooring.Clinical.Screening;
using Mooring.Storage.Histories;
using Mooring.Storage.Library;
using Mooring.SystemTests.Clinics;
using Mooring.SystemTests.TakingIn;

namespace Mooring.SystemTests.Tour;

/// <summary>The way from the referral to a signed plan, in the browsers of those whose steps they are.</summary>
internal sealed class BeforeTheChair(TestClinic clinic, IPage nurse, IPage prescriber)
{
    private const string Protocol = "TRD-IV-STD";

    public Guid Patient { get; private set; }

    private string Home => $"/patients/{Patient}";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async Task Refer()
    {
        var page = await Browser.Page(clinic, Role.FrontDesk);
        await page.GotoAsync("/referrals/new");
        await page.FillAsync("#givenName", "Noor");
        await page.FillAsync("#familyName", "Willow");
        await page.FillAsync("#birthDate", "1984-03-09");
        await page.Locator("input[name='Form.Sex'][value=Female]").CheckAsync();
        await page.FillAsync("#from", "Dr. Willa Oakes");
        await page.FillAsync("#reason", "Two antidepressants did not help.");
        await page.Done("Take in");
        Patient = Guid.Parse(new Uri(page.Url).Segments[^1]);
        await page.Context.DisposeAsync();
    }

    public async Task AnswerOnHerPhone()
    {
        var page = await Browser.Page(clinic, width: 390, height: 844);
        await page.GotoAsync($"/p/{await clinic.OwnLink(new(Patient))}");
        await page.FillAsync("#month", "3");
        await page.FillAsync("#day", "9");
        await page.FillAsync("#year", "1984");
        await page.Locator(".step-foot button").ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Patient Health Questionnaire" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Begin" }).ClickAsync();
        for (var item = 1; item <= 10; item++)
        {
            await page.GetByText($"Question {item} of 10").WaitForAsync();
            await page.Locator(".choice").Nth(item == 9 ? 0 : 2).ClickAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "Next" }).ClickAsync();
        }

        await page.GetByRole(AriaRole.Button, new() { Name = "Send my answers" }).ClickAsync();
        await page.GetByText("Your answers are with the clinic").WaitForAsync();
        await page.Context.DisposeAsync();
    }

    /// <summary>What she told is entered; the nurse goes through each list with her.</summary>
    public async Task GoThroughHerHistory()
    {
        await clinic.As(Role.Nurse, async services =>
        {
            var questions = services.GetRequiredService<ClinicalLibrary>().Words.Questions.Keys;
            HistoryChange[] told =
            [
                new TrialTold(new("sertraline", 150, 9, 90, 20, true)),
                new TrialTold(new("venlafaxine", 225, 8, 90, 10, true)),
                new ConditionTold(new("Major depressive disorder, recurrent", "F33.2", null, ConditionStatus.Active)),
                .. questions.Select(question => new QuestionAnswered(question, question is "can-consent" or "has-escort")),
            ];
            Assert.Empty((await services.GetRequiredService<HistoryDesk>().Change(new(Patient), told, Cancel)).Refusals);
            var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
            foreach (var (measure, value) in Measured)
                Assert.Empty((await services.GetRequiredService<MeasurementDesk>().Add(new(Patient), Id<Measurement>.New(now), measure, value, now, Cancel)).Refusals);
        });
        await nurse.GotoAsync($"{Home}/history");
        foreach (var list in new[] { "conditions", "medicines", "allergies", "trials", "answers" })
        {
            await nurse.Press(nurse.Locator($"#{list}").GetByRole(AriaRole.Button, new() { Name = "Mark as reviewed with her" }));
            await nurse.Locator($"#{list}").GetByText("Ben Rowan").First.WaitForAsync();
        }
    }

    public async Task Decide()
    {
        await prescriber.GotoAsync($"{Home}/screening?protocol={Protocol}");
        await prescriber.GetByLabel("Eligible", new() { Exact = true }).CheckAsync();
        foreach (var box in await prescriber.Locator("input[name^='Form.Reasons']").AllAsync())
            await box.FillAsync("Gone through with her today.");
        if (await prescriber.Locator("#director").CountAsync() > 0)
            await prescriber.FillAsync("#director", "Dr. Quill Maple");
        await prescriber.Done("Record the decision");
    }

    /// <summary>First with a wrong answer to a question of the teach-back, then with the right ones.</summary>
    public async Task Consent()
    {
        await nurse.GotoAsync($"{Home}/consent/sign?protocol={Protocol}");
        var content = clinic.Services.GetRequiredService<CourseContent>();
        var form = content.Consent(content.Protocol(Protocol)!.Consent, "en");
        foreach (var statement in form.Statements)
            await nurse.Locator($"input[name='Form.Ticked[{statement.Id}]']").CheckAsync();
        foreach (var question in form.Questions)
            await Answer(question.Id, question == form.Questions[0] ? question.Choices.First(choice => choice.Id != question.Right).Id : question.Right);
        await nurse.FillAsync("#asked", "May my sister stay?");
        await nurse.FillAsync("#told", "Yes, until the dosing begins and again in recovery.");
        await nurse.FillAsync("#signature", "Noor Willow");
        await nurse.Press("I agree and sign");
        Assert.NotEqual("", await nurse.Refused());

        await Answer(form.Questions[0].Id, form.Questions[0].Right);
        await nurse.Done("I agree and sign");
    }

    public async Task SignThePlan()
    {
        var today = clinic.Clinic.DayOf(TimeProvider.System.GetUtcNow()).ToString("O", System.Globalization.CultureInfo.InvariantCulture);
        await prescriber.GotoAsync($"{Home}/plan/new?protocol={Protocol}");
        await prescriber.FillAsync("#weight", "71.4");
        await prescriber.FillAsync("#weighedOn", today);
        await prescriber.FillAsync("#dose", "0.5");
        await prescriber.FillAsync("#minutes", "40");
        await prescriber.FillAsync("#bag", "100");
        await prescriber.FillAsync("#stock", "50");
        await prescriber.FillAsync("#firstDosing", today);
        foreach (var day in await prescriber.Locator("#open-days input").AllAsync())
            await day.CheckAsync();
        await prescriber.Done("Work it out");
        await prescriber.FillAsync("#signature", "Mara Alder");
        await prescriber.Done("Sign the plan");
    }

    private static (string Measure, double Value)[] Measured =>
        [("systolic", 124), ("diastolic", 78), ("systolic", 122), ("diastolic", 77), ("spo2", 98), ("weight", 71.4), ("bmi", 25), ("egfr", 92), ("pregnancy-test", 0)];

    private Task Answer(string question, string choice) => nurse.Locator($"input[name='Form.Answers[{question}]'][value='{choice}']").CheckAsync();
}
