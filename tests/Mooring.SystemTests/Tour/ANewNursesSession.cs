using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Mooring.Clinical;
using Mooring.Clinical.Sessions;
using Mooring.Clinical.Sessions.Clearance;
using Mooring.Clinical.Sessions.Leaving;
using Mooring.Demo;
using Mooring.Devices.Mllp;
using Mooring.Practice.Bedside;
using Mooring.Practice.Devices;
using Mooring.Storage.Journals;
using Mooring.SystemTests.Clinics;
using Mooring.SystemTests.Live;
using Mooring.SystemTests.Sessions;

namespace Mooring.SystemTests.Tour;

/// <summary>A whole session in the hands of somebody new, from the front page to the signature, by touch on a tablet.</summary>
public class ANewNursesSession
{
    private const string Device = "00A0C90003000001";

    // 126/78, 72, 98 %, 14, 36.8 °C, MOAA/S 5, dissociation 1.
    private const string Digits = "1267872981436851";

    private readonly RunningClock clock = new(TimeProvider.System.GetUtcNow());

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Leads_from_check_in_to_signature_without_a_dead_end_or_a_refused_button()
    {
        await using var clinic = await TestClinic.Start(Engine.Sqlite, clock);
        var bedside = await Bedside.Arriving(clinic, clock);
        Assert.True((await clinic.As(Role.Manager, services => services.GetRequiredService<DeviceDesk>().Tie(Device, bedside.Chair, Cancel))).IsDone);
        var page = await Browser.Page(clinic, Role.Nurse, width: 1024, height: 768, isTouched: true);
        var nurse = new NewNurse(page);

        await Arrive(nurse);
        await Check(nurse, bedside);
        await ReadTheLabel(nurse, bedside);
        await Infuse(nurse, bedside);
        await Recover(nurse, bedside);
        // The front desk has booked the call of the next day meanwhile.
        await bedside.BookNext();
        await Leave(nurse);
        await Sign(nurse);

        var table = nurse.Table();
        TestContext.Current.TestOutputHelper!.WriteLine(table);
        await Pictures.Write("a-new-nurses-session.md", table);
        Assert.True(nurse.Stops.Count == 0, string.Join('\n', nurse.Stops));
        Assert.Equal(Phase.Discharged, (await bedside.Find())!.Phase);
        Assert.Equal([Role.Nurse], (await bedside.Find())!.SignedBy);
        await page.Context.DisposeAsync();
    }

    private static async Task Arrive(NewNurse nurse)
    {
        nurse.Begin("Today to the chair");
        await nurse.Go(nurse.Link("Iris F."));
        nurse.Begin("Check in");
        await nurse.Go(nurse.Link("Check in"));
        await nurse.Tap(nurse.Choice("said their name"));
        await nurse.Tap(nurse.Choice("said their birth date"));
        await nurse.Go(nurse.Button("Check in"));
        nurse.Begin("Vital signs by the keypad");
        await Vitals(nurse);
    }

    private static async Task Check(NewNurse nurse, Bedside bedside)
    {
        nurse.Begin("Checklist");
        await nurse.Go(nurse.Link("Checklist"));
        foreach (var gate in (await bedside.Find())!.Gates.Where(gate => gate.By.Contains(Role.Nurse)))
        {
            var mine = nurse.Page.Locator($"#{gate.Id}");
            var value = mine.Locator($"#value-{gate.Id}");
            if (gate.AsksFor is not null && await value.InputValueAsync() is { Length: 0 })
                await nurse.Type(value, "as asked");
            // What the chart does not bear out has its note open already.
            if (await mine.Locator("details[open]").CountAsync() > 0)
                await nurse.Type(mine.Locator($"#note-{gate.Id}"), "Asked today, on paper");
            await nurse.Tap(mine.Locator("label.choice", new() { HasTextString = "Yes" }).First);
            await mine.Locator(".kept", new() { HasTextString = "Kept" }).WaitForAsync();
        }

        await nurse.Go(nurse.Page.Locator("[data-all-answered] a"));
        await bedside.Do(Role.Prescriber, (ClearanceDesk desk, EntryStamp stamp) => desk.DecideGo(bedside.Session, new() { Go = true }, stamp, Cancel));
    }

    private static async Task ReadTheLabel(NewNurse nurse, Bedside bedside)
    {
        nurse.Begin("Time-out, first reading");
        await nurse.Go(nurse.Page.Locator("#due a", new() { HasTextString = "Time-out" }));
        await nurse.Type(nurse.Page.Locator("#drug"), "ketamine");
        await nurse.Type(nurse.Page.Locator("#milligrams"), "36");
        await nurse.Go(nurse.Button("Ask a second person"));
        await ReadAgain(bedside);
        await Home(nurse);
        nurse.Begin("Line placed");
        await nurse.Go(nurse.Link("Line"));
        await nurse.Tap(nurse.Choice("left forearm"));
        await nurse.Tap(nurse.Choice("22 G"));
        await nurse.Go(nurse.Button("Record IV line"));
    }

    private static Task ReadAgain(Bedside bedside) => bedside.Do(Role.Prescriber, async (TimeOutDesk desk, EntryStamp stamp) =>
    {
        var asked = (await desk.TimeOutWaiting(bedside.Session, Cancel))!;
        return await desk.ConfirmTimeOut(bedside.Session, LabelAndPump.Of((await bedside.Find())!) with { Request = asked.Id }, stamp, Cancel);
    });

