using Mooring.Clinical;
using Mooring.Clinical.Attention;
using Mooring.Clinical.Patients;
using Mooring.Clinical.Sessions.Rescuing;
using Mooring.Practice.Access;
using Mooring.Practice.Bedside;
using Mooring.Practice.Tasks;

namespace Mooring.Tests.Practice;

/// <summary>Each task has somebody, a clock, somebody else when nobody took it, and an end that is written down.</summary>
public class WorkThatEnds
{
    private const int Day = 24 * 60;

    [Fact]
    public void Of_each_kind_has_a_clock_in_the_content_and_the_content_names_no_other()
    {
        var kinds = Enum.GetValues<TaskKind>().Select(kind => kind.Written()).Order(StringComparer.Ordinal);

        Assert.Equal(kinds, Clinical.Content.Library.Tasks!.Value.Clocks.Select(clock => clock.Kind).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Stands_there_as_a_call_that_was_asked_for_until_somebody_closed_it_with_what_came_of_it()
    {
        await using var clinic = await ClinicInMemory.Open();
        var patient = await ChairInMemory.TakenIn(clinic);
        await AskForACall(clinic, patient);
        var asked = await Find(clinic, Role.Nurse);

        clinic.Clock.Pass(10 * Day);
        var later = await Find(clinic, Role.Nurse);
        var none = await Close(clinic, patient, asked.Subject, " ");
        var closed = await Close(clinic, patient, asked.Subject, "Called: the ride is arranged.");
        await Settle(clinic);
        var done = Assert.Single(await clinic.As(Role.Nurse, (DoneDesk desk) => desk.Of(ClinicInMemory.Person(Role.Nurse), default)), task => task.Kind == TaskKind.CallBack);

        Assert.Equal(asked.Id, later.Id);
        Assert.Equal(["ATT103"], Codes(none));
        Assert.Empty(closed.Refusals);
        Assert.Equal(("Nurse Rowan", "Called: the ride is arranged."), (done.By, done.Outcome));
        Assert.DoesNotContain(await Waiting(clinic, Role.Nurse), task => task.Kind == TaskKind.CallBack);
    }

    [Fact]
    public async Task Counts_each_call_that_reached_nobody_and_says_when_the_next_one_is()
    {
        await using var clinic = await ClinicInMemory.Open();
        var patient = await ChairInMemory.TakenIn(clinic);
        await AskForACall(clinic, patient);
        var task = await Find(clinic, Role.Nurse);
        var began = clinic.Clock.GetUtcNow();

        var wrong = await Try(clinic, task, TimeSpan.FromMinutes(7));
        await Try(clinic, task, TimeSpan.FromHours(1));
        clinic.Clock.Pass(60);
        await Try(clinic, task, TimeSpan.FromHours(2));
        var tried = await Find(clinic, Role.Nurse);

        Assert.Equal(["ATT104"], Codes(wrong));
        Assert.Equal((2, began.AddHours(1), began.AddHours(3)), (tried.Tries, tried.TriedAt, tried.NextTry));
        Assert.Equal("Nurse Rowan", tried.OwnerName);
    }

    [Fact]
    public async Task Goes_to_the_medical_director_when_nobody_took_it_and_can_be_closed_there()
    {
        await using var clinic = await ClinicInMemory.Open();
        var patient = await ChairInMemory.TakenIn(clinic);
        await AskForACall(clinic, patient);
        clinic.Clock.Pass(Day - 1);
        var shortlyBefore = await Waiting(clinic, Role.MedicalDirector);

        clinic.Clock.Pass(1);
        var gone = await Find(clinic, Role.MedicalDirector);
        var taken = await clinic.As(Role.MedicalDirector, (WorkDesk desk) => desk.Take(gone.Id!.Value, default));
        var closed = await clinic.As(Role.MedicalDirector, (AttentionDesk desk) => desk.Close(patient, MatterKind.CallBack, gone.Subject, "Called and settled.", default));

        Assert.DoesNotContain(shortlyBefore, task => task.Kind == TaskKind.CallBack);
        Assert.True(gone.HasGone);
        Assert.Empty(taken.Refusals.Concat(closed.Refusals));
    }

    [Fact]
    public async Task Of_somebody_who_is_away_is_the_deputy_s_and_comes_back_with_them()
    {
        await using var clinic = await ClinicInMemory.Open();
        var maple = await Prescriber(clinic, "Quill Maple");
        var hazel = await Prescriber(clinic, "Ines Hazel");
        await SeriousEvent(clinic);
        var before = await Serious(clinic, maple);

        var away = await Say(clinic, maple.Id);
        var (deputy, other) = (await Serious(clinic, maple), await Serious(clinic, hazel));
        var ended = await clinic.As(Role.Prescriber, (AwayDesk desk) => desk.End(away.Value!.Id, default));
        var after = await Serious(clinic, maple);

        Assert.Null(before);
        Assert.Equal(("Prescriber Rowan", "Quill Maple"), (deputy!.Away!.Away, deputy.Away.DeputyName));
        Assert.Null(other);
        Assert.Empty(ended.Refusals);
        Assert.Null(after);
    }

    [Fact]
    public async Task Of_somebody_who_is_away_without_a_deputy_is_everybody_s_of_the_role()
    {
        await using var clinic = await ClinicInMemory.Open();
        var (maple, hazel) = (await Prescriber(clinic, "Quill Maple"), await Prescriber(clinic, "Ines Hazel"));
        await SeriousEvent(clinic);

        await Say(clinic, null);

        Assert.NotNull(await Serious(clinic, maple));
        Assert.NotNull(await Serious(clinic, hazel));
    }

    [Fact]
    public async Task Of_a_course_names_the_questionnaires_that_are_due_between_sessions()
    {
        await using var clinic = await ClinicInMemory.Open();
        var seat = await ChairInMemory.Arriving(clinic);
        await seat.Dosed();
        var onTheDay = await Waiting(clinic, Role.Nurse);

        clinic.Clock.Pass(6 * Day);
        await clinic.As(Role.FrontDesk, (CallBackDesk desk) => desk.Ask(seat.Patient, Guid.CreateVersion7(clinic.Clock.GetUtcNow()), "Counted anew.", null, default));
        var due = Assert.Single(await Waiting(clinic, Role.Nurse), task => task.Kind == TaskKind.QuestionnairesDue);

        Assert.DoesNotContain(onTheDay, task => task.Kind == TaskKind.QuestionnairesDue && task.Says.Contains("9 items", StringComparison.Ordinal));
        Assert.Contains("Patient Health Questionnaire, 9 items", due.Says, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Has_no_deputy_who_could_not_do_it()
    {
        await using var clinic = await ClinicInMemory.Open();
        var maple = await Prescriber(clinic, "Quill Maple");
        var today = clinic.Clinic.DayOf(clinic.Clock.GetUtcNow());
        await clinic.As(maple, (AwayDesk desk) => desk.Say(maple.Id, today, today.AddDays(1), null, default));

        var codes = new[]
        {
            await Say(clinic, ClinicInMemory.Person(Role.Nurse).Id),
            await Say(clinic, ClinicInMemory.Person(Role.Prescriber).Id),
            await Say(clinic, maple.Id),
            await Say(clinic, null, today.AddDays(-3), today.AddDays(-1)),
            await Say(clinic, null, today, today.AddDays(401)),
            await clinic.As(Role.Nurse, (AwayDesk desk) => desk.Say(maple.Id, today, today, null, default)),
            await clinic.As(Role.Manager, (AwayDesk desk) => desk.Say(maple.Id, today, today, null, default)),
            await clinic.As(Role.Manager, (AwayDesk desk) => desk.Say(Guid.CreateVersion7(clinic.Clock.GetUtcNow()), today, today, null, default)),
            await clinic.As(Role.Manager, (AwayDesk desk) => desk.End(Guid.CreateVersion7(clinic.Clock.GetUtcNow()), default)),
        };

        Assert.Equal(["AWY104", "AWY104", "AWY105", "AWY102", "AWY107", "WEB150", "AWY103", "AWY101", "AWY106"], codes.SelectMany(Codes));
    }

    private static async Task<Actor> Prescriber(ClinicInMemory clinic, string name)
    {
        var staff = (await clinic.As(Role.Manager, (StaffDesk desk) => desk.Add(name, name.Split(' ')[0], Role.Prescriber, default))).Value!;
        return Clinical.Content.As(staff.Id, staff.FullName, Role.Prescriber);
    }

    private static async Task SeriousEvent(ClinicInMemory clinic)
    {
        var seat = await ChairInMemory.Arriving(clinic);
        await seat.Dosed();
        await seat.Do(Role.Nurse, (AdverseEventDesk desk) => desk.RecordAdverseEvent(seat.Session, new() { Term = "mania", Grade = 2, Action = "prescriber called", Outcome = AdverseOutcome.Ongoing }, seat.Stamp(), default));
    }

    private static async Task<WaitingTask?> Serious(ClinicInMemory clinic, Actor who)
    {
        await Settle(clinic);
        return (await clinic.As(who, (WaitingDesk desk) => desk.Now(who, default))).SingleOrDefault(task => task.Kind == TaskKind.SeriousEvent);
    }

    private static Task<Outcome<Mooring.Clinical.Staffing.Absence>> Say(ClinicInMemory clinic, Guid? deputy, DateOnly? from = null, DateOnly? until = null)
    {
        var today = clinic.Clinic.DayOf(clinic.Clock.GetUtcNow());
        return clinic.As(Role.Prescriber, (AwayDesk desk) => desk.Say(ClinicInMemory.Person(Role.Prescriber).Id, from ?? today, until ?? today.AddDays(3), deputy, default));
    }

    private static async Task AskForACall(ClinicInMemory clinic, Id<Patient> patient) =>
        Assert.Empty((await clinic.As(Role.FrontDesk, (CallBackDesk desk) => desk.Ask(patient, Guid.CreateVersion7(clinic.Clock.GetUtcNow()), "Who drives me home?", null, default))).Refusals);

    private static Task<Outcome<Matter>> Close(ClinicInMemory clinic, Id<Patient> patient, Guid about, string outcome) =>
        clinic.As(Role.Nurse, (AttentionDesk desk) => desk.Close(patient, MatterKind.CallBack, about, outcome, default));

    private static Task<Outcome<Guid>> Try(ClinicInMemory clinic, WaitingTask task, TimeSpan again) =>
        clinic.As(Role.Nurse, (WorkDesk desk) => desk.Tried(task.Id!.Value, again, default));

    private static async Task<WaitingTask> Find(ClinicInMemory clinic, Role role) => Assert.Single(await Waiting(clinic, role), task => task.Kind == TaskKind.CallBack);

    private static async Task<IReadOnlyList<WaitingTask>> Waiting(ClinicInMemory clinic, Role role)
    {
        await Settle(clinic);
        return await clinic.As(role, (WaitingDesk desk) => desk.Now(ClinicInMemory.Person(role), default));
    }

    // Counted after the act, as on a server.
    private static Task<bool> Settle(ClinicInMemory clinic) => clinic.As(Role.Nurse, async (TaskRecount recount) =>
    {
        await recount.Settled();
        return true;
    });

    private static IEnumerable<string> Codes<T>(Outcome<T> outcome) => outcome.Refusals.Select(refusal => refusal.Code);
}
