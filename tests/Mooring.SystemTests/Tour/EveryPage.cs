using Microsoft.Playwright;
using Mooring.Clinical;
using Mooring.SystemTests.Clinics;

namespace Mooring.SystemTests.Tour;

/// <summary>Walks a full clinic from page to page, as each role, and looks at what it finds. It changes nothing there, so that one clinic serves all.</summary>
public class EveryPage(EveryPage.Looked looked) : IClassFixture<EveryPage.Looked>
{
    private readonly FullClinic stage = looked.Stage;

    [Fact]
    public async Task Opens_fits_every_screen_and_can_be_used_by_everyone()
    {
        List<string> wrong = [];
        var judged = new HashSet<string>(StringComparer.Ordinal);

        foreach (var role in new Role?[] { Role.Nurse, Role.Prescriber, Role.Therapist, Role.FrontDesk, Role.Manager, Role.MedicalDirector, Role.Technician, Role.Biller, Role.PrivacyOfficer, Role.Pharmacist, Role.OutsideTherapist, Role.Patient, null })
        {
            var page = await Browser.Page(stage.Clinic);
            var walk = new Walk(page, judged, role == Role.Nurse ? 2 : 1);
            if (role is { } known)
                await page.GotoAsync((await stage.LinkFor(known)).ToString());
            await walk.From(role switch { null => stage.OpenDoors, Role.Patient => ["/my", "/my/help", "/my/expect"], Role.Nurse => ["/", $"/sessions/{stage.Infusing}/emergency", $"/sessions/{stage.Infusing}/emergency/complete", $"/sessions/{stage.Infusing}/home"], _ => ["/"] });
            wrong.AddRange(walk.Wrong.Select(says => $"{role?.ToString() ?? "nobody"}: {says}"));
            await page.Context.DisposeAsync();
        }

        TestContext.Current.TestOutputHelper!.WriteLine(FormattableString.Invariant($"{judged.Count} different pages looked at"));
        Assert.True(judged.Count > 40, $"Only {judged.Count} pages were found: the walk is blind.");
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public async Task Of_the_bedside_can_be_used_in_the_dark_too()
    {
        var page = await Browser.Page(stage.Clinic, Role.Nurse, scheme: ColorScheme.Dark);
        await page.GotoAsync($"/sessions/{stage.Infusing}");
        await page.Locator("[data-live-state][data-state=live]").First.WaitForAsync();

        var broken = await Axe.Broken(page);

        await Pictures.Take(page, "bedside-dark-1440");
        Assert.True(broken.Count == 0, string.Join('\n', broken));
        // The judge is not blind: a page without a language is no page for everyone.
        await page.EvaluateAsync("document.documentElement.removeAttribute('lang')");
        Assert.Contains("html-has-lang", Assert.Single(await Axe.Broken(page)), StringComparison.Ordinal);
        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task Of_the_bedside_can_be_used_by_day_too_once_somebody_said_so_on_this_tablet()
    {
        var page = await Browser.Page(stage.Clinic, Role.Nurse);
        await page.GotoAsync($"/sessions/{stage.Infusing}");
        await page.Locator("[data-live-state][data-state=live]").First.WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "For the day" }).ClickAsync();
        await page.Locator(".plot canvas").First.WaitForAsync();

        var broken = (await Axe.Broken(page)).ToList();
        await Pictures.Take(page, "bedside-day-1440");
        foreach (var kept in new[] { "", "/vitals", "/emergency" })
        {
            await page.GotoAsync($"/sessions/{stage.Infusing}{kept}");
            Assert.Equal("light", await page.EvaluateAsync<string>("getComputedStyle(document.documentElement).colorScheme"));
            broken.AddRange(await Axe.Broken(page));
        }

        Assert.True(broken.Count == 0, string.Join('\n', broken));
        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task Of_the_wall_shows_every_chair_at_once_and_no_name()
    {
        var page = await Browser.Page(stage.Clinic, Role.Nurse, width: 1920, height: 1080);
        await page.GotoAsync("/board/wall");
        await page.Locator("[data-live-state][data-state=live]").First.WaitForAsync();

        var smallest = await page.EvaluateAsync<double>("Math.min(...[...document.querySelectorAll('.place .value b')].filter(one => !one.closest('.unknown')).map(one => parseFloat(getComputedStyle(one).fontSize)))");
        var below = await page.EvaluateAsync<double>("document.scrollingElement.scrollHeight - innerHeight");
        var broken = await Axe.Broken(page);

        await Pictures.Take(page, "wall-1920");
        Assert.True(smallest >= 48, FormattableString.Invariant($"A number is {smallest} px high."));
        Assert.True(below <= 1, FormattableString.Invariant($"{below} px are below the screen."));
        Assert.True(broken.Count == 0, string.Join('\n', broken));
        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task Of_the_bedside_is_pictured_for_the_documentation_when_asked_for()
    {
        Assert.SkipUnless(Pictures.AreWanted, "MOORING_PICTURES=1 takes it anew.");
        var page = await Browser.Page(stage.Clinic, Role.Nurse);
        await page.GotoAsync($"/sessions/{stage.Infusing}");
        await page.Locator("[data-live-state][data-state=live]").First.WaitForAsync();
        await page.Locator(".plot canvas, .plot svg").First.WaitForAsync();

        var picture = await Pictures.Keep(page, "bedside");

        Assert.True(picture.Length < 200_000, $"The picture takes {picture.Length} bytes.");
        await page.Context.DisposeAsync();
    }

    /// <summary>The clinic that is looked at.</summary>
    public sealed class Looked : IAsyncLifetime
    {
        internal FullClinic Stage { get; private set; } = null!;

        public async ValueTask InitializeAsync() => Stage = await FullClinic.Open();

        public ValueTask DisposeAsync() => Stage.DisposeAsync();
    }
}
