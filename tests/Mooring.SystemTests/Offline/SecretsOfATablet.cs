using Mooring.Clinical;
using Mooring.Clinical.Sessions.Charting;
using Mooring.SystemTests.Clinics;
using Mooring.SystemTests.Sessions;
using Mooring.SystemTests.Tour;

namespace Mooring.SystemTests.Offline;

/// <summary>What is left on a tablet when somebody signs out: nothing that can be read, and nothing lost.</summary>
public class SecretsOfATablet
{
    [Fact]
    public async Task Die_with_the_sign_in_and_what_waits_goes_out_when_the_same_person_comes_back()
    {
        var clock = new RunningClock(TimeProvider.System.GetUtcNow());
        await using var clinic = await TestClinic.Start(Engine.Sqlite, clock);
        var bedside = await Bedside.Arriving(clinic, clock);
        await bedside.CheckIn();
        await using var tablet = await Tablet.At(clinic, bedside.Session.Value);
        await tablet.Arm();
        var desk = await tablet.Context.NewPageAsync();
        await desk.GotoAsync("/patients");
        await tablet.Context.SetOfflineAsync(true);
        await tablet.Enter("note", "Save note", ("#text", "Written just before the end."));

        await desk.Press("Sign out");
        await desk.CloseAsync();
        await tablet.Page.GotoAsync(tablet.Home);

        Assert.True(await tablet.Page.GetByText("The server does not answer").IsVisibleAsync());
        var kept = await tablet.Keeps();
        Assert.DoesNotContain("Fennel", kept, StringComparison.Ordinal);
        Assert.DoesNotContain("before the end", kept, StringComparison.Ordinal);
        await tablet.Context.SetOfflineAsync(false);
        await tablet.SignIn(await clinic.LinkFor(Role.Prescriber));
        await tablet.Page.GotoAsync(tablet.Home);
        await tablet.Hears("more wait here for somebody else");
        Assert.Equal(0, await tablet.Page.Locator("#tablet li").CountAsync());
        Assert.DoesNotContain((await bedside.Find())!.Told, entry => entry.What is NoteAdded);
        await tablet.SignIn(await clinic.LinkFor(Role.Nurse));
        await tablet.Page.GotoAsync(tablet.Home);
        await tablet.Hears("Everything is sent.");
        var note = Assert.Single((await bedside.Find())!.Told, entry => entry.What is NoteAdded { Text: "Written just before the end." });
        Assert.Equal(Role.Nurse, note.By.Role);
    }
}
