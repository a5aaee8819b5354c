using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Mooring.Clinical;
using Mooring.Demo;
using Mooring.Practice.Curves;
using Mooring.SystemTests.Clinics;
using Mooring.SystemTests.Tour;

namespace Mooring.SystemTests.Sessions;

public class AskingWhatIf
{
    private readonly SetClock clock = new(new(2026, 3, 2, 15, 0, 0, TimeSpan.Zero));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Shows_two_futures_on_the_same_axes_with_two_taps_and_takes_them_away_again()
    {
        await using var stage = await FullClinic.Open();
        var page = await Browser.Page(stage.Clinic, Role.Nurse);
        await page.GotoAsync($"/sessions/{stage.Infusing}");
        await page.Locator(".plot canvas").Nth(2).WaitForAsync();

        await page.GetByText("What if, from now?").ClickAsync();
        await page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "If stopped now" }).ClickAsync();
        await page.Locator("figure[data-two-futures]").WaitForAsync();
        var says = await page.Locator(".what-if .forecast").InnerTextAsync();
        await Pictures.Take(page, "what-if-1440");
        var broken = await Axe.Broken(page);
        await page.GetByText("Show as a table").ClickAsync();
        var columns = await page.Locator(".forecast-table th").CountAsync();
        await page.SetViewportSizeAsync(390, 844);
        await page.Locator(".what-if").ScrollIntoViewIfNeededAsync();
        await Pictures.Take(page, "what-if-390");
        await page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "If stopped now" }).ClickAsync();
        await page.Locator("figure[data-series]:not([data-two-futures])").WaitForAsync();

        Assert.StartsWith("Forecast, not an order", says, StringComparison.Ordinal);
        Assert.Contains("instead of", says, StringComparison.Ordinal);
        Assert.Equal(5, columns);
        Assert.True(broken.Count == 0, string.Join('\n', broken));
        Assert.Equal("", await page.Locator(".what-if .forecast").InnerTextAsync());
        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task Agrees_with_the_curve_until_now_and_records_nothing()
    {
        await using var clinic = await TestClinic.Start(Engine.Sqlite, clock);
        var bedside = await Infusing(clinic);
        using var nurse = await clinic.Visitor(Role.Nurse);
        var before = (await bedside.Find())!.LastSeq;

        using var stopped = JsonDocument.Parse(await nurse.GetStringAsync($"/sessions/{bedside.Session}/what-if?change=stop", Cancel));
        using var slowed = JsonDocument.Parse(await nurse.GetStringAsync($"/sessions/{bedside.Session}/what-if?change=slow", Cancel));

        var (planned, changed) = (Middle(stopped, "asPlanned"), Middle(stopped, "ifChanged"));
        var now = stopped.RootElement.GetProperty("now").GetDouble();
        Assert.Equal(planned.Where(point => point.T <= now), changed.Where(point => point.T <= now));
        Assert.All(planned.Zip(changed).Where(pair => pair.First.T > now + 60), pair => Assert.True(pair.Second.V < pair.First.V));
        Assert.Equal(planned, Middle(slowed, "asPlanned"));
        Assert.Equal(9, stopped.RootElement.GetProperty("ifChanged").GetProperty("milligrams").GetDouble(), 1.0);
        Assert.Equal(before, (await bedside.Find())!.LastSeq);
    }

    [Fact]
    public async Task Is_for_this_clinics_sessions_and_for_clinicians_and_says_why_it_refuses()
    {
        await using var clinic = await TestClinic.Start(Engine.Sqlite, clock);
        var bedside = await Bedside.Arriving(clinic, clock);
        using var nurse = await clinic.Visitor(Role.Nurse);
        using var desk = await clinic.Visitor(Role.FrontDesk);
        var address = $"/sessions/{bedside.Session}/what-if?change=stop";

        using var early = await nurse.GetAsync(new Uri(address, UriKind.Relative), Cancel);
        using var unknown = await nurse.GetAsync(new Uri($"/sessions/{Guid.CreateVersion7(clock.GetUtcNow())}/what-if?change=stop", UriKind.Relative), Cancel);
        using var notClinical = await desk.GetAsync(new Uri(address, UriKind.Relative), Cancel);
        await bedside.Ready();
        await bedside.Start();
        clock.Pass(10);
        using var senseless = await nurse.GetAsync(new Uri($"/sessions/{bedside.Session}/what-if?change=more", UriKind.Relative), Cancel);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, early.StatusCode);
        Assert.Contains("SER102", await early.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, notClinical.StatusCode);
        Assert.Contains("SER101", await senseless.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        Assert.Null(await Elsewhere(clinic, bedside));
    }

    // The same database, another clinic's scope.
    private static async Task<object?> Elsewhere(TestClinic clinic, Bedside bedside)
    {
        await using var scope = clinic.Services.CreateAsyncScope();
        var nurse = clinic.Person(Role.Nurse);
        scope.ServiceProvider.GetRequiredService<Mooring.Storage.ClinicScope>().Enter(Id<Clinic>.New(DateTimeOffset.UnixEpoch), nurse);
        return await scope.ServiceProvider.GetRequiredService<WhatIfDesk>().Of(bedside.Session, "stop", Cancel);
    }

    private async Task<Bedside> Infusing(TestClinic clinic)
    {
        var bedside = await Bedside.Arriving(clinic, clock);
        await bedside.Ready();
        await bedside.Start();
        clock.Pass(10);
        return bedside;
    }

    private static List<(double T, double V)> Middle(JsonDocument answer, string which)
    {
        var band = answer.RootElement.GetProperty(which).GetProperty("band");
        return [.. band.GetProperty("t").EnumerateArray().Zip(band.GetProperty("p50").EnumerateArray(), (t, v) => (t.GetDouble(), v.GetDouble()))];
    }
}
