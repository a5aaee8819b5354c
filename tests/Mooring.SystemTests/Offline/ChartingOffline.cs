using Microsoft.Playwright;
using Mooring.Clinical;
using Mooring.Clinical.Sessions;
using Mooring.SystemTests.Clinics;
using Mooring.SystemTests.Sessions;
using Mooring.SystemTests.Tour;

namespace Mooring.SystemTests.Offline;

/// <summary>A nurse charts on while the network is gone, on a tablet whose clock is an hour fast.</summary>
public class ChartingOffline
{
    private static readonly TimeSpan Wrong = TimeSpan.FromHours(1);

    // Half of what lies between two entries: no entry is taken for another one's time, however long an answer took.
    private static readonly TimeSpan Near = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Loses_nothing_doubles_nothing_and_keeps_right_times_when_the_network_comes_back()
    {
        var clock = new RunningClock(TimeProvider.System.GetUtcNow());
        await using var clinic = await TestClinic.Start(Engine.Sqlite, clock);
        var bedside = await Bedside.Arriving(clinic, clock);
        await bedside.Ready();
        await bedside.Start();
        await using var tablet = await Tablet.At(clinic, bedside.Session.Value, ahead: Wrong);
        await tablet.Arm();
        await tablet.Hears("This tablet's clock is 1 h fast");
        var before = (await bedside.Find())!.Journal.Count;
        List<(DateTimeOffset From, DateTimeOffset Until)> entered = [];
        var cutAt = clock.GetUtcNow();

        await tablet.Context.SetOfflineAsync(true);
        await tablet.Hears("Offline since");
        async Task Chart(int minutes, Func<Task> entry)
        {
            clock.Pass(TimeSpan.FromMinutes(minutes));
            await tablet.Pass(TimeSpan.FromMinutes(minutes));
            var from = clock.GetUtcNow();
            await entry();
            entered.Add((from, clock.GetUtcNow()));
        }

        await ChartFirstHalf(tablet, Chart);
        await tablet.CloseAndOpen();
        await tablet.Hears("This page is a copy from");
        await tablet.Hears("Offline since");
        await tablet.Hears($"{entered.Count} waiting");
        Assert.Equal(entered.Count, await tablet.Page.Locator("#timeline li.waits").CountAsync());
        Assert.True(await tablet.Page.GetByText("Iris Fennel").First.IsVisibleAsync());
        await Pictures.Take(tablet.Page, "bedside-offline-1024");
        var kept = await tablet.Keeps();
        await ChartSecondHalf(tablet, Chart);
        var minutesCut = (clock.GetUtcNow() - cutAt).TotalMinutes;
        Assert.Equal(before, (await bedside.Find())!.Journal.Count);

        await tablet.Page.GotoAsync(tablet.Home);
        await tablet.Context.SetOfflineAsync(false);
        await tablet.Hears("1 not taken by the server");
        await Pictures.Take(tablet.Page, "bedside-refused-1024");
        var discarding = clock.GetUtcNow();
        await Discard(tablet, "The emergency had ended it.");
        await tablet.Hears("Everything is sent.");
        entered.RemoveAt(entered.Count - 2);
        entered.Add((discarding, clock.GetUtcNow()));

        // Nothing that lay on the tablet can be read: no name, no word of a note.
        Assert.DoesNotContain("Fennel", kept, StringComparison.Ordinal);
        Assert.DoesNotContain("soft light", kept, StringComparison.Ordinal);
        Assert.Contains("entries", kept, StringComparison.Ordinal);
        var session = (await bedside.Find())!;
        var came = session.Journal.Skip(before).ToList();
        var told = came.GroupBy(entry => entry.EnteredAt).Select(one => one.First()).ToList();
        var lost = entered.Count - told.Count;
        var worst = told.Zip(entered, (entry, at) => entry.HappenedAt < at.From ? at.From - entry.HappenedAt : entry.HappenedAt > at.Until ? entry.HappenedAt - at.Until : TimeSpan.Zero).Max();
        var different = came.Select(entry => (entry.EnteredAt, Describe.What(entry.What, session.Pack))).Distinct().Count();
        TestContext.Current.TestOutputHelper!.WriteLine(FormattableString.Invariant(
            $"{minutesCut:0} minutes cut, {entered.Count} entries charted ({came.Count} events), lost {lost}, double {came.Count - different}; times off by at most {worst.TotalSeconds:0.0} s on a clock that is {Wrong.TotalMinutes:0} min fast"));
        Assert.True(entered.Count >= 30, $"Only {entered.Count} entries: the test is blind.");
        Assert.Equal(0, lost);
        Assert.Equal(came.Count, different);
        Assert.True(worst < Near, $"A time is off by {worst}.");
        Assert.Equal(told.OrderBy(entry => entry.HappenedAt).Select(entry => entry.Seq), told.Select(entry => entry.Seq));
        Assert.Contains(came, entry => entry.What is Mooring.Clinical.Sessions.Charting.NoteAdded { Text: var text } && text.Contains("End the infusion", StringComparison.Ordinal) && text.Contains("had ended it", StringComparison.Ordinal));
        Assert.All(came, entry => Assert.Equal(clinic.Staff[Role.Nurse].FullName, entry.By.Name));
        await tablet.Page.GotoAsync(tablet.Home);
        await tablet.Page.GetByText("min later").First.WaitForAsync();
        await Pictures.Take(tablet.Page, "bedside-back-1024");
    }


