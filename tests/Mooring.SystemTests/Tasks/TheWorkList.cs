using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Mooring.Clinical;
using Mooring.Clinical.Sessions.Rescuing;
using Mooring.Demo;
using Mooring.Practice.Bedside;
using Mooring.Practice.Tasks;
using Mooring.Storage;
using Mooring.Storage.Audit;
using Mooring.Storage.Journals;
using Mooring.SystemTests.Clinics;
using Mooring.SystemTests.Courses;
using Mooring.SystemTests.Sessions;

namespace Mooring.SystemTests.Tasks;

public class TheWorkList
{
    private const string Questionnaires = "Get the questionnaires: Noor W.";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Tells_the_second_of_two_at_one_task_who_has_it(Engine engine)
    {
        await using var care = await CareClinic.WithSomeoneTakenIn(engine);
        var task = await Find(care, Role.Nurse, Questionnaires);
        Role[] both = [Role.Nurse, Role.Therapist];

        var outcomes = await Task.WhenAll(both.Select(role => Task.Run(() => Do(care, role, desk => desk.Take(task.Id!.Value, Cancel)))));
        var (first, second) = outcomes[0].IsDone ? (Role.Nurse, Role.Therapist) : (Role.Therapist, Role.Nurse);
        var (mine, theirs) = (await Find(care, first, Questionnaires), await Waiting(care, second));
        var given = await Do(care, first, desk => desk.GiveBack(task.Id!.Value, Cancel));
        var again = await Do(care, first, desk => desk.GiveBack(task.Id!.Value, Cancel));

        var refused = Assert.Single(outcomes.SelectMany(outcome => outcome.Refusals));
        Assert.Equal("TSK103", refused.Code);
        Assert.StartsWith(care.Clinic.Staff[first].FullName, refused.Says, StringComparison.Ordinal);
        Assert.Equal(care.Clinic.Staff[first].Id, mine.Owner);
        Assert.DoesNotContain(theirs, waits => waits.Title == Questionnaires);
        Assert.True(given.IsDone);
        Assert.Equal(["TSK104"], again.Refusals.Select(refusal => refusal.Code));
        Assert.Contains(await Waiting(care, second), waits => waits.Title == Questionnaires);
        // Opened by the act of the front desk, then taken, then given back: nothing of it is unwritten.
        Assert.Equal(
            [("added", care.Clinic.Staff[Role.FrontDesk].FullName), ("changed", care.Clinic.Staff[first].FullName), ("changed", care.Clinic.Staff[first].FullName)],
            await Audited(care, task.Id!.Value));
    }

    [Fact]
    public async Task Stands_before_the_others_again_when_somebody_went_home_with_a_task()
    {
        await using var care = await CareClinic.WithSomeoneTakenIn();
        var task = await Find(care, Role.Nurse, Questionnaires);
        await Do(care, Role.Nurse, desk => desk.Take(task.Id!.Value, Cancel));

        var today = await Waiting(care, Role.Therapist);
        care.Clock.Now = care.Clock.Now.AddDays(1);
        var tomorrow = await Find(care, Role.Therapist, Questionnaires);
        var taken = await Do(care, Role.Therapist, desk => desk.Take(task.Id!.Value, Cancel));

        Assert.DoesNotContain(today, waits => waits.Title == Questionnaires);
        Assert.Equal("Ben Rowan", tomorrow.OwnerName);
        Assert.True(taken.IsDone);
    }

    [Fact]
    public async Task Brings_a_task_that_was_put_off_back_on_its_day_with_the_reason()
    {
        await using var care = await CareClinic.WithSomeoneTakenIn();
        var task = await Find(care, Role.Nurse, Questionnaires);
        var day = new DateOnly(2026, 3, 5);

        var refused = new[]
        {
            await Do(care, Role.Nurse, desk => desk.PutOff(task.Id!.Value, new(2026, 3, 2), " ", Cancel)),
            await Do(care, Role.Nurse, desk => desk.PutOff(task.Id!.Value, new(2026, 4, 2), new('a', 301), Cancel)),
            await Do(care, Role.FrontDesk, desk => desk.PutOff(task.Id!.Value, day, "On holiday.", Cancel)),
        };
        var done = await Do(care, Role.Nurse, desk => desk.PutOff(task.Id!.Value, day, " Away until Thursday. ", Cancel));
        var after = await Waiting(care, Role.Nurse);
        var listed = (await All(care, Role.Nurse)).Single(waits => waits.Title == Questionnaires);
        care.Clock.Now = care.Clock.Now.AddDays(2);
        var dayBefore = await Waiting(care, Role.Nurse);
        care.Clock.Now = care.Clock.Now.AddDays(1);
        var back = await Find(care, Role.Nurse, Questionnaires);

        Assert.Equal(["TSK105", "TSK106", "TSK105", "TSK106", "TSK102"], refused.SelectMany(outcome => outcome.Refusals).Select(refusal => refusal.Code));
        Assert.True(done.IsDone);
        Assert.DoesNotContain(after, waits => waits.Title == Questionnaires);
        Assert.Equal((true, "Away until Thursday.", "Ben Rowan"), (listed.IsPutOff, listed.PutOffReason, listed.PutOffBy));
        Assert.DoesNotContain(dayBefore, waits => waits.Title == Questionnaires);
        Assert.Equal((false, "Away until Thursday."), (back.IsPutOff, back.PutOffReason));
    }

