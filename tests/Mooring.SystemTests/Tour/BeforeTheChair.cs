using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Mooring.Clinical;
using Mooring.Content.Library;
using Mooring.SystemTests.Clinics;

namespace Mooring.SystemTests.Tour;

/// <summary>The way from the referral to a signed plan, in the browsers of those whose steps they are.</summary>
internal sealed class BeforeTheChair(TestClinic clinic, TimeProvider clock, IPage nurse, IPage prescriber)
{
    private const string Protocol = "TRD-IV-STD";

    private static readonly (string Measure, string Value)[] Measured =
        [("systolic", "124"), ("diastolic", "78"), ("systolic", "122"), ("diastolic", "77"), ("spo2", "98"), ("weight", "71.4"), ("bmi", "25"), ("egfr", "92"), ("pregnancy-test", "0")];

    private string home = "";

    public Guid Patient { get; private set; }

    /// <summary>Takes the patient in, and makes the link that they get.</summary>
    public async Task<string> Refer()
    {
        var page = await Browser.Page(clinic, Role.FrontDesk);
        await page.GotoAsync("/referrals/new");
        await page.Fill(("#givenName", "Noor"), ("#familyName", "Willow"), ("#birthDate", "1984-03-09"), ("#from", "Dr. Willa Oakes"), ("#reason", "Two antidepressants did not help."));
        await page.Choose("Form.Sex", "Female");
        await page.Done("Save referral");
        home = new Uri(page.Url).AbsolutePath;
        Patient = Guid.Parse(home[(home.LastIndexOf('/') + 1)..]);
        await page.GotoAsync($"{home}/link");
        await page.Done("Create portal link");
        var link = await page.InputValueAsync("#made");
        await page.Context.DisposeAsync();
        return link;
    }

    /// <summary>The nurse completes what the patient told, measures, and goes through each list with them.</summary>
    public async Task GoThroughTheHistory()
    {
        await nurse.GotoAsync($"{home}/history");
        await Add("conditions", ("Form.Name", "Major depressive disorder, recurrent"), ("Form.Code", "F33.2"));
        await Add("trials", ("Form.Name", "sertraline"), ("Form.DosePerDay", "150"), ("Form.Weeks", "9"), ("Form.AdherencePercent", "90"), ("Form.ImprovementPercent", "20"));
        await Add("trials", ("Form.Name", "venlafaxine"), ("Form.DosePerDay", "225"), ("Form.Weeks", "8"), ("Form.AdherencePercent", "90"), ("Form.ImprovementPercent", "10"));
        await AnswerWhatRulesAsk();
        foreach (var (measure, value) in Measured)
        {
            await nurse.SelectOptionAsync("#measure", measure);
            await nurse.FillAsync("#measurements #value", value);
            await nurse.Done(nurse.Locator("#measurements button"));
        }

        foreach (var list in new[] { "conditions", "medicines", "allergies", "trials", "answers" })
        {
            await nurse.Done(nurse.Locator($"#{list}").GetByRole(AriaRole.Button, new() { Name = "Mark as reviewed with the patient" }));
            await nurse.Locator($"#{list} .tag[data-level=good]").GetByText("Ben Rowan").WaitForAsync();
        }
    }

    public async Task Decide()
    {
        await prescriber.GotoAsync($"{home}/screening?protocol={Protocol}");
        await prescriber.GetByLabel("Eligible", new() { Exact = true }).CheckAsync();
        foreach (var box in await prescriber.Locator("input[name^='Form.Reasons']").AllAsync())
            await box.FillAsync("Gone through together today.");
        await prescriber.Done("Record the decision");
    }

    /// <summary>First with a wrong answer to a question of the teach-back, then with the right ones; what was refused.</summary>
    public async Task<string> Consent()
    {
        await nurse.GotoAsync($"{home}/consent/sign?protocol={Protocol}");
        var content = clinic.Services.GetRequiredService<CourseContent>();
        var form = content.Consent(content.Protocol(Protocol)!, "en");
        foreach (var statement in form.Statements)
            await nurse.Locator($"input[name='Form.Ticked[{statement.Id}]']").CheckAsync();
        foreach (var permission in form.Permissions)
            await nurse.Choose($"Form.Permissions[{permission.Id}]", "no");
        foreach (var question in form.Questions)
            await nurse.Choose($"Form.Answers[{question.Id}]", question.Right);
        var misread = form.Questions[0];
        await nurse.Choose($"Form.Answers[{misread.Id}]", misread.Choices.First(choice => choice.Id != misread.Right).Id);
        await nurse.Fill(("#asked", "May my sister stay?"), ("#told", "Yes, until the dosing begins and again in recovery."), ("#signature", "Noor Willow"));
        await nurse.Press("I agree and sign");
        var refused = await nurse.Refused();
        await nurse.Choose($"Form.Answers[{misread.Id}]", misread.Right);
        await nurse.Done("I agree and sign");
        // The tablet is given back, and whoever takes it comes in again.
        await nurse.GotoAsync((await clinic.LinkFor(Role.Nurse)).ToString());
        return refused;
    }

    public async Task SignThePlan()
    {
        var today = clinic.Clinic.DayOf(clock.GetUtcNow()).ToString("O", CultureInfo.InvariantCulture);
        await prescriber.GotoAsync($"{home}/plan/new?protocol={Protocol}");
        await prescriber.Fill(("#weight", "71.4"), ("#weighedOn", today), ("#dose", "0.5"), ("#minutes", "40"), ("#bag", "100"), ("#stock", "50"), ("#firstDosing", today));
        foreach (var day in await prescriber.Locator("#open-days input").AllAsync())
            await day.CheckAsync();
        await prescriber.Done("Calculate");
        await prescriber.Press("Sign the plan");
        Assert.Contains("closed on Saturday and Sunday", await prescriber.Refused(), StringComparison.Ordinal);
        await prescriber.Locator("#isClosedMeant").CheckAsync();
        await prescriber.Done("Sign the plan");
    }

    /// <summary>What the first session waits for, and is gone without.</summary>
    public async Task GoWithoutTheBaseline()
    {
        await prescriber.GotoAsync($"{home}/baseline");
        foreach (var missing in await prescriber.Locator("#items input").AllAsync())
            await missing.CheckAsync();
        await prescriber.FillAsync("#reason", "Done by the referring clinic last month; letter in the chart.");
        await prescriber.Done("Go without it");
    }

    private async Task Add(string list, params (string Name, string Value)[] told)
    {
        await nurse.Locator($"#{list} details summary").ClickAsync();
        foreach (var (name, value) in told)
            await nurse.Locator($"#{list} details input[name='{name}']").FillAsync(value);
        await nurse.Done(nurse.Locator($"#{list} details button"));
    }

    private async Task AnswerWhatRulesAsk()
    {
        await nurse.Locator("#answers details summary").ClickAsync();
        foreach (var no in await nurse.Locator("#answers input[type=radio][value=no]").AllAsync())
            await no.CheckAsync();
        await nurse.Choose("answer.can-consent", "yes");
        await nurse.Choose("answer.has-escort", "yes");
        await nurse.Done("Save the answers");
    }
}