    private async Task Infuse(NewNurse nurse, Bedside bedside)
    {
        nurse.Begin("Start of the infusion");
        await nurse.Go(nurse.Link("Start dosing"));
        await nurse.Type(nurse.Page.Locator("#rate:visible"), "150");
        await nurse.Go(nurse.Button("The pump runs"));
        nurse.Begin("Vital signs by the monitor");
        using (var monitor = await MllpClient.Connect("127.0.0.1", bedside.Clinic.MllpPort, Cancel))
            await monitor.Ask(MonitoredSeat.MessageOf(Device, "T1", clock.GetUtcNow(), null, MonitoredSeat.HeartRate(87)), Cancel);
        await nurse.Page.Locator(".vital[data-sign=hr] .value b", new() { HasTextString = "87" }).WaitForAsync();
        await nurse.Go(nurse.Link("Vitals"), mustBeInSight: true);
        await nurse.Go(nurse.Button("Chart what the monitor shows"), mustBeInSight: true);
        await Home(nurse);
        nurse.Begin("Pause, with its reason");
        await nurse.Go(nurse.Button("Pause"), mustBeInSight: true);
        await nurse.Go(nurse.Button("Distress"), mustBeInSight: true);
        clock.Pass(TimeSpan.FromMinutes(2));
        nurse.Begin("Resume");
        await nurse.Go(nurse.Button("Resume"), mustBeInSight: true);
        nurse.Begin("Stop, taken back");
        await nurse.Go(nurse.Button("Stop"), mustBeInSight: true);
        await nurse.Go(nurse.Button("By mistake: it still runs"), mustBeInSight: true);
        clock.Pass(TimeSpan.FromMinutes(50));
        nurse.Begin("End of the infusion");
        await nurse.Page.ReloadAsync();
        await nurse.Go(nurse.Button("The whole bag went in"), mustBeInSight: true);
    }

    private async Task Recover(NewNurse nurse, Bedside bedside)
    {
        nurse.Begin("Line out");
        await nurse.Go(nurse.Link("Line"));
        await nurse.Tap(nurse.Choice("Site looked at, and well"));
        await nurse.Go(nurse.Button("IV line removed"));
        nurse.Begin("Vital signs before leaving, twice");
        clock.Pass((await bedside.Find())!.EarliestDischarge!.Value - clock.GetUtcNow() + TimeSpan.FromMinutes(1));
        await nurse.Page.ReloadAsync();
        await Vitals(nurse);
        clock.Pass(TimeSpan.FromMinutes(16));
        await nurse.Page.ReloadAsync();
        await Vitals(nurse);
    }

    private static async Task Leave(NewNurse nurse)
    {
        nurse.Begin("Criteria for leaving");
        await nurse.Go(nurse.Link("Discharge"), mustBeInSight: true);
        while (await nurse.Page.Locator(".known a:visible").CountAsync() > 0)
            await Stand(nurse);
        foreach (var criterion in await nurse.Page.Locator("fieldset.gate").AllAsync())
        {
            var value = criterion.Locator("input[id^='value-']");
            if (await value.CountAsync() > 0 && await value.InputValueAsync() is { Length: 0 })
                await nurse.Type(value, "as asked");
            if (!await criterion.Locator("input[value=Met]").IsCheckedAsync())
                await nurse.Tap(criterion.Locator("label.choice").First);
            await criterion.Locator(".kept", new() { HasTextString = "Kept" }).WaitForAsync();
        }

        nurse.Begin("Escort, instructions, out of the door");
        await nurse.Type(nurse.Page.Locator("#name"), "Otto Fennel");
        await nurse.Type(nurse.Page.Locator("#relationship"), "brother");
        await nurse.Type(nurse.Page.Locator("#phone"), "555 0100");
        await nurse.Tap(nurse.Choice("This is the person who was named"));
        await nurse.Go(nurse.Button("Hand over"));
        await nurse.Go(nurse.Page.Locator(".notice a", new() { HasTextString = "nstructions" }).Or(nurse.Link("Instructions for home")).First);
        await nurse.Tap(nurse.Choice("To the patient"));
        await nurse.Tap(nurse.Choice("To the escort"));
        await nurse.Go(nurse.Button("Instructions were given"));
        await nurse.Go(nurse.Page.GetByRole(AriaRole.Button, new() { Name = "Discharge", Exact = true }), mustBeInSight: true);
    }

    private static async Task Stand(NewNurse nurse)
    {
        await nurse.Go(nurse.Page.Locator(".known a:visible").First);
        foreach (var (field, number) in new[] { ("restSystolic", "122"), ("restDiastolic", "76"), ("oneSystolic", "120"), ("oneDiastolic", "76"), ("threeSystolic", "121"), ("threeDiastolic", "77") })
            await nurse.Type(nurse.Page.Locator($"#{field}"), number);
        await nurse.Go(nurse.Button("Save the check"));
    }

    private static async Task Sign(NewNurse nurse)
    {
        nurse.Begin("Signature");
        await Home(nurse);
        await nurse.Go(nurse.Link("Sign"), mustBeInSight: true);
        await nurse.Go(nurse.Page.GetByRole(AriaRole.Button, new() { Name = "Sign", Exact = true }), mustBeInSight: true);
        nurse.Begin("Record");
        await Home(nurse);
        await nurse.Go(nurse.Link("Record"), mustBeInSight: true);
    }

    private static async Task Vitals(NewNurse nurse)
    {
        await nurse.Go(nurse.Link("Vitals"), mustBeInSight: true);
        foreach (var digit in Digits)
            await nurse.Tap(nurse.Page.Locator($"[data-key='{digit}']"), mustBeInSight: true);
        await nurse.Go(nurse.Button("Save vital signs"), mustBeInSight: true);
    }

    // Where a form leads back to itself, the chair is one tap away.
    private static async Task Home(NewNurse nurse)
    {
        if (await nurse.Page.GetByRole(AriaRole.Link, new() { Name = "Back to the chair" }).CountAsync() > 0)
            await nurse.Go(nurse.Link("Back to the chair"), mustBeInSight: true);
    }
}