    [Fact]
    public async Task Never_puts_off_what_somebody_may_come_to_harm_by()
    {
        await using var care = await CareClinic.WithSomeoneTakenIn();
        await care.Answer("phq-9", 2, 2, 2, 2, 2, 2, 2, 1, 2);
        var risk = await Find(care, Role.Nurse, "Suicide risk: Noor W.");

        var put = await Do(care, Role.Nurse, desk => desk.PutOff(risk.Id!.Value, new(2026, 3, 5), "Seen on Thursday.", Cancel));
        await Do(care, Role.Therapist, desk => desk.Take(risk.Id!.Value, Cancel));

        Assert.Equal(["TSK107"], put.Refusals.Select(refusal => refusal.Code));
        // Somebody has it, and it stays before all of them until it is settled.
        Assert.Equal("Ines Hazel", (await Find(care, Role.Nurse, "Suicide risk: Noor W.")).OwnerName);
    }

    [Fact]
    public async Task Ends_a_task_with_the_act_that_does_it_and_says_by_whom()
    {
        await using var care = await CareClinic.WithSomeoneTakenIn();
        var task = await Find(care, Role.Nurse, Questionnaires);

        await care.Answer("phq-9", 2, 2, 2, 2, 2, 2, 2, 1, 0);
        await care.Answer("gad-7", 1, 1, 1, 1, 1, 1, 1);
        await care.Answer("c-ssrs-screener", 0, 0, null, null, null, 0, null);
        var late = await Do(care, Role.Nurse, desk => desk.Take(task.Id!.Value, Cancel));

        Assert.DoesNotContain(await Waiting(care, Role.Nurse), waits => waits.Title == Questionnaires);
        Assert.Equal(["TSK101"], late.Refusals.Select(refusal => refusal.Code));
        Assert.Equal(("changed", "Ben Rowan"), (await Audited(care, task.Id!.Value))[^1]);
    }

    [Fact]
    public async Task Shows_a_serious_event_to_every_prescriber_when_nobody_took_it_within_two_hours()
    {
        var clock = new SetClock(new(2026, 3, 2, 15, 0, 0, TimeSpan.Zero));
        await using var clinic = await TestClinic.Open(Engine.Sqlite, clock);
        var bedside = await Bedside.Arriving(clinic, clock);
        await bedside.Go();
        await bedside.Do(Role.Nurse, (AdverseEventDesk desk, EntryStamp stamp) => desk.RecordAdverseEvent(bedside.Session, new() { Term = "mania", Grade = 2, Action = "prescriber called", Outcome = AdverseOutcome.Ongoing }, stamp, default));
        await clinic.Services.GetRequiredService<TaskRecount>().Settled();

        var (named, other) = (await Serious(clinic.Person(Role.Prescriber)), await Serious(CareClinic.Director));
        clock.Pass(119);
        var shortlyBefore = await Serious(CareClinic.Director);
        clock.Pass(1);
        var afterwards = await Serious(CareClinic.Director);

        Assert.Equal((1, 0, 0, 1), (named, other, shortlyBefore, afterwards));

        Task<int> Serious(Actor who) => clinic.As(Role.Prescriber, async services =>
            (await services.GetRequiredService<WaitingDesk>().Now(who, Cancel)).Count(task => task.Title.StartsWith("Serious adverse event", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Is_made_by_the_job_for_those_who_were_here_before_it()
    {
        await using var care = await CareClinic.WithSomeoneTakenIn();
        await care.Clinic.As(Role.Nurse, services => services.GetRequiredService<MooringDb>().Database.ExecuteSqlRawAsync("DELETE FROM tasks; DELETE FROM task_marks;", Cancel));
        Assert.Empty(await All(care, Role.Nurse));

        await care.DoJobs();

        Assert.Contains(await All(care, Role.Nurse), waits => waits.Title == Questionnaires);
    }

    private static async Task<WaitingTask> Find(CareClinic care, Role role, string title) => Assert.Single(await Waiting(care, role), task => task.Title == title);

    private static Task<IReadOnlyList<WaitingTask>> Waiting(CareClinic care, Role role) => care.WaitingFor(role);

    private static Task<IReadOnlyList<WaitingTask>> All(CareClinic care, Role role) =>
        care.Ask(role, services => services.GetRequiredService<WaitingDesk>().All(care.Clinic.Person(role), Cancel));

    private static Task<Outcome<Guid>> Do(CareClinic care, Role role, Func<WorkDesk, Task<Outcome<Guid>>> act) => care.Ask(role, services => act(services.GetRequiredService<WorkDesk>()));

    private static Task<List<(string, string)>> Audited(CareClinic care, Guid task) => care.Ask(Role.Manager, async services =>
    {
        var id = task.ToString();
        var lines = await services.GetRequiredService<MooringDb>().Set<AuditRow>().Where(line => line.Subject == "tasks" && line.SubjectId == id).OrderBy(line => line.Id).ToListAsync(Cancel);
        return lines.ConvertAll(line => (line.Action, line.ActorName));
    });
}
