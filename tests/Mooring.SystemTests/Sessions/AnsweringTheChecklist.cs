using Mooring.Clinical;
using Mooring.Clinical.Sessions.Clearance;
using Mooring.Demo;
using Mooring.Practice.Bedside;
using Mooring.Storage.Journals;
using Mooring.SystemTests.Clinics;
using Mooring.SystemTests.Tour;

namespace Mooring.SystemTests.Sessions;

/// <summary>The checklist before the start keeps each answer, and takes nothing from whoever is still typing.</summary>
public class AnsweringTheChecklist
{
    private const string Last = "check-equipment";

    private readonly SetClock clock = new(new(2026, 3, 2, 15, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task Shows_the_way_on_after_the_last_answer_and_leaves_what_is_being_typed()
    {
        await using var clinic = await TestClinic.Start(Engine.Sqlite, clock);
        var bedside = await AllButOne(clinic);
        var nurse = await Browser.Page(clinic, Role.Nurse, width: 1024, height: 768, isTouched: true);
        await nurse.GotoAsync($"/sessions/{bedside.Session}/gates");
        Assert.True(await nurse.Locator("[data-all-answered]").IsHiddenAsync());

        await nurse.Locator($"#{Last} summary").ClickAsync();
        await nurse.Locator($"#note-{Last}").PressSequentiallyAsync("suction tried");
        await nurse.Locator($"#{Last} input[value=Met]").CheckAsync();
        await nurse.Locator($"#note-{Last}").PressAsync("End");
        await nurse.Locator($"#note-{Last}").PressSequentiallyAsync(" twice");
        await nurse.Locator("[data-all-answered]").WaitForAsync();

        Assert.Equal("suction tried twice", await nurse.InputValueAsync($"#note-{Last}"));
        Assert.Contains("Waits for", await nurse.InnerTextAsync("[data-all-answered]"), StringComparison.OrdinalIgnoreCase);
        await nurse.Done("Save answers");
        Assert.Equal("suction tried twice", (await bedside.Find())!.Answers[Last].Note);
        await nurse.Context.DisposeAsync();
    }

    [Fact]
    public async Task Keeps_an_answer_also_when_the_page_is_left_at_once()
    {
        await using var clinic = await TestClinic.Start(Engine.Sqlite, clock);
        var bedside = await AllButOne(clinic);
        var nurse = await Browser.Page(clinic, Role.Nurse, width: 1024, height: 768, isTouched: true);
        await nurse.GotoAsync($"/sessions/{bedside.Session}/gates");

        await nurse.Locator($"#{Last} input[value=Met]").CheckAsync();
        await nurse.GotoAsync("/");

        await Patience.Until(async () => (await bedside.Find())!.Answers.ContainsKey(Last), () => "the answer that was tapped last");
        await nurse.Context.DisposeAsync();
    }

    [Fact]
    public async Task Leaves_the_next_answer_under_the_finger_while_it_says_what_came_of_the_one_before()
    {
        await using var clinic = await TestClinic.Start(Engine.Sqlite, clock);
        var bedside = await Bedside.Arriving(clinic, clock);
        await bedside.Ready();
        await bedside.Start();
        clock.Pass(40);
        await bedside.Do(Role.Nurse, (DosingDesk desk, EntryStamp stamp) => desk.StopInfusion(bedside.Session, new() { Completed = true }, stamp, default));
        var nurse = await Browser.Page(clinic, Role.Nurse, width: 1024, height: 768, isTouched: true);
        await nurse.GotoAsync($"/sessions/{bedside.Session}/discharge");
        var id = await nurse.EvaluateAsync<string>("[...document.querySelectorAll('fieldset.gate')].find(one => one.querySelector('.known') && one.nextElementSibling?.matches('fieldset.gate')).id");
        var yes = nurse.Locator($"#{id} input[value=Met]");
        await yes.HoverAsync();
        var (height, below) = (await Number($"#{id}", "height"), await Number($"#{id} + fieldset", "top"));

        await yes.ClickAsync();
        await nurse.Locator($"#{id} .kept:not(:empty)").WaitForAsync();

        // It says that it is kept, or why not, and has become taller by that; the next question has not moved.
        var grown = await Number($"#{id}", "height");
        Assert.True(grown > height + 10, $"{id}: {height} before, {grown} now; {await nurse.InnerTextAsync($"#{id}")}");
        Assert.Equal(below, await Number($"#{id} + fieldset", "top"), tolerance: 1.5);
        await nurse.Context.DisposeAsync();

        Task<double> Number(string of, string what) => nurse.EvaluateAsync<double>($"document.querySelector('{of}').getBoundingClientRect().{what}");
    }

    private async Task<Bedside> AllButOne(TestClinic clinic)
    {
        var bedside = await Bedside.Arriving(clinic, clock);
        var session = await bedside.CheckIn();
        await bedside.Vitals();
        clock.Pass(3);
        var typed = session.Gates.Where(gate => gate.Id != Last)
            .Select(gate => new GateTyped { Item = gate.Id, Answer = GateAnswer.Met, Value = "as asked", Note = "as asked" }).ToList();
        await bedside.Do(Role.Nurse, (ClearanceDesk desk, EntryStamp stamp) => desk.AnswerGates(bedside.Session, new() { Gates = typed }, stamp, default));
        return bedside;
    }
}
