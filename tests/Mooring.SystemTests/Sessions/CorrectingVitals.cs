using Microsoft.Playwright;
using Mooring.Clinical.Sessions.Charting;
using Mooring.Clinical.Sessions.Correcting;
using Mooring.Demo;
using Mooring.SystemTests.Clinics;
using Mooring.SystemTests.Tour;

namespace Mooring.SystemTests.Sessions;

/// <summary>A set of vital signs that is put right: each value stands once, and all that was said of it can be read.</summary>
public class CorrectingVitals
{
    private const string Correct = "Correct the entry";

    private readonly SetClock clock = new(new(2026, 3, 2, 15, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task Finds_one_set_however_often_it_was_saved()
    {
        await using var clinic = await TestClinic.Start(Engine.Sqlite, clock);
        var vitals = await Seated(clinic);

        await vitals.Open();
        await vitals.Fill();
        await vitals.SaveButton.DblClickAsync();
        await vitals.Page.WaitForURLAsync($"**{vitals.Home}");
        var doubly = await vitals.Sets();
        await vitals.Page.GoBackAsync();
        var back = await vitals.Typed();
        await vitals.Page.Press(VitalsPage.Save);
        var empty = await vitals.Page.Refused();

        Assert.Single(doubly);
        Assert.All(back.Values, typed => Assert.Equal("", typed));
        Assert.Equal("Nothing was entered.", empty);
        Assert.Single(await vitals.Sets());
        await vitals.Page.Context.DisposeAsync();
    }

    [Fact]
    public async Task Is_asked_for_where_a_kept_set_comes_again_with_other_numbers()
    {
        await using var clinic = await TestClinic.Start(Engine.Sqlite, clock);
        var vitals = await Seated(clinic);

        await vitals.Open();
        await vitals.Fill();
        await vitals.SaveAndComeBack();
        await vitals.Page.Done(VitalsPage.Save);
        var again = await vitals.Sets();
        await vitals.Open();
        await vitals.Fill();
        await vitals.SaveAndComeBack();
        await vitals.Page.FillAsync("#nibp-sys", "138");
        await vitals.Page.Press(VitalsPage.Save);
        var (refused, typed, sets) = (await vitals.Page.Refused(), await vitals.Typed(), await vitals.Sets());
        await vitals.Page.Done(VitalsPage.Save);

        Assert.Single(again);
        Assert.Contains("charted already, with other numbers", refused, StringComparison.Ordinal);
        Assert.Equal(("138", "72", 2), (typed["nibp-sys"], typed["hr"], sets.Count));
        Assert.Equal([128, 128, 138], (await vitals.Now()).Chart.Of("nibp-sys").Select(value => value.Value));
        await vitals.Page.Context.DisposeAsync();
    }

    [Fact]
    public async Task Has_each_value_once_after_two_corrections_and_tells_both()
    {
        await using var clinic = await TestClinic.Start(Engine.Sqlite, clock);
        var vitals = await Charted(clinic);
        var page = vitals.Page;
        var earlier = clock.GetUtcNow().AddMinutes(-3);

        await Open(vitals, "nibp-sys");
        await page.Fill(("#nibp-sys", "138"), ("#at", clinic.Clinic.LocalTime(earlier).ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture)), ("#reason", "misread"));
        await page.GetByRole(AriaRole.Button, new() { Name = Correct }).DblClickAsync();
        await page.WaitForURLAsync($"**{vitals.Home}");
        clock.Pass(2);
        await Open(vitals, "nibp-sys");
        await page.Fill(("#nibp-sys", "148"), ("#temp", ""), ("#reason", "the cuff was read again; no thermometer"));
        await page.Done(Correct);
        await Open(vitals, "moaa-s");
        await page.Fill(("#moaa-s", "4"), ("#reason", "drowsy"));
        await page.Done(Correct);

        var session = await vitals.Now();
        var charted = session.Chart.All.ToDictionary(value => value.Of, value => value.Value, StringComparer.Ordinal);
        Assert.Equal((148d, 4d, 72d, false), (charted["nibp-sys"], charted["moaa-s"], charted["hr"], charted.ContainsKey("temp")));
        Assert.Equal(3, session.Journal.Count(entry => entry.What is Corrected));
        Assert.All(session.Told.Where(entry => entry.What is VitalsCharted), entry => Assert.Equal(earlier, entry.HappenedAt));
        Assert.Equal(earlier, session.Chart.Last("nibp-sys")!.At);
        var timeline = await page.InnerTextAsync("#timeline");
        Assert.All(["Systolic 128", "Systolic 138", "Systolic 148", "misread", "the cuff was read again"], says => Assert.Contains(says, timeline, StringComparison.Ordinal));
        var struck = string.Join(" | ", await page.Locator("#timeline s").AllInnerTextsAsync());
        Assert.All(["Systolic 128", "Systolic 138", "Sedation (MOAA/S) 5"], says => Assert.Contains(says, struck, StringComparison.Ordinal));
        Assert.DoesNotContain("148", struck, StringComparison.Ordinal);
        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task Made_at_once_in_two_tabs_loses_neither_and_asks_where_both_changed_the_same()
    {
        await using var clinic = await TestClinic.Start(Engine.Sqlite, clock);
        var vitals = await Charted(clinic);
        var other = await vitals.Page.Context.NewPageAsync();
        var address = await Open(vitals, "nibp-sys");
        await other.GotoAsync(address);

        await vitals.Page.Fill(("#nibp-sys", "138"), ("#reason", "misread"));
        await vitals.Page.Done(Correct);
        await other.Fill(("#hr", "82"), ("#reason", "counted again"));
        await other.Done(Correct);
        var both = (await vitals.Now()).Chart;

        await vitals.Page.GotoAsync(address);
        await other.GotoAsync(address);
        await vitals.Page.Fill(("#nibp-sys", "142"), ("#reason", "read again"));
        await vitals.Page.Done(Correct);
        await other.Fill(("#nibp-sys", "145"), ("#reason", "read a third time"));
        await other.Press(Correct);
        var asked = await other.Refused();
        var kept = await other.InputValueAsync("#nibp-sys");
        var meanwhile = (await vitals.Now()).Chart.Last("nibp-sys")!.Value;
        await other.Done(Correct);

        Assert.Equal((138d, 82d), (both.Last("nibp-sys")!.Value, both.Last("hr")!.Value));
        Assert.Contains("Systolic was corrected to 142", asked, StringComparison.Ordinal);
        Assert.Equal(("145", 142d), (kept, meanwhile));
        var chart = (await vitals.Now()).Chart;
        Assert.Equal((145d, 82d), (Assert.Single(chart.Of("nibp-sys")).Value, Assert.Single(chart.Of("hr")).Value));
        await vitals.Page.Context.DisposeAsync();
    }

    [Fact]
    public async Task Is_asked_about_like_the_set_itself_and_keeps_what_was_typed()
    {
        await using var clinic = await TestClinic.Start(Engine.Sqlite, clock);
        var vitals = await Charted(clinic);
        var page = vitals.Page;
        await Open(vitals, "nibp-sys");

        await page.Fill(("#nibp-sys", "1380"), ("#hr", "7o"), ("#temp", ""));
        await page.Press(Correct);
        var (letter, temperature) = (await page.Refused(), await page.InputValueAsync("#temp"));
        await page.FillAsync("#hr", "70");
        await page.Press(Correct);
        var odd = await page.Refused();
        var stands = await page.Locator("#nibp-sys-wrong").InnerTextAsync();
        await page.GetByLabel("I looked twice: the numbers are right").CheckAsync();
        await page.FillAsync("#reason", "misread");
        await page.Done(Correct);

        Assert.Contains("“7o” is not a number", letter, StringComparison.Ordinal);
        Assert.Equal("", temperature);
        Assert.Contains("Systolic 1380 mmHg: is that right?", odd, StringComparison.Ordinal);
        Assert.Contains("Say why.", odd, StringComparison.Ordinal);
        Assert.Contains("is that right?", stands, StringComparison.Ordinal);
        var set = (VitalsCharted)(await vitals.Now()).Told.Single(entry => entry.What is VitalsCharted).What;
        Assert.Equal([("nibp-sys", 1380d, true), ("nibp-dia", 78d, false), ("hr", 70d, true), ("spo2", 97d, false), ("rr", 14d, false)], set.Values.Select(value => (value.Sign.Code, value.Value, value.Confirmed)));
        await page.Context.DisposeAsync();
    }

    private async Task<VitalsPage> Seated(TestClinic clinic)
    {
        var bedside = await Bedside.Arriving(clinic, clock);
        await bedside.CheckIn();
        clock.Pass(10);
        return await VitalsPage.At(bedside);
    }

    private async Task<VitalsPage> Charted(TestClinic clinic)
    {
        var vitals = await Seated(clinic);
        await vitals.Open();
        await vitals.Fill();
        await vitals.Page.Done(VitalsPage.Save);
        return vitals;
    }

    /// <summary>The form that corrects what this value stands in, as it is reached from the chair.</summary>
    private static async Task<string> Open(VitalsPage vitals, string of)
    {
        var entry = (await vitals.Now()).Chart.Last(of)!.Event;
        await vitals.Page.GotoAsync(vitals.Home);
        await vitals.Page.Locator($"#timeline a[href$='/correct/{entry}']").ClickAsync();
        await vitals.Page.WaitForURLAsync("**/correct/*");
        return new Uri(vitals.Page.Url).AbsolutePath;
    }
}
