using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Mooring.Clinical;
using Mooring.Clinical.Patients;
using Mooring.Clinical.Scheduling;
using Mooring.Practice.Scheduling;
using Mooring.SystemTests.Clinics;
using Mooring.SystemTests.Tour;

namespace Mooring.SystemTests.Scheduling;

/// <summary>The front desk's most-used tasks, in the browser: how many clicks each takes.</summary>
public class RunningTheDay
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Takes_few_clicks_for_what_is_done_most()
    {
        await using var clinic = await Opened();
        var (noor, ida) = (await Somebody(clinic, "Noor"), await Somebody(clinic, "Ida"));
        var today = Today(clinic);
        var first = await Book(clinic, noor, today, new(10, 0));
        await Book(clinic, ida, today.AddDays(7), new(11, 0));
        await clinic.As(Role.FrontDesk, services => services.GetRequiredService<WaitlistDesk>().Add(new() { Patient = ida }, Cancel));
        var page = await Browser.Page(clinic, Role.FrontDesk);
        var hand = new Hand();

        // Find who comes today.
        await hand.Takes("find today's arrivals", 1, async () =>
        {
            await hand.Click(page.GetByRole(AriaRole.Link, new() { Name = "Front desk" }).First);
            await page.Locator("#expected").GetByText("Noor Willow").First.WaitForAsync();
        });
        await Pictures.Whole(page, "front-desk-1440");
        Assert.Empty(await Axe.Broken(page));

        await hand.Takes("check in", 1, async () =>
        {
            await hand.Click(page.GetByRole(AriaRole.Button, new() { Name = "Birth date said" }));
            await page.Locator("#checked-in").GetByText("Noor Willow").First.WaitForAsync();
        });

        await page.GotoAsync("/schedule");
        await hand.Takes("book", 6, async () =>
        {
            await hand.Click(page.GetByRole(AriaRole.Link, new() { Name = "Book", Exact = true }));
            await page.Locator("#words").FillAsync("Ida");
            await page.Keyboard.PressAsync("Enter");
            await hand.Click(page.GetByRole(AriaRole.Link, new() { Name = "Ida Willow" }));
            await hand.Click(page.GetByText("Nurse visit", new() { Exact = true }));
            await hand.Click(page.Locator("#time .choice").First);
            await hand.Click(page.GetByRole(AriaRole.Button, new() { Name = "Book", Exact = true }));
            await page.GetByText("Booked:").WaitForAsync();
        });

        await page.GotoAsync($"/schedule/appointments/{first.Value}");
        await hand.Click(page.GetByRole(AriaRole.Button, new() { Name = "Put back" }));
        await hand.Takes("move", 4, async () =>
        {
            await hand.Click(page.GetByRole(AriaRole.Link, new() { Name = "Move" }));
            await hand.Click(page.GetByRole(AriaRole.Button, new() { Name = "Next day with a free time" }));
            await hand.Click(page.Locator("#time .choice").First);
            await page.GetByLabel("Why").FillAsync("Works in the morning");
            await hand.Click(page.GetByRole(AriaRole.Button, new() { Name = "Move it" }));
            await page.GetByText("Moved:").WaitForAsync();
        });

        await hand.Takes("cancel, and offer the time", 3, async () =>
        {
            await hand.Click(page.GetByRole(AriaRole.Link, new() { Name = "Cancel" }));
            await page.GetByLabel("In a few words").FillAsync("Has a cold");
            await hand.Click(page.GetByRole(AriaRole.Button, new() { Name = "Cancel the appointment" }));
            await hand.Click(page.GetByText("Offer it to Ida Willow"));
            await page.Locator("#time").WaitForAsync();
        });
        TestContext.Current.TestOutputHelper!.WriteLine(string.Join('\n', hand.Said));
        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task Books_by_the_keyboard_alone()
    {
        await using var clinic = await Opened();
        await Somebody(clinic, "Noor");
        var day = Today(clinic).AddDays(7);
        var page = await Browser.Page(clinic, Role.FrontDesk);
        await page.GotoAsync($"/schedule?day={day:yyyy-MM-dd}");
        await page.Locator("[data-book] a.slot").First.FocusAsync();

        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("ArrowRight");
        Assert.Contains("Chair 2", await page.EvaluateAsync<string>("document.activeElement.textContent"), StringComparison.Ordinal);
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("#words").WaitForAsync();
        await page.Locator("#words").FocusAsync();
        await page.Keyboard.TypeAsync("Noor");
        await page.Keyboard.PressAsync("Enter");
        await page.GetByRole(AriaRole.Link, new() { Name = "Noor Willow" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("input[value='nurse-visit']").FocusAsync();
        await page.Keyboard.PressAsync("Space");
        await page.Keyboard.PressAsync("Enter");

        await page.GetByText("Booked:").WaitForAsync();
        Assert.Empty(await Axe.Broken(page));
        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task Books_without_any_script()
    {
        await using var clinic = await Opened();
        var noor = await Somebody(clinic, "Noor");
        var day = Today(clinic).AddDays(7);
        var script = await Browser.Page(clinic, Role.FrontDesk);
        await using var context = await script.Context.Browser!.NewContextAsync(new() { BaseURL = clinic.Address.ToString(), JavaScriptEnabled = false });
        var page = await context.NewPageAsync();
        await page.GotoAsync((await clinic.LinkFor(Role.FrontDesk)).ToString());

        await page.GotoAsync($"/schedule/book?patient={noor.Value}&day={day:yyyy-MM-dd}");
        await page.GetByLabel("Nurse visit", new() { Exact = true }).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Show free times" }).ClickAsync();
        await page.Locator("#time input[type=radio]").Nth(4).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Book", Exact = true }).Last.ClickAsync();

        await page.GetByText("Booked:").WaitForAsync();
        Assert.Single((await clinic.As(Role.FrontDesk, services => services.GetRequiredService<BookDesk>().Day(day, Cancel))).Day.Entries);
        await script.Context.DisposeAsync();
    }

    [Fact]
    public async Task Names_everything_that_stands_against_a_time_at_its_field()
    {
        await using var clinic = await Opened();
        var (noor, ida) = (await Somebody(clinic, "Noor"), await Somebody(clinic, "Ida"));
        var day = Today(clinic).AddDays(7);
        await Book(clinic, noor, day, new(10, 0));
        var page = await Browser.Page(clinic, Role.FrontDesk);

        await page.GotoAsync($"/schedule/book?patient={noor.Value}&day={day:yyyy-MM-dd}&time=10:00&type=nurse-visit");
        await page.GetByRole(AriaRole.Button, new() { Name = "Book", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Alert).GetByText("This patient has another appointment").WaitForAsync();
        await Pictures.Whole(page, "booking-refused-1440");
        Assert.Empty(await Axe.Broken(page));
        await page.GetByLabel("Why it is kept all the same").FillAsync("Comes for both");
        await page.GetByRole(AriaRole.Button, new() { Name = "Book", Exact = true }).ClickAsync();

        await page.GetByText("Booked all the same").WaitForAsync();
        Assert.NotEqual(noor, ida);
        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task Books_eight_visits_in_one_step()
    {
        await using var clinic = await Opened();
        var noor = await Somebody(clinic, "Noor");
        var page = await Browser.Page(clinic, Role.FrontDesk);
        var hand = new Hand();
        await page.GotoAsync($"/schedule/series?patient={noor.Value}");

        await hand.Takes("book a series of eight", 5, async () =>
        {
            await hand.Click(page.GetByText("Nurse visit", new() { Exact = true }));
            await page.GetByLabel("First day").FillAsync(Today(clinic).AddDays(7).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
            await page.GetByLabel("Time", new() { Exact = true }).FillAsync("10:00");
            await page.GetByLabel("How many").FillAsync("8");
            await hand.Click(page.GetByText("Mon", new() { Exact = true }));
            await hand.Click(page.GetByText("Thu", new() { Exact = true }));
            await hand.Click(page.GetByRole(AriaRole.Button, new() { Name = "Show every visit" }));
            await hand.Click(page.GetByRole(AriaRole.Button, new() { Name = "Book all 8" }));
            await page.GetByText("8 visits are booked").WaitForAsync();
        });

        TestContext.Current.TestOutputHelper!.WriteLine(string.Join('\n', hand.Said));
        Assert.Equal(8, (await clinic.As(Role.FrontDesk, services => services.GetRequiredService<BookDesk>().Of(noor, Cancel))).Count);
        Assert.Empty(await Axe.Broken(page));
        await page.Context.DisposeAsync();
    }

    private static async Task<TestClinic> Opened()
    {
        // A Monday at 9 in the morning: the clinic is open.
        var clinic = await TestClinic.Start(Engine.Sqlite, new Courses.MovedClock());
        foreach (var name in new[] { "Chair 1", "Chair 2" })
            await clinic.Seats.Chair(name, "East room");
        return clinic;
    }

    private static DateOnly Today(TestClinic clinic) => clinic.Clinic.DayOf(clinic.Services.GetRequiredService<TimeProvider>().GetUtcNow());

    private static async Task<Id<Patient>> Somebody(TestClinic clinic, string given) => (await clinic.Seats.TakeIn(given, "Willow", new(1984, 5, 9))).Id;

    private static async Task<Id<Appointment>> Book(TestClinic clinic, Id<Patient> patient, DateOnly day, TimeOnly time) => (await clinic.As(Role.FrontDesk, services =>
        services.GetRequiredService<BookingDesk>().Book(new() { Patient = patient, Type = "nurse-visit", Day = day, Time = time }, Cancel))).Value!.What.Id;
}
