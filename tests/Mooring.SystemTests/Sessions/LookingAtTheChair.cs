using Microsoft.Playwright;
using Mooring.Clinical;
using Mooring.Clinical.Monitoring;
using Mooring.Clinical.Sessions.Clearance;
using Mooring.Demo;
using Mooring.Practice.Bedside;
using Mooring.Storage.Journals;
using Mooring.SystemTests.Clinics;
using Mooring.SystemTests.Tour;

namespace Mooring.SystemTests.Sessions;

/// <summary>What was looked at by eye once, as a tired nurse would, and is to stay so.</summary>
public class LookingAtTheChair
{
    private readonly SetClock clock = new(new(2026, 3, 2, 15, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task Shows_a_checklist_as_one_line_that_opens_and_stays_open_and_what_was_no_by_itself()
    {
        await using var clinic = await TestClinic.Start(Engine.Sqlite, clock);
        var bedside = await Bedside.Arriving(clinic, clock);
        var session = await bedside.CheckIn();
        await bedside.Vitals();
        var no = session.Gates.First(gate => gate.Force == GateForce.Warns);
        var gates = session.Gates.Select(gate => new GateTyped { Item = gate.Id, Answer = gate == no ? GateAnswer.NotMet : GateAnswer.Met, Value = "as asked", Note = gate == no ? "Toast at six" : null }).ToList();
        await bedside.Do(Role.Nurse, (ClearanceDesk desk, EntryStamp stamp) => desk.AnswerGates(bedside.Session, new() { Gates = gates }, stamp, default));
        var nurse = await Nurse(clinic, bedside);

        var lines = await nurse.Locator("#timeline > ol > li").AllInnerTextsAsync();
        var folds = nurse.Locator("#timeline summary");
        var yes = (await folds.AllInnerTextsAsync()).Sum(says => int.Parse(says.Split(": ")[1].Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture));
        Assert.True(lines.Count < session.Gates.Count(), string.Join('\n', lines));
        Assert.Contains(lines, line => line.Contains(no.Label, StringComparison.Ordinal) && line.Contains("Toast at six", StringComparison.Ordinal));
        Assert.Equal(session.Gates.Count() - 1, yes + lines.Count(line => line.Contains(": yes", StringComparison.Ordinal)));

        await folds.First.ClickAsync();
        await nurse.Locator("#timeline details[open] a").First.WaitForAsync();
        clock.Pass(1);
        await bedside.Do(Role.Nurse, (ChartingDesk desk, EntryStamp stamp) => desk.Note(bedside.Session, new() { Text = "Comfortable" }, stamp, default));
        await nurse.Locator("#timeline", new() { HasTextString = "Comfortable" }).WaitForAsync();
        Assert.Equal(1, await nurse.Locator("#timeline details[open]").CountAsync());
        Assert.Empty(await Axe.Broken(nurse));
        await nurse.Context.DisposeAsync();
    }

    [Fact]
    public async Task Offers_nothing_that_would_be_refused_once_dosing_began()
    {
        await using var clinic = await TestClinic.Start(Engine.Sqlite, clock);
        var bedside = await Infusing(clinic);
        var session = (await bedside.Find())!;
        var nurse = await Nurse(clinic, bedside);
        var prescriber = await Browser.Page(clinic, Role.Prescriber, width: 1024, height: 768);

        var late = await bedside.By(Role.Nurse, (ClearanceDesk desk, EntryStamp stamp) => desk.AnswerGates(bedside.Session, new() { Gates = [new() { Item = session.Gates.First().Id, Answer = GateAnswer.NotMet }] }, stamp, default));
        Assert.Contains("SES107", late.Refusals.Select(refusal => refusal.Code));
        await nurse.GotoAsync($"/sessions/{bedside.Session}/gates");
        Assert.Equal(0, await nurse.Locator("main :is(input[type=radio], button[class~=big]):enabled:visible").CountAsync());
        Assert.Contains("these answers stand", await nurse.InnerTextAsync("main"), StringComparison.Ordinal);
        await nurse.GotoAsync($"/sessions/{bedside.Session}/time-out");
        Assert.Equal(0, await nurse.Locator("main form:visible").CountAsync());
        await prescriber.GotoAsync($"/sessions/{bedside.Session}/go");
        Assert.Equal(0, await prescriber.Locator("main form:visible").CountAsync());
        await nurse.GotoAsync($"/sessions/{bedside.Session}/record");
        Assert.Equal(0, await nurse.GetByRole(AriaRole.Link, new() { Name = "Sign" }).CountAsync());
        foreach (var page in new[] { "check-in", "gates", "time-out", "sign" })
        {
            await nurse.GotoAsync($"/sessions/{bedside.Session}/{page}");
            Assert.DoesNotContain("End the dosing", await nurse.InnerTextAsync("main"), StringComparison.Ordinal);
        }

        await nurse.Context.DisposeAsync();
        await prescriber.Context.DisposeAsync();
    }

    [Fact]
    public async Task Looks_closed_when_it_is_and_leads_nowhere_that_charts()
    {
        await using var clinic = await TestClinic.Start(Engine.Sqlite, clock);
        var bedside = await Infusing(clinic);
        clock.Pass(40);
        await bedside.Do(Role.Nurse, (DosingDesk desk, EntryStamp stamp) => desk.StopInfusion(bedside.Session, new() { Completed = true }, stamp, default));
        clock.Pass(130);
        await bedside.Leave();
        await bedside.Do(Role.Nurse, (SigningDesk desk, EntryStamp stamp) => desk.Sign(bedside.Session, new(), stamp, default));
        await bedside.Do(Role.Prescriber, (SigningDesk desk, EntryStamp stamp) => desk.Sign(bedside.Session, new(), stamp, default));
        var nurse = await Nurse(clinic, bedside);
        await nurse.Locator(".plot canvas, .plot svg").First.WaitForAsync();
        await Pictures.Take(nurse, "bedside-closed-1024");

        var text = await nurse.InnerTextAsync("body");
        Assert.All(["Last values of this session", "Closed", "dose given", "Addendum"], says => Assert.Contains(says, text, StringComparison.Ordinal));
        Assert.All(["Live", "Nothing is due", "No nurse assigned", "Checks before leaving: 0"], says => Assert.DoesNotContain(says, text, StringComparison.Ordinal));
        Assert.Equal(0, await nurse.Locator(".actions, [data-sound]:visible, .acts form:visible").CountAsync());
        var colors = await nurse.EvaluateAsync<string[]>("[...new Set([...document.querySelectorAll('.values .vital .value b')].map(one => getComputedStyle(one).color))]");
        Assert.Single(colors);
        Assert.Empty(await Axe.Broken(nurse));
        await nurse.GotoAsync($"/sessions/{bedside.Session}/emergency");
        Assert.Contains("This record was closed", await nurse.InnerTextAsync("body"), StringComparison.Ordinal);
        await nurse.Context.DisposeAsync();
    }

    [Fact]
    public async Task Keeps_pause_and_stop_in_sight_on_a_phone_and_the_acts_at_two_hundred_percent()
    {
        await using var clinic = await TestClinic.Start(Engine.Sqlite, clock);
        var bedside = await Infusing(clinic);
        var nurse = await Nurse(clinic, bedside, 390, 844);

        var above = await nurse.EvaluateAsync<double[]>("(() => { const bar = document.querySelector('.actions').getBoundingClientRect().top; return [...document.querySelectorAll('.acts button')].filter(one => one.offsetParent).map(one => bar - one.getBoundingClientRect().bottom); })()");
        Assert.Equal(2, above.Length);
        Assert.All(above, room => Assert.True(room >= 0, FormattableString.Invariant($"{-room} px are hidden.")));
        await Pictures.Take(nurse, "bedside-390");

        await nurse.SetViewportSizeAsync(512, 384);
        await nurse.EvaluateAsync("document.querySelector('.acts').scrollIntoView({ block: 'center' })");
        Assert.True(await nurse.Locator(".acts button:visible").First.EvaluateAsync<bool>("one => { const box = one.getBoundingClientRect(); return one.contains(document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2)); }"));
        await nurse.Context.DisposeAsync();
    }

    [Fact]
    public async Task Stands_equal_things_in_equal_boxes_and_yes_under_yes()
    {
        await using var clinic = await TestClinic.Start(Engine.Sqlite, clock);
        var bedside = await Bedside.Arriving(clinic, clock);
        await bedside.CheckIn();
        var nurse = await Nurse(clinic, bedside);

        foreach (var (page, set) in new[] { ("scales", ".choices:has([type=radio])"), ("adverse-event", "#grade") })
        {
            await nurse.GotoAsync($"/sessions/{bedside.Session}/{page}");
            foreach (var (width, height) in new[] { (1024, 768), (390, 844) })
            {
                await nurse.SetViewportSizeAsync(width, height);
                var uneven = await nurse.EvaluateAsync<string[]>($$"""
                    [...document.querySelectorAll('{{set}}')].filter(one => {
                      const boxes = [...one.querySelectorAll('.choice')].map(choice => choice.getBoundingClientRect());
                      const left = Math.min(...boxes.map(box => box.left));
                      return Math.max(...boxes.map(box => box.width)) - Math.min(...boxes.map(box => box.width)) > 1 || boxes[0].left > left + 1;
                    }).map(one => one.querySelector('legend').textContent)
                    """);
                Assert.Empty(uneven);
            }
        }

        await nurse.SetViewportSizeAsync(1024, 768);
        await nurse.GotoAsync($"/sessions/{bedside.Session}/gates");
        var places = await nurse.EvaluateAsync<int>("new Set([...document.querySelectorAll('.gate input[value=Met]')].map(one => Math.round(one.getBoundingClientRect().left))).size");
        Assert.Equal(1, places);
        Assert.Empty(await Axe.Broken(nurse));
        await nurse.Context.DisposeAsync();
    }

    private async Task<Bedside> Infusing(TestClinic clinic)
    {
        var bedside = await Bedside.Arriving(clinic, clock);
        await bedside.Ready();
        await bedside.Start();
        return bedside;
    }

    private static async Task<IPage> Nurse(TestClinic clinic, Bedside bedside, int width = 1024, int height = 768)
    {
        var page = await Browser.Page(clinic, Role.Nurse, width: width, height: height, isTouched: true);
        await page.GotoAsync($"/sessions/{bedside.Session}");
        return page;
    }
}
