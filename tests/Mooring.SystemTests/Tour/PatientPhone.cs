using Microsoft.Playwright;
using Mooring.SystemTests.Clinics;

namespace Mooring.SystemTests.Tour;

/// <summary>The patient's part: their own link, on a phone.</summary>
internal sealed class PatientPhone(TestClinic clinic, string link) : IAsyncDisposable
{
    private const int Questions = 10;
    private const int SuicidalThoughts = 9;

    private IPage page = default!;

    public async Task Open()
    {
        page = await Browser.Page(clinic, width: 390, height: 844, isTouched: true);
        await page.GotoAsync(link);
        await page.Fill(("#month", "3"), ("#day", "9"), ("#year", "1984"));
        await page.Press(page.Locator(".step-foot button"));
    }

    /// <summary>Every page of the history; how many there were.</summary>
    public async Task<int> TellTheHistory()
    {
        await page.GotoAsync("/my/history");
        var pages = 0;
        for (; await page.Locator("form.step").CountAsync() > 0; pages++)
        {
            await TellOnePage();
            await page.Done(page.Locator(".step-foot button"));
        }

        return pages;
    }

    /// <summary>Answers every question of the PHQ-9 alike, but no to the one about suicidal thoughts.</summary>
    public async Task AnswerPhq9(int choice)
    {
        await page.GotoAsync("/my");
        await page.GetByRole(AriaRole.Link, new() { Name = "Patient Health Questionnaire" }).ClickAsync();
        await page.Done("Begin");
        for (var item = 1; item <= Questions; item++)
        {
            await page.GetByText($"Question {item} of {Questions}").WaitForAsync();
            await page.Locator(".choice").Nth(item == SuicidalThoughts ? 0 : choice).TapAsync();
            await page.Done("Next");
        }

        await page.Done("Send my answers");
        await page.GetByText("Your answers are with the clinic").WaitForAsync();
    }

    public async ValueTask DisposeAsync() => await page.Context.DisposeAsync();

    private async Task TellOnePage()
    {
        if (await page.Locator("#chosen").CountAsync() > 0)
            await page.Choose("chosen", "none");
        else if (await page.Locator("#answer").CountAsync() > 0)
            await page.Choose("Form.Answer", "no");
        else if (await page.Locator("#isComplete").CountAsync() > 0)
        {
            await page.Locator("#isComplete").CheckAsync();
            await page.FillAsync("#name", "Noor Willow");
        }
        else if (await page.Locator("#weeks").CountAsync() > 0)
            await page.Fill(("#name", "sertraline"), ("#dose", "150"), ("#weeks", "9"));
        else if (await page.Locator("#phone").CountAsync() > 0)
            await page.Fill(("#name", "Robin Willow"), ("#phone", "+1 555 0100"));
        else if (await page.Locator("textarea#name").CountAsync() > 0)
            await page.FillAsync("#name", "See a friend once a week.");
    }
}
