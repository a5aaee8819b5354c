using Microsoft.Playwright;
using Mooring.Clinical;
using Mooring.SystemTests.Clinics;

namespace Mooring.SystemTests.Tour;

/// <summary>The days after a session: the call, the notes, the scores, and how it goes on.</summary>
internal sealed class AfterTheChair(TestClinic clinic, Guid patient)
{
    private readonly string home = $"/patients/{patient}";

    /// <summary>The call a day after, and the list of calls then.</summary>
    public async Task<string> Call(IPage nurse)
    {
        await nurse.ComeIn(clinic, Role.Nurse);
        await nurse.GotoAsync($"{home}/follow-up");
        await nurse.Choose("Form.Result", "Reached");
        await nurse.Choose("Form.SuicidalThoughts", "NotMet");
        await nurse.Fill(("#mood", "6"), ("#sideEffects", "tired until noon"), ("#sleep", "eight hours"));
        await nurse.Done("Save the call");
        return await nurse.InnerTextAsync("main");
    }

    /// <summary>The therapist writes for everyone, and in private.</summary>
    public async Task WriteNotes(string shared, string sealedAway)
    {
        var therapist = await Browser.Page(clinic, Role.Therapist);
        await therapist.GotoAsync($"{home}/notes");
        await therapist.Choose("Form.Template", "integration");
        await therapist.SelectOptionAsync("#session", new SelectOptionValue { Index = 1 });
        await therapist.Done("Begin the note");
        await therapist.FillAsync("#part-came-up", shared);
        await therapist.Done("Sign the note");
        await therapist.GotoAsync($"{home}/notes");
        await therapist.FillAsync("#words", sealedAway);
        await therapist.Done("Seal the note");
        Assert.Contains(sealedAway, await therapist.InnerTextAsync("main"), StringComparison.Ordinal);
        await therapist.Context.DisposeAsync();
    }

    public async Task<string> ReadNotes(IPage prescriber)
    {
        await prescriber.ComeIn(clinic, Role.Prescriber);
        await prescriber.GotoAsync($"{home}/notes");
        return await prescriber.ContentAsync();
    }

    /// <summary>What the chart of scores says to those who can not see it.</summary>
    public async Task<string> LookAtTheOutcome(IPage prescriber)
    {
        await prescriber.ComeIn(clinic, Role.Prescriber);
        await prescriber.GotoAsync($"{home}/outcomes");
        return await prescriber.Locator("svg.scores").First.GetAttributeAsync("aria-label") ?? "";
    }

    public async Task<string> Review(IPage prescriber)
    {
        await prescriber.GotoAsync($"{home}/review");
        await prescriber.Choose("Form.Choice", "Continue");
        await prescriber.FillAsync("#reason", "Sleeps again and wants to go on.");
        await prescriber.Done("Record the review");
        return await prescriber.Locator("#reviews ol.timeline").InnerTextAsync();
    }
}
