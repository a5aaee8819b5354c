using Microsoft.Playwright;
using Mooring.Clinical;
using Mooring.SystemTests.Clinics;

namespace Mooring.SystemTests.Tour;

/// <summary>The lists that people begin their day with: what matters first, and never thirty equal rows.</summary>
public class LookedAt
{
    [Fact]
    public async Task The_lists_begin_with_what_matters_and_fold_what_does_not()
    {
        await using var stage = await FullClinic.Open();
        var nurse = await Browser.Page(stage.Clinic, Role.Nurse, width: 1024, height: 768);

        await nurse.GotoAsync("/");
        var sections = await nurse.Locator("main section h2").AllInnerTextsAsync();
        Assert.Equal(["In chairs", "Waiting for you"], sections.Take(2));
        var waiting = nurse.Locator("main section", new() { Has = nurse.GetByRole(AriaRole.Heading, new() { Name = "Waiting for you" }) }).Locator("li");
        Assert.Contains("Suicide risk", await waiting.First.InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("risk", await waiting.First.GetAttributeAsync("class"), StringComparison.Ordinal);
        var overdue = nurse.Locator("#overdue li");
        var shown = await nurse.Locator("#overdue li:visible").CountAsync();
        Assert.True(await overdue.CountAsync() > shown && shown is > 0 and < 6);
        Assert.Contains($"Overdue {await overdue.CountAsync()}", await nurse.Locator("#overdue h2").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Empty(await Axe.Broken(nurse));

        // What is asked of many alike is one line, which opens to each.
        var fold = waiting.Locator(".fold").First;
        var folded = int.Parse((await fold.Locator("summary b").InnerTextAsync()).Split(": ")[1].Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture);
        Assert.True(folded > 2);
        await fold.Locator("summary").ClickAsync();
        Assert.Equal(folded, await fold.Locator("li a:visible").CountAsync());
        Assert.Empty(await Axe.Broken(nurse));

        // Once the course has begun, its baseline is a record.
        await nurse.GotoAsync("/patients");
        await nurse.GetByRole(AriaRole.Link, new() { Name = "Hugo Alder" }).ClickAsync();
        await nurse.GotoAsync(nurse.Url + "/baseline");
        Assert.StartsWith("As it stood before the first session of this course", await nurse.InnerTextAsync("main .lead"), StringComparison.Ordinal);

        await nurse.GotoAsync("/board");
        await nurse.Locator("[data-live-state][data-state=live]").First.WaitForAsync();
        var gap = await nurse.EvaluateAsync<double>("document.querySelector('#board').getBoundingClientRect().top - document.querySelector('nav[aria-label=Order]').getBoundingClientRect().bottom");
        Assert.True(gap < 48, FormattableString.Invariant($"{gap} px of nothing before the first chair."));
        // A step that waits is not late, on the board as at the chair.
        var waits = nurse.Locator(".chair .next", new() { HasTextString = "questions before the start" });
        Assert.DoesNotContain("late", await waits.InnerTextAsync(), StringComparison.Ordinal);

        await nurse.SetViewportSizeAsync(1440, 900);
        await Pictures.Take(nurse, "board-1440");

        await nurse.GotoAsync("/library");
        var screens = await nurse.EvaluateAsync<double>("document.scrollingElement.scrollHeight / innerHeight");
        Assert.True(screens < 4, FormattableString.Invariant($"The library is {screens} screens long."));
        await nurse.GetByRole(AriaRole.Link, new() { NameRegex = new("^Protocols") }).ClickAsync();
        await nurse.GetByRole(AriaRole.Link, new() { Name = "TRD-IV-STD" }).WaitForAsync();

        // The way back to screening stands where screening led to, and leads to the same protocol.
        await nurse.GotoAsync("/patients");
        var patient = await nurse.Locator("tbody a").First.GetAttributeAsync("href");
        await nurse.GotoAsync($"{patient}/history");
        Assert.Equal(0, await nurse.GetByRole(AriaRole.Link, new() { Name = "Back to screening" }).CountAsync());
        await nurse.GotoAsync($"{patient}/history?screening=TRD-IV-STD");
        Assert.Equal($"{patient}/screening?protocol=TRD-IV-STD", await nurse.GetByRole(AriaRole.Link, new() { Name = "Back to screening" }).GetAttributeAsync("href"));
        await nurse.Context.DisposeAsync();
    }
}
