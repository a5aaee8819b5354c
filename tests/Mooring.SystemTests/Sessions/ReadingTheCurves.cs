using System.Globalization;
using System.Net;
using Mooring.Clinical;
using Mooring.Clinical.Sessions.Leaving;
using Mooring.Clinical.Sessions.Rescuing;
using Mooring.Demo;
using Mooring.Practice.Bedside;
using Mooring.Storage.Journals;
using Mooring.SystemTests.Clinics;
using Mooring.SystemTests.Tour;

namespace Mooring.SystemTests.Sessions;

public class ReadingTheCurves
{
    private readonly SetClock clock = new(new(2026, 3, 2, 15, 0, 0, TimeSpan.Zero));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Of_all_models_says_which_apply_and_why_others_do_not_and_only_to_clinicians_of_the_clinic()
    {
        await using var clinic = await TestClinic.Start(Engine.Sqlite, clock);
        var bedside = await Bedside.Arriving(clinic, clock);
        using var nurse = await clinic.Visitor(Role.Nurse);
        using var desk = await clinic.Visitor(Role.FrontDesk);
        var early = await Read(nurse, $"/sessions/{bedside.Session}/models");
        await bedside.Ready();
        await bedside.Start();
        clock.Pass(20);

        var page = await Read(nurse, $"/sessions/{bedside.Session}/models");
        using var unknown = await nurse.GetAsync(new Uri($"/sessions/{Guid.CreateVersion7(clock.GetUtcNow())}/models", UriKind.Relative), Cancel);
        using var notClinical = await desk.GetAsync(new Uri($"/sessions/{bedside.Session}/models", UriKind.Relative), Cancel);

        Assert.Contains("Nothing was given yet", early, StringComparison.Ordinal);
        Assert.All(["Kamp 2020", "shown at the chair", "Clements and Nimmo 1981", "Left out, and why", "It is not for patients like these", "venous plasma", "not a measurement"], says => Assert.Contains(says, page, StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, notClinical.StatusCode);
    }

    [Fact]
    public async Task Of_readiness_stands_beside_the_criteria_and_never_comes_before_the_minimum_stay()
    {
        await using var clinic = await TestClinic.Start(Engine.Sqlite, clock);
        var bedside = await Recovering(clinic);
        clock.Pass(20);
        using var nurse = await clinic.Visitor(Role.Nurse);

        var early = await Read(nurse, $"/sessions/{bedside.Session}/discharge");
        var until = (await bedside.Find())!.EarliestDischarge!.Value;
        clock.Pass((until - clock.GetUtcNow()).TotalMinutes + 1);
        var later = await Read(nurse, $"/sessions/{bedside.Session}/discharge");

        Assert.All(["assumption", "It replaces no criterion and shortens nothing", "still under observation", "Kamp 2020"], says => Assert.Contains(says, early, StringComparison.Ordinal));
        Assert.Contains($"runs until {Mooring.Web.Components.Words.Time(until, clinic.Clinic)}", early, StringComparison.Ordinal);
        Assert.DoesNotContain("still under observation", later, StringComparison.Ordinal);
        Assert.Contains("about", later, StringComparison.Ordinal);
        Assert.Contains("Not answered", later, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_the_record_and_of_the_course_name_model_doses_and_limits()
    {
        await using var clinic = await TestClinic.Start(Engine.Sqlite, clock);
        var bedside = await Recovering(clinic);
        var session = (await bedside.Find())!;
        using var nurse = await clinic.Visitor(Role.Nurse);

        var record = await Read(nurse, $"/sessions/{bedside.Session}/record");
        var outcomes = await Read(nurse, $"/patients/{session.Plan.Patient}/outcomes");

        Assert.All(["Predicted concentration", "Kamp 2020 (pooled), version 1", "Infusion 36 mg", "not a measurement"], says => Assert.Contains(says, record, StringComparison.Ordinal));
        Assert.All(["Dose and exposure of the course", "36 mg iv", "Kamp 2020 (pooled), version 1", "not measurements"], says => Assert.Contains(says, outcomes, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Of_a_measured_level_say_whom_the_patient_is_like_and_when_it_lies_outside()
    {
        await using var clinic = await TestClinic.Start(Engine.Sqlite, clock);
        var bedside = await Bedside.Arriving(clinic, clock);
        await bedside.Ready();
        await bedside.Start();
        clock.Pass(35);
        var before = (await bedside.Find())!.LastSeq;
        var page = await Browser.Page(clinic, Role.Prescriber);
        var drawn = clinic.Clinic.LocalTime(clock.GetUtcNow().AddMinutes(-5)).ToString("HH:mm", CultureInfo.InvariantCulture);

        foreach (var (level, says, more) in new[]
        {
            ("110", "still speak for this person", "Those who would show this level"),
            ("9000", "Outside the model", "check time, dose, units"),
            ("eighty", "is not a number", "A measured level"),
        })
        {
            await page.GotoAsync($"/sessions/{bedside.Session}/level");
            await page.FillAsync("#level", level);
            await page.FillAsync("#drawn", drawn);
            await page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Compare with the band" }).ClickAsync();
            var shown = await page.InnerTextAsync("main");
            Assert.True(shown.Contains(says, StringComparison.Ordinal), shown);
            Assert.Contains(more, shown, StringComparison.Ordinal);
            await Pictures.Whole(page, $"level-{level}");
        }

        Assert.Empty(await Axe.Broken(page));
        Assert.Equal(before, (await bedside.Find())!.LastSeq);
        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task Of_the_chair_tell_oxygen_and_medicines_from_doses_by_sign_and_word()
    {
        await using var clinic = await TestClinic.Start(Engine.Sqlite, clock);
        var bedside = await Bedside.Arriving(clinic, clock);
        await bedside.Ready();
        await bedside.Start();
        clock.Pass(5);
        await bedside.Do(Role.Nurse, (RescueDesk desk, EntryStamp stamp) => desk.SetOxygen(bedside.Session, new() { Flow = "2", Through = "Nasal cannula" }, stamp, default));
        clock.Pass(5);
        await bedside.Do(Role.Nurse, (RescueDesk desk, EntryStamp stamp) => desk.GiveRescue(
            bedside.Session, new() { Medicine = "Ondansetron", Dose = "4 mg", Route = "IV", For = "Nausea", OrderedBy = "Mara Alder", Way = OrderWay.Verbal, ReadBack = true }, null, stamp, default));
        clock.Pass(5);
        await bedside.Vitals();
        using var nurse = await clinic.Visitor(Role.Nurse);
        var page = await Browser.Page(clinic, Role.Nurse);
        var came = new TaskCompletionSource();
        await page.RouteAsync("**/series", async route => { await came.Task; await route.ContinueAsync(); });
        await page.GotoAsync($"/sessions/{bedside.Session}");

        // A quick hand opens the table before its values are here.
        await page.Locator(".values-table summary").First.ClickAsync();
        came.SetResult();
        await page.Locator(".values-table td").First.WaitForAsync();
        var table = await page.InnerTextAsync(".values-table table");
        var models = await Read(nurse, $"/sessions/{bedside.Session}/models");
        await Pictures.Whole(page, "marks");

        Assert.All(["▲ Infusion 36 mg", "○ Oxygen 2 L/min", "✚ Medicine: Ondansetron 4 mg"], says => Assert.Contains(says, table, StringComparison.Ordinal));
        Assert.Contains("Triangles mark doses: Infusion 36 mg (", models, StringComparison.Ordinal);
        Assert.DoesNotContain("Oxygen", models, StringComparison.Ordinal);
        Assert.Empty(await Axe.Broken(page));
        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task Looks_right_on_a_desk_and_on_a_phone()
    {
        await using var clinic = await TestClinic.Start(Engine.Sqlite, clock);
        var bedside = await Recovering(clinic);
        clock.Pass(50);
        var patient = (await bedside.Find())!.Plan.Patient;
        var page = await Browser.Page(clinic, Role.Nurse);
        List<string> wrong = [];

        foreach (var (address, name) in new[] { ($"/sessions/{bedside.Session}/models", "models"), ($"/sessions/{bedside.Session}/discharge", "readiness"), ($"/sessions/{bedside.Session}/record", "record"), ($"/patients/{patient}/outcomes", "exposure") })
        {
            foreach (var width in new[] { 1440, 390 })
            {
                await page.SetViewportSizeAsync(width, 900);
                await page.GotoAsync(address);
                await page.Locator("h1").First.WaitForAsync();
                var over = await page.EvaluateAsync<int>("document.scrollingElement.scrollWidth - innerWidth");
                if (over > 1)
                    wrong.Add(FormattableString.Invariant($"{name} is {over} px wider than {width}"));
                await Pictures.Whole(page, FormattableString.Invariant($"{name}-{width}"));
            }

            wrong.AddRange((await Axe.Broken(page)).Select(says => $"{name}: {says}"));
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        await page.Context.DisposeAsync();
    }

    private async Task<Bedside> Recovering(TestClinic clinic)
    {
        var bedside = await Bedside.Arriving(clinic, clock);
        await bedside.Ready();
        await bedside.Start();
        clock.Pass(40);
        await bedside.Do(Role.Nurse, (DosingDesk desk, EntryStamp stamp) => desk.StopInfusion(bedside.Session, new() { Completed = true }, stamp, default));
        return bedside;
    }

    private static async Task<string> Read(HttpClient visitor, string address) =>
        WebUtility.HtmlDecode(await visitor.GetStringAsync(new Uri(address, UriKind.Relative), Cancel));
}
