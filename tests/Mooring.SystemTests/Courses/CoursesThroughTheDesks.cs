using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Mooring.Clinical;
using Mooring.Clinical.Courses;
using Mooring.Clinical.Protocols;
using Mooring.Practice.Courses;
using Mooring.Practice.Planning;
using Mooring.Practice.Plans;
using Mooring.Storage;
using Mooring.SystemTests.Clinics;

namespace Mooring.SystemTests.Courses;

public class CoursesThroughTheDesks
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Go_on_through_a_pause_and_another_plan(Engine engine)
    {
        await using var care = await Planned(engine);

        var paused = await Step(care, CourseAct.Paused, "Surgery.");
        var whilePaused = await OpenDosings(care);
        var signed = await care.Sign(CareClinic.PlanForm("25"));
        var resumed = await Step(care, CourseAct.Resumed, "Healed.", new(2026, 4, 7));
        var after = await OpenDosings(care);
        care.Clock.Now = care.Clock.Now.AddMinutes(5);
        var another = await care.Sign(CareClinic.PlanForm("25") with { FirstDosing = new(2026, 4, 14) });

        Assert.Empty(paused.Refusals.Concat(resumed.Refusals).Concat(another.Refusals));
        Assert.Empty(whilePaused);
        Assert.Equal(["CRS309"], signed.Refusals.Select(refusal => refusal.Code));
        Assert.Equal((3, new DateOnly(2026, 4, 7)), (after.Count, after[0].What.On));
        var course = Assert.Single(await Courses(care));
        Assert.Equal((2, 3, CourseState.Active), (course.Plans.Count, course.Planned, course.State));
        Assert.Equal([CourseAct.Paused, CourseAct.Resumed], course.Events.Select(step => step.Act));
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Close_the_visit_that_was_planned_for_a_review_and_none_of_later_sessions(Engine engine)
    {
        await using var care = await Planned(engine);
        await care.Ask(Role.Manager, services => services.GetRequiredService<MooringDb>().Database.ExecuteSqlRawAsync(
            "UPDATE visits SET \"Kind\" = 'Review', \"Session\" = 0 WHERE \"Kind\" = 'FollowUpCall' AND \"Session\" = 1", Cancel));

        var decided = await care.Ask(Role.Prescriber, services => services.GetRequiredService<ReviewDesk>()
            .Decide(care.Patient, Id<CourseReview>.New(care.Clock.Now), ReviewChoice.Continue, "Goes well.", Cancel));

        Assert.Empty(decided.Refusals);
        Assert.Equal([(0, VisitState.Done), (3, VisitState.Planned)], (await Visits(care)).Where(visit => visit.What.Kind == VisitKind.Review).Select(visit => (visit.What.Session, visit.State)).Order());
    }

    [Fact]
    public async Task Stay_on_the_weekdays_of_the_plan_after_a_pause()
    {
        await using var care = await Planned(days: [DayOfWeek.Tuesday]);
        await Step(care, CourseAct.Paused, "Surgery.");

        await Step(care, CourseAct.Resumed, "Healed.", new(2026, 4, 8));

        Assert.Equal([DayOfWeek.Wednesday, DayOfWeek.Tuesday, DayOfWeek.Tuesday], (await OpenDosings(care)).Select(visit => visit.What.On.DayOfWeek));
    }

    [Fact]
    public async Task Keep_a_chart_out_of_the_archive_until_they_end()
    {
        await using var care = await Planned();
        Task<Outcome<Clinical.Patients.Patient>> Put() => care.Ask(Role.FrontDesk, services => services.GetRequiredService<Mooring.Practice.Archiving.ArchiveDesk>().Put(care.Patient, "Moved away.", Cancel));

        var asked = await Put();
        await Step(care, CourseAct.StoppedEarly, "Moves away.");
        var put = await Put();

        Assert.Equal(["ARC104"], asked.Refusals.Select(refusal => refusal.Code));
        Assert.Empty(put.Refusals);
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Ask_about_a_visit_that_leaves_their_days_and_say_from_where_it_was_moved(Engine engine)
    {
        await using var care = await Planned(engine);
        var visit = (await Visits(care)).First(one => one.What is { Kind: VisitKind.Integration, Session: 1 });
        var to = visit.What.Until.AddDays(4);

        var asked = await Move(care, visit, new(to, "They travel."));
        var meant = await Move(care, visit, new(to, "They travel.") { IsOutsideMeant = true });
        var back = await Move(care, visit, new(visit.What.Until, "The trip is off."));

        Assert.Equal(["VIS107"], asked.Refusals.Select(refusal => refusal.Code));
        Assert.Equal((to, visit.What.On, "They travel."), (meant.Value!.What.On, meant.Value.MovedFrom!.Value, meant.Value.MovedBecause));
        Assert.Empty(back.Refusals);
        Assert.Equal(visit.What.Until, back.Value!.What.Until);
    }

    [Fact]
    public async Task Put_a_visit_back_that_was_marked_by_a_slip()
    {
        await using var care = await Planned();
        var visit = (await Visits(care))[0];
        Task<Outcome<PlannedVisit>> Do(Func<VisitDesk, Task<Outcome<PlannedVisit>>> act) => care.Ask(Role.FrontDesk, services => act(services.GetRequiredService<VisitDesk>()));

        var nothing = await Do(desk => desk.PutBack(care.Patient, visit.Id, Cancel));
        await Do(desk => desk.Arrive(care.Patient, visit.Id, Cancel));
        await Do(desk => desk.Finish(care.Patient, visit.Id, Cancel));
        var arrived = await Do(desk => desk.PutBack(care.Patient, visit.Id, Cancel));
        var planned = await Do(desk => desk.PutBack(care.Patient, visit.Id, Cancel));

        Assert.Equal(["VIS108"], nothing.Refusals.Select(refusal => refusal.Code));
        Assert.Equal(VisitState.Arrived, arrived.Value!.State);
        Assert.Equal((VisitState.Planned, (DateTimeOffset?)null), (planned.Value!.State, planned.Value.ArrivedAt));
    }

    [Fact]
    public async Task Are_found_in_plans_that_were_signed_before_and_kept_with_the_first_step()
    {
        await using var care = await Planned();
        await care.Ask(Role.Manager, async services =>
        {
            var db = services.GetRequiredService<MooringDb>();
            await db.Database.ExecuteSqlRawAsync("UPDATE plans SET \"CourseId\" = NULL", Cancel);
            await db.Database.ExecuteSqlRawAsync("UPDATE visits SET \"Phase\" = NULL", Cancel);
            return await db.Database.ExecuteSqlRawAsync("DELETE FROM courses", Cancel);
        });

        var before = Assert.Single(await Courses(care));
        var paused = await Step(care, CourseAct.Paused, "Surgery.");
        var after = Assert.Single(await Courses(care));

        Assert.Empty(paused.Refusals);
        Assert.Equal((0, 3, CourseState.Active), (before.Held.Count, before.Planned, before.State));
        Assert.Equal((before.Id, 3, CourseState.Paused), (after.Id, after.Planned, after.State));
    }

    [Fact]
    public async Task Show_no_message_and_no_questionnaire_among_the_visits_and_none_overdue()
    {
        await using var care = await Planned();
        await care.Ask(Role.Manager, services => services.GetRequiredService<MooringDb>().Database.ExecuteSqlRawAsync(
            "UPDATE visits SET \"Kind\" = 'Message' WHERE \"Kind\" = 'FollowUpCall'", Cancel));

        var visits = await care.Ask(Role.Nurse, services => services.GetRequiredService<VisitDesk>().Of(care.Patient, Cancel));

        Assert.NotEmpty(visits);
        Assert.All(visits, visit => Assert.True(visit.What.Kind.IsVisit()));
    }

    [Fact]
    public async Task End_with_a_review_that_stops_and_begin_anew_with_the_next_plan()
    {
        await using var care = await Planned();
        await care.Ask(Role.Prescriber, services => services.GetRequiredService<ReviewDesk>().Decide(care.Patient, Id<CourseReview>.New(care.Clock.Now), ReviewChoice.Stop, "Moves away.", Cancel));
        care.Clock.Now = care.Clock.Now.AddMinutes(5);

        var again = await care.Sign(CareClinic.PlanForm("25"));

        Assert.Empty(again.Refusals);
        Assert.Equal([CourseState.StoppedEarly, CourseState.Active], (await Courses(care)).Select(course => course.State));
    }

    [Fact]
    public async Task Are_decided_by_a_prescriber_alone_and_once()
    {
        await using var care = await Planned();
        var id = Id<CourseEvent>.New(care.Clock.Now);

        var nurse = await care.Ask(Role.Nurse, services => Decide(services, care, id, new(CourseAct.Paused, "Away.")));
        var first = await care.Ask(Role.Prescriber, services => Decide(services, care, id, new(CourseAct.Paused, "Away.")));
        var twice = await care.Ask(Role.Prescriber, services => Decide(services, care, id, new(CourseAct.Paused, "Away.")));
        var none = await care.Ask(Role.Prescriber, services => Decide(services, care, Id<CourseEvent>.New(care.Clock.Now), new(null, "Away.")));

        Assert.Equal("CRS301", Assert.Single(nurse.Refusals).Code);
        Assert.Equal(first.Value, twice.Value);
        Assert.Equal("CRS312", Assert.Single(none.Refusals).Code);
        Assert.Single(Assert.Single(await Courses(care)).Events);
    }

    private static async Task<CareClinic> Planned(Engine engine = Engine.Sqlite, params IReadOnlyList<DayOfWeek> days)
    {
        var care = await CareClinic.WithSomeoneKnown(engine);
        await care.FindEligible();
        await care.Consent();
        Assert.Empty((await care.Sign(days.Count > 0 ? CareClinic.PlanForm("50") with { OpenDays = days } : CareClinic.PlanForm("50"))).Refusals);
        return care;
    }

    private static Task<Outcome<CourseEvent>> Step(CareClinic care, CourseAct act, string reason, DateOnly? from = null) =>
        care.Ask(Role.Prescriber, services => Decide(services, care, Id<CourseEvent>.New(care.Clock.Now), new(act, reason, from)));

    private static Task<Outcome<CourseEvent>> Decide(IServiceProvider services, CareClinic care, Id<CourseEvent> id, CourseStepForm form) =>
        services.GetRequiredService<CourseStepsDesk>().Decide(care.Patient, id, form, Cancel);

    private static Task<IReadOnlyList<Course>> Courses(CareClinic care) => care.Ask(Role.Nurse, services => services.GetRequiredService<CourseCount>().Of(care.Patient, Cancel));

    private static Task<IReadOnlyList<PlannedVisit>> Visits(CareClinic care) => care.Ask(Role.FrontDesk, services => services.GetRequiredService<VisitDesk>().Of(care.Patient, Cancel));

    private static Task<Outcome<PlannedVisit>> Move(CareClinic care, PlannedVisit visit, VisitMoveForm form) =>
        care.Ask(Role.FrontDesk, services => services.GetRequiredService<VisitDesk>().Move(care.Patient, visit.Id, form, Cancel));

    private static async Task<IReadOnlyList<PlannedVisit>> OpenDosings(CareClinic care) =>
        [.. (await Visits(care)).Where(visit => visit.What.Kind == VisitKind.Dosing && visit.State == VisitState.Planned)];
}
