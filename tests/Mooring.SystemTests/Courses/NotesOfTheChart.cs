using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Mooring.Clinical;
using Mooring.Demo;
using Mooring.Practice.Documents;
using Mooring.Practice.Notes;
using Mooring.SystemTests.Clinics;
using Mooring.SystemTests.Devices;
using Mooring.SystemTests.Tour;

namespace Mooring.SystemTests.Courses;

/// <summary>Notes, letters and papers by their pages.</summary>
public class NotesOfTheChart
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Are_kept_as_they_are_typed_signed_co_signed_and_amended()
    {
        await using var care = await CareClinic.WithSomeoneKnown(start: true);
        var nurse = await Browser.Page(care.Clinic, Role.Nurse);
        await Begin(nurse, care, "phone");
        await nurse.FillAsync("#part-who", "The patient called; known by birth date.");
        await nurse.FillAsync("#part-said", "Asked for another day.");
        await nurse.Locator(".kept:has-text('Kept at')").WaitForAsync();
        await nurse.ReloadAsync();
        Assert.Equal("Asked for another day.", await nurse.InputValueAsync("#part-said"));

        await nurse.Press("Sign the note");
        Assert.Contains("What was agreed", await nurse.Locator(".error-summary").InnerTextAsync(), StringComparison.Ordinal);
        await nurse.FillAsync("#part-done", "Moved to Thursday.");
        await nurse.Done("Medicines");
        await nurse.Locator(".pulled figcaption:has-text('Medicines')").WaitForAsync();
        await nurse.SelectOptionAsync("#whom", care.Clinic.Person(Role.Prescriber).Id.ToString());
        Assert.Empty(await Axe.Broken(nurse));
        await nurse.Done("Sign the note");
        var address = new Uri(nurse.Url).AbsolutePath;
        Assert.Contains("Signed by", await nurse.InnerTextAsync("article.note"), StringComparison.Ordinal);

        var prescriber = await Browser.Page(care.Clinic, Role.Prescriber);
        await prescriber.GotoAsync(address);
        await prescriber.Done("Co-sign");
        Assert.Contains("Co-signed by", await prescriber.InnerTextAsync("article.note"), StringComparison.Ordinal);

        await nurse.GotoAsync($"{address}/write");
        await nurse.FillAsync("#part-done", "Moved to Friday.");
        await nurse.FillAsync("#reason", "The day was wrong.");
        await nurse.Done("Sign the amended note");
        Assert.Contains("Moved to Friday.", await nurse.InnerTextAsync("article.note"), StringComparison.Ordinal);
        await nurse.GotoAsync($"{address}?version=1");
        Assert.Contains("Moved to Thursday.", await nurse.InnerTextAsync("article.note"), StringComparison.Ordinal);
        Assert.Empty(await Axe.Broken(nurse));
        using var reader = await care.Clinic.Visitor(Role.Prescriber);
        using var pdf = await reader.GetAsync($"{address}/note.pdf", Cancel);
        Assert.Equal((HttpStatusCode.OK, "application/pdf"), (pdf.StatusCode, pdf.Content.Headers.ContentType?.MediaType));
        await nurse.Context.DisposeAsync();
        await prescriber.Context.DisposeAsync();
    }

    [Fact]
    public async Task Are_written_without_script_by_the_button()
    {
        await using var care = await CareClinic.WithSomeoneKnown(start: true);
        using var therapist = await care.Clinic.Visitor(Role.Therapist);
        var note = (await care.Ask(Role.Therapist, services => services.GetRequiredService<NoteDesk>().Begin(care.Patient, new(Guid.CreateVersion7(care.Clock.Now)), "integration", null, Cancel))).Value!;

        using var kept = await therapist.Post($"/patients/{care.Patient}/notes/{note.Id}/write", "note", ("Form.Parts[came-up]", "A door that stands open."), ("Form.Page", Guid.CreateVersion7(care.Clock.Now).ToString()), ("Form.Act", "save"));

        Assert.Equal(HttpStatusCode.Redirect, kept.StatusCode);
        var draft = await care.Ask(Role.Therapist, services => services.GetRequiredService<NoteDraftDesk>().Mine(note.Id, Cancel));
        Assert.Equal("A door that stands open.", draft!.Text.Of("came-up"));
    }

    [Fact]
    public async Task Become_a_letter_that_is_sent_and_answers_the_referral()
    {
        await using var care = await CareClinic.WithSomeoneKnown(start: true);
        await care.FindEligible();
        Assert.Contains(await care.WaitingFor(Role.Prescriber), task => task.Title.StartsWith("Write to the referrer", StringComparison.Ordinal));
        var page = await Browser.Page(care.Clinic, Role.Prescriber);
        await page.GotoAsync($"/patients/{care.Patient}/referral");
        await page.GetByRole(AriaRole.Link, new() { Name = "Write the letter" }).First.ClickAsync();
        Assert.Equal("Dr. Fern", await page.InputValueAsync("#to"));
        Assert.Empty(await Axe.Broken(page));
        await page.Done("Begin the letter");
        await page.FillAsync("#part-decision", "We found no reason against treatment.");
        await page.Done("Sign the note");
        Assert.Contains("We found no reason against treatment.", await page.InnerTextAsync("article.letter"), StringComparison.Ordinal);
        await page.FillAsync("#how", "fax");
        await page.Done("It was sent");
        await page.GotoAsync($"/patients/{care.Patient}/referral");

        Assert.Contains("Read the letter", await page.InnerTextAsync("main"), StringComparison.Ordinal);
        Assert.Empty(await Axe.Broken(page));
        Assert.DoesNotContain(await care.WaitingFor(Role.Prescriber), task => task.Title.StartsWith("Write to the referrer", StringComparison.Ordinal));
        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task Lie_beside_papers_that_run_nothing_in_the_browser()
    {
        await using var care = await CareClinic.WithSomeoneTakenIn(start: true);
        var desk = await Browser.Page(care.Clinic, Role.FrontDesk);
        await desk.GotoAsync($"/patients/{care.Patient}/documents");
        await desk.SetInputFilesAsync("#file", new FilePayload { Name = "harmless.png", MimeType = "image/png", Buffer = "<svg onload='x()'></svg>"u8.ToArray() });
        await desk.SelectOptionAsync("#type", "ecg");
        await desk.FillAsync("#title", "ECG before");
        await desk.Press("Add the document");
        Assert.Contains("no PDF, JPEG or PNG", await desk.Locator(".error-summary").InnerTextAsync(), StringComparison.Ordinal);
        await desk.SetInputFilesAsync("#file", new FilePayload { Name = "strip.pdf", MimeType = "application/pdf", Buffer = DemoPapers.Strip() });
        await desk.Done("Add the document");
        await desk.GetByText("The document is kept.").WaitForAsync();
        Assert.Empty(await Axe.Broken(desk));

        var nurse = await Browser.Page(care.Clinic, Role.Nurse);
        await nurse.GotoAsync($"/patients/{care.Patient}/documents");
        await nurse.GetByRole(AriaRole.Link, new() { Name = "ECG before" }).ClickAsync();
        Assert.True(await nurse.Locator(".document img").EvaluateAsync<bool>("image => image.decode().then(() => image.naturalWidth > 0)"));
        Assert.Empty(await Axe.Broken(nurse));
        var document = Assert.Single(await care.Ask(Role.Nurse, services => services.GetRequiredService<DocumentDesk>().Of(care.Patient, Cancel)));
        using var visitor = await care.Clinic.Visitor(Role.Nurse);
        using var file = await visitor.GetAsync($"/patients/{care.Patient}/documents/{document.Id}/file", Cancel);
        Assert.Equal(("image/png", "attachment"), (file.Content.Headers.ContentType!.MediaType, file.Content.Headers.ContentDisposition!.DispositionType));
        Assert.Contains("sandbox", string.Join(' ', file.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(file.Headers.GetValues("X-Content-Type-Options")));
        await desk.Context.DisposeAsync();
        await nurse.Context.DisposeAsync();
    }

    private static async Task Begin(IPage page, CareClinic care, string template)
    {
        await page.GotoAsync($"/patients/{care.Patient}/notes");
        await page.Choose("Form.Template", template);
        await page.Done("Begin the note");
    }
}