    private static async Task ChartFirstHalf(Tablet tablet, Func<int, Func<Task>, Task> chart)
    {
        await chart(1, () => tablet.Vitals(128, 81));
        await chart(1, () => tablet.Scale("dissociation", 3));
        await chart(1, () => tablet.Enter("note", "Save note", ("#text", "Likes the soft light.")));
        await chart(1, () => tablet.Enter("dose", "Change the rate", ("[name='Pump.Rate']", "120"), ("[name='Pump.Reason']", "Strong so far.")));
        await chart(1, () => tablet.Vitals(131, 84));
        await chart(1, () => tablet.Enter("dose", "Pause", ("[name='Rest.Reason']", "Sits up.")));
        await chart(1, () => tablet.Vitals(126, 80, "5"));
        await chart(1, () => tablet.Enter("dose", "Resume"));
        await chart(1, () => AdverseEvent(tablet));
        await chart(1, () => tablet.Enter("access", "Record IV line", ("#site", "left forearm")));
        for (var i = 0; i < 4; i++)
            await chart(1, () => tablet.Enter("note", "Save note", ("#text", "Calm, soft light, music goes on.")));
    }

    private static async Task ChartSecondHalf(Tablet tablet, Func<int, Func<Task>, Task> chart)
    {
        for (var i = 0; i < 4; i++)
        {
            await chart(1, () => tablet.Vitals(124 + i, 76 + i));
            await chart(1, () => tablet.Scale("dissociation", 4 + i));
        }

        await tablet.Page.GotoAsync(tablet.Home);
        await chart(1, () => tablet.Page.Press("Emergency"));
        foreach (var act in new[] { 0, 1, 2, 3 })
            await chart(0, () => tablet.Page.Press(tablet.Page.Locator(".taps button").Nth(act)));
        await Pictures.Take(tablet.Page, "emergency-offline-1024");
        await chart(2, () => tablet.Page.Press("It is over"));
        await chart(1, () => tablet.Vitals(122, 74, "5"));
        await chart(1, () => EndInfusion(tablet));
        await chart(1, () => tablet.Enter("note", "Save note", ("#text", "Awake and smiling.")));
    }

    // One of the acts of the emergency had stopped the infusion: the server says so, and what was entered leaves a note.
    private static async Task Discard(Tablet tablet, string why)
    {
        await tablet.Page.Locator("#tablet li[data-state=refused]", new() { HasTextString = "End the infusion" }).GetByRole(AriaRole.Textbox).FillAsync(why);
        await tablet.Page.GetByRole(AriaRole.Button, new() { Name = "Discard" }).ClickAsync();
    }

    private static async Task AdverseEvent(Tablet tablet)
    {
        await tablet.Page.GotoAsync($"{tablet.Home}/adverse-event");
        await tablet.Page.SelectOptionAsync("#term", "nausea");
        await tablet.Page.Choose("Form.Grade", "1");
        await tablet.Page.FillAsync("#action", "A bowl and fresh air.");
        await tablet.Page.Press("Record adverse event");
    }

    private static async Task EndInfusion(Tablet tablet)
    {
        await tablet.Page.GotoAsync($"{tablet.Home}/dose");
        await tablet.Page.FillAsync("[name='End.Reason']", "After the emergency.");
        await tablet.Page.Press("End the infusion");
    }
}
