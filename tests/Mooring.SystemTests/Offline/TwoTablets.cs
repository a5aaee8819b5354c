using Mooring.Clinical;
using Mooring.Clinical.Sessions;
using Mooring.Clinical.Sessions.Charting;
using Mooring.SystemTests.Clinics;
using Mooring.SystemTests.Sessions;

namespace Mooring.SystemTests.Offline;

/// <summary>Two people chart one session on two tablets, and one of them has two patients in two tabs.</summary>
public class TwoTablets
{
    [Fact]
    public async Task Merge_without_loss_each_entry_at_its_time_and_by_who_made_it()
    {
        var clock = new RunningClock(TimeProvider.System.GetUtcNow());
        await using var clinic = await TestClinic.Start(Engine.Sqlite, clock);
        var first = await Bedside.Arriving(clinic, clock);
        var second = await Bedside.Arriving(clinic, clock, chair: "Chair 2");
        await first.CheckIn();
        await second.CheckIn();
        await using var nurse = await Tablet.At(clinic, first.Session.Value);
        await nurse.Arm();
        var other = await nurse.Tab(second.Session.Value);
        await other.Arm();
        await using var prescriber = await Tablet.At(clinic, first.Session.Value, Role.Prescriber);

        await nurse.Context.SetOfflineAsync(true);
        async Task Minutes(int passed)
        {
            clock.Pass(TimeSpan.FromMinutes(passed));
            await nurse.Pass(TimeSpan.FromMinutes(passed));
        }

        await Minutes(2);
        await nurse.Enter("note", "Save note", ("#text", "first, by the nurse"));
        await other.Enter("note", "Save note", ("#text", "only of the other chair"));
        await Minutes(2);
        await prescriber.Enter("note", "Save note", ("#text", "second, by the prescriber"));
        await Minutes(2);
        await nurse.Enter("note", "Save note", ("#text", "third, by the nurse"));
        await nurse.Context.SetOfflineAsync(false);
        await nurse.Hears("Everything is sent.");
        await other.Page.GotoAsync(other.Home);
        await other.Hears("Everything is sent.");

        string[] told = ["first, by the nurse", "second, by the prescriber", "third, by the nurse"];
        var notes = Notes(await first.Find()).ToList();
        Assert.Equal(told, notes.Select(note => note.Text));
        Assert.Equal([Role.Nurse, Role.Prescriber, Role.Nurse], notes.Select(note => note.By));
        Assert.Equal(["only of the other chair"], Notes(await second.Find()).Select(note => note.Text));
        await prescriber.Page.GotoAsync(prescriber.Home);
        var lines = await prescriber.Page.Locator("#timeline li[data-kind=note]").AllInnerTextsAsync();
        Assert.Equal(told.Reverse(), lines.Select(line => told.Single(text => line.Contains(text, StringComparison.Ordinal))));
        Assert.Contains("Ben Rowan", lines[^1], StringComparison.Ordinal);
        Assert.Contains("sent 4 min later", lines[^1], StringComparison.Ordinal);
        Assert.DoesNotContain("later", lines[1], StringComparison.Ordinal);
    }

    private static IEnumerable<(string Text, Role? By)> Notes(Session? session) =>
        session!.Told.Where(entry => entry.What is NoteAdded).Select(entry => (((NoteAdded)entry.What).Text, entry.By.Role));
}
