using Microsoft.Extensions.DependencyInjection;
using Mooring.Clinical;
using Mooring.Clinical.Courses;
using Mooring.Clinical.Protocols;
using Mooring.Clinical.Sessions;
using Mooring.Practice.Bedside;
using Mooring.Practice.Planning;
using Mooring.Practice.Plans;
using Mooring.Practice.Sessions;
using Mooring.SystemTests.Clinics;

namespace Mooring.SystemTests.Courses;

public class SigningAPlan
{
    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Pins_what_it_was_made_on_and_lays_out_the_visits(Engine engine)
    {
        await using var care = await Ready(engine);

        var signed = await care.Sign(CareClinic.PlanForm("50"));

        Assert.Empty(signed.Refusals);
        var plan = await care.Ask(Role.Nurse, services => services.GetRequiredService<PlanDesk>().Current(care.Patient, CancellationToken.None));
        var visits = await care.Ask(Role.Nurse, services => services.GetRequiredService<VisitDesk>().Of(care.Patient, CancellationToken.None));
        Assert.Equal("KAP-IM", plan!.What.ProtocolId);
        Assert.Equal(64, plan.Monitoring.Hash.Length);
        Assert.Equal(50m, plan.What.Dose.Find("dose")!.Rounded);
        Assert.Equal(3, visits.Count(visit => visit.What.Kind == VisitKind.Dosing));
        Assert.Equal(3, visits.Count(visit => visit.What.Kind == VisitKind.FollowUpCall));
    }

    [Fact]
    public async Task Is_refused_past_a_hard_cap_whatever_the_reason()
    {
        await using var care = await Ready();
        var form = CareClinic.PlanForm("160");

        var signed = await care.Sign(form with { Reasons = new Dictionary<string, string> { ["cap-total"] = "x", [Plan.Indication] = "x", ["first-dose"] = "x", ["per-kg-usual"] = "x", ["range"] = "x" } });

        Assert.Equal([("DOS201", "cap-total")], signed.Refusals.Select(refusal => (refusal.Code, refusal.At!)));
    }

    [Fact]
    public async Task Past_a_soft_limit_needs_a_reason_and_keeps_it()
    {
        await using var care = await Ready();

        var without = await care.Sign(CareClinic.PlanForm("60"));
        var with = await care.Sign(CareClinic.PlanForm("60") with { Reasons = new Dictionary<string, string> { ["first-dose"] = "Tolerated 60 mg elsewhere.", [Plan.Indication] = "Depression, as the letter says." } });

        Assert.Equal([("DOS202", "first-dose")], without.Refusals.Select(refusal => (refusal.Code, refusal.At!)));
        Assert.Equal("Tolerated 60 mg elsewhere.", with.Value!.What.Reasons["first-dose"]);
    }

    [Fact]
    public async Task Is_refused_without_eligibility_and_consent()
    {
        await using var care = await CareClinic.WithSomeoneKnown();

        var signed = await care.Sign(CareClinic.PlanForm("50"));

        Assert.Equal(["CRS104", "CON201"], signed.Refusals.Select(refusal => refusal.Code));
    }

    [Fact]
    public async Task Ends_the_plan_before_it()
    {
        await using var care = await Ready();
        await care.Sign(CareClinic.PlanForm("25"));
        care.Clock.Now = care.Clock.Now.AddHours(1);

        await care.Sign(CareClinic.PlanForm("50"));

        var plans = await care.Ask(Role.Nurse, services => services.GetRequiredService<PlanDesk>().Plans(care.Patient, CancellationToken.None));
        var visits = await care.Ask(Role.Nurse, services => services.GetRequiredService<VisitDesk>().Of(care.Patient, CancellationToken.None));
        Assert.Equal([true, false], plans.Select(plan => plan.EndedAt is null));
        Assert.All(visits.Where(visit => visit.Plan == plans[1].What.Id), visit => Assert.Equal(VisitState.Canceled, visit.State));
    }

    [Fact]
    public async Task Lets_a_session_be_opened_once_for_its_visit_on_a_kept_monitoring_pack()
    {
        await using var care = await Ready();
        await care.Sign(CareClinic.PlanForm("50"));
        var visit = (await care.Ask(Role.Nurse, services => services.GetRequiredService<VisitDesk>().Of(care.Patient, CancellationToken.None)))
            .First(visit => visit.What.Kind == VisitKind.Dosing);
        var (first, second) = (Id<Session>.New(care.Clock.Now), Id<Session>.New(care.Clock.Now));

        var opened = await Open(first);
        var again = await Open(second);

        Assert.Empty(opened.Refusals);
        Assert.Equal(first, again.Value);
        var session = await care.Ask(Role.Nurse, services => services.GetRequiredService<SessionJournal>().Load(first, CancellationToken.None));
        Assert.Equal(50, session!.Plan.Dose.InMilligrams);
        Assert.Equal(130, session.Plan.HardCap.InMilligrams);
        Assert.Equal(DoseRoute.Im, session.Plan.Route);

        Task<Outcome<Id<Session>>> Open(Id<Session> id) => care.Ask(Role.Nurse, services => services.GetRequiredService<SessionOpening>().Open(
            care.Patient, visit.Id, id, new(id.Value, care.Clock.Now, care.Clock.Now), CancellationToken.None));
    }

    [Fact]
    public async Task Opens_no_session_for_another_patients_visit()
    {
        await using var care = await Ready();
        await care.Sign(CareClinic.PlanForm("50"));
        var visit = (await care.Ask(Role.Nurse, services => services.GetRequiredService<VisitDesk>().Of(care.Patient, CancellationToken.None)))
            .First(visit => visit.What.Kind == VisitKind.Dosing);
        var other = await care.TakeIn("Ansel", "Maple");

        var plan = await care.Ask(Role.Nurse, services => services.GetRequiredService<SessionOpening>().PlanFor(other, visit.Id, CancellationToken.None));
        var found = await care.Ask(Role.Nurse, services => services.GetRequiredService<VisitDesk>().Find(other, visit.Id, CancellationToken.None));

        Assert.Equal(["SES901"], plan.Refusals.Select(refusal => refusal.Code));
        Assert.Null(found);
    }

    private static async Task<CareClinic> Ready(Engine engine = Engine.Sqlite)
    {
        var care = await CareClinic.WithSomeoneKnown(engine);
        Assert.Empty((await care.FindEligible()).Refusals);
        Assert.Empty((await care.Consent()).Refusals);
        return care;
    }
}
