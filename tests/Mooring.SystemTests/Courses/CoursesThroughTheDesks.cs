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

    private static async Task<CareClinic> Planned(Engine engine = Engine.Sqlite)
    {
        var care = await CareClinic.WithSomeoneKnown(engine);
        await care.FindEligible();
        await care.Consent();
        Assert.Empty((await care.Sign(CareClinic.PlanForm("50"))).Refusals);
        return care;
    }

    private static Task<Outcome<CourseEvent>> Step(CareClinic care, CourseAct act, string reason, DateOnly? from = null) =>
        care.Ask(Role.Prescriber, services => Decide(services, care, Id<CourseEvent>.New(care.Clock.Now), new(act, reason, from)));

    private static Task<Outcome<CourseEvent>> Decide(IServiceProvider services, CareClinic care, Id<CourseEvent> id, CourseStepForm form) =>
        services.GetRequiredService<CourseStepsDesk>().Decide(care.Patient, id, form, Cancel);

    private static Task<IReadOnlyList<Course>> Courses(CareClinic care) => care.Ask(Role.Nurse, services => services.GetRequiredService<CourseCount>().Of(care.Patient, Cancel));

    private static async Task<IReadOnlyList<PlannedVisit>> OpenDosings(CareClinic care) =>
        [.. (await care.Ask(Role.Nurse, services => services.GetRequiredService<VisitDesk>().Of(care.Patient, Cancel))).Where(visit => visit.What.Kind == VisitKind.Dosing && visit.State == VisitState.Planned)];
}
