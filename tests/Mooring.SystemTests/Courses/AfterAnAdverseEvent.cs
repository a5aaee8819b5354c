using Microsoft.Extensions.DependencyInjection;
using Mooring.Clinical;
using Mooring.Clinical.Attention;
using Mooring.Clinical.Courses;
using Mooring.Clinical.Protocols;
using Mooring.Clinical.Sessions;
using Mooring.Clinical.Sessions.Rescuing;
using Mooring.Practice.Bedside;
using Mooring.Practice.Chairs;
using Mooring.Practice.FollowUp;
using Mooring.Practice.Planning;
using Mooring.Practice.Plans;
using Mooring.Practice.Tasks;

namespace Mooring.SystemTests.Courses;

public class AfterAnAdverseEvent
{
    [Fact]
    public async Task The_course_waits_for_a_review_when_it_was_serious()
    {
        await using var care = await Planned();
        var (session, next) = await Opened(care);
        var recorded = await Record(care, session, new() { Term = "mania", Grade = 2, Action = "prescriber called", Outcome = AdverseOutcome.Ongoing });
        care.Clock.Now = care.Clock.Now.AddMinutes(10);

        var held = await Plan(care, next);
        await care.Ask(Role.Prescriber, services => services.GetRequiredService<ReviewDesk>()
            .Decide(care.Patient, Id<CourseReview>.New(care.Clock.Now), ReviewChoice.Adjust, "Seen today; lithium level, slower course.", CancellationToken.None));
        var afterwards = await Plan(care, next);

        Assert.True(Assert.Single(recorded.Value!.AdverseEvents).Serious);
        Assert.Equal("SES907", Assert.Single(held.Refusals).Code);
        Assert.DoesNotContain(afterwards.Refusals, refusal => refusal.Code == "SES907");
    }

    [Fact]
    public async Task A_serious_one_stays_on_a_prescribers_list_until_it_is_closed_with_an_outcome()
    {
        await using var care = await Planned();
        var (session, _) = await Opened(care);
        await Record(care, session, new() { Term = "mania", Grade = 2, Action = "prescriber called", Outcome = AdverseOutcome.Ongoing });
        care.Clock.Now = care.Clock.Now.AddDays(5);

        var before = await Titles(care, Role.Prescriber);
        var nurses = await Titles(care, Role.Nurse);
        var short_ = await Close(care, Role.Prescriber, session, "ok");
        var byNurse = await Close(care, Role.Nurse, session, "Seen today, calm and sleeping again.");
        var closed = await Close(care, Role.Prescriber, session, "Seen today, calm and sleeping again.");
        var after = await Titles(care, Role.Prescriber);

        Assert.Contains(before, title => title.StartsWith("Serious adverse event", StringComparison.Ordinal));
        Assert.DoesNotContain(nurses, title => title.StartsWith("Serious adverse event", StringComparison.Ordinal));
        Assert.Equal(["ATT103"], short_.Refusals.Select(refusal => refusal.Code));
        Assert.Equal(["ATT102"], byNurse.Refusals.Select(refusal => refusal.Code));
        Assert.Empty(closed.Refusals);
        Assert.DoesNotContain(after, title => title.StartsWith("Serious adverse event", StringComparison.Ordinal));
    }

    private static async Task<IReadOnlyList<string>> Titles(CareClinic care, Role role) =>
        [.. (await care.WaitingFor(role)).Select(task => task.Title)];

    private static Task<Outcome<Matter>> Close(CareClinic care, Role by, Id<Session> session, string outcome) => care.Ask(by, services =>
        services.GetRequiredService<AttentionDesk>().Close(care.Patient, MatterKind.SeriousEvent, session.Value, outcome, CancellationToken.None));

    [Fact]
    public async Task The_course_goes_on_when_it_was_not()
    {
        await using var care = await Planned();
        var (session, next) = await Opened(care);

        await Record(care, session, new() { Term = "nausea", Grade = 1, Action = "observed", Outcome = AdverseOutcome.Resolved });

        Assert.DoesNotContain((await Plan(care, next)).Refusals, refusal => refusal.Code == "SES907");
    }

    [Fact]
    public async Task The_call_asks_for_what_was_not_over()
    {
        await using var care = await Planned();
        var (session, _) = await Opened(care);
        await Record(care, session, new() { Term = "headache", Grade = 1, Action = "observed", Outcome = AdverseOutcome.Ongoing });
        var call = (await Visits(care)).First(visit => visit.What is { Kind: VisitKind.FollowUpCall, Session: 1 });

        var silent = await Call(new() { Result = CallResult.Reached, SuicidalThoughts = Finding.NotMet });
        var told = await Call(new() { Result = CallResult.Reached, SuicidalThoughts = Finding.NotMet, SideEffects = "Headache gone by evening." });

        Assert.Equal("FUP106", Assert.Single(silent.Refusals).Code);
        Assert.True(told.IsDone);

        Task<Outcome<FollowUpCall>> Call(FollowUpForm form) => care.Ask(Role.Nurse, services => services.GetRequiredService<FollowUpDesk>()
            .Record(care.Patient, call.Id, Id<FollowUpCall>.New(care.Clock.Now), form, CancellationToken.None));
    }

    private static async Task<CareClinic> Planned()
    {
        var care = await CareClinic.WithSomeoneKnown();
        Assert.Empty((await care.FindEligible()).Refusals);
        Assert.Empty((await care.Consent()).Refusals);
        Assert.Empty((await care.Sign(CareClinic.PlanForm("50"))).Refusals);
        return care;
    }

    private static async Task<(Id<Session> First, Id<Visit> Next)> Opened(CareClinic care)
    {
        var dosings = (await Visits(care)).Where(visit => visit.What.Kind == VisitKind.Dosing).ToList();
        var id = Id<Session>.New(care.Clock.Now);
        var opened = await care.Ask(Role.Nurse, services => services.GetRequiredService<SessionOpening>()
            .Open(care.Patient, dosings[0].Id, id, new(id.Value, care.Clock.Now, care.Clock.Now), CancellationToken.None));
        Assert.Empty(opened.Refusals);
        var chair = await care.Ask(Role.Manager, services => services.GetRequiredService<ChairDesk>().Add("Test chair", "Room A", CancellationToken.None));
        var seated = await care.Ask(Role.Nurse, services => services.GetRequiredService<ArrivingDesk>().CheckIn(
            id, new() { Chair = chair.Value!.Id.Value, Name = true, BirthDate = true }, new(Guid.CreateVersion7(care.Clock.Now), care.Clock.Now, care.Clock.Now), CancellationToken.None));
        Assert.Empty(seated.Refusals);
        return (id, dosings[1].Id);
    }

    private static Task<IReadOnlyList<PlannedVisit>> Visits(CareClinic care) =>
        care.Ask(Role.Nurse, services => services.GetRequiredService<VisitDesk>().Of(care.Patient, CancellationToken.None));

    private static async Task<Outcome<Session>> Record(CareClinic care, Id<Session> session, AdverseEventForm form)
    {
        var recorded = await care.Ask(Role.Nurse, services => services.GetRequiredService<AdverseEventDesk>()
            .RecordAdverseEvent(session, form, new(Guid.CreateVersion7(care.Clock.Now), care.Clock.Now, care.Clock.Now), CancellationToken.None));
        Assert.Empty(recorded.Refusals);
        return recorded;
    }

    private static Task<Outcome<SessionPlan>> Plan(CareClinic care, Id<Visit> visit) =>
        care.Ask(Role.Nurse, services => services.GetRequiredService<SessionOpening>().PlanFor(care.Patient, visit, CancellationToken.None));
}
