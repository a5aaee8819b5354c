using Microsoft.Extensions.DependencyInjection;
using Mooring.Clinical;
using Mooring.Clinical.Courses;
using Mooring.Clinical.Instruments;
using Mooring.Clinical.Protocols;
using Mooring.Clinical.Screening;
using Mooring.Clinical.Sessions;
using Mooring.Practice.Bedside;
using Mooring.Practice.Planning;
using Mooring.Practice.Plans;
using Mooring.Practice.Risk;

namespace Mooring.SystemTests.Courses;

public class OpeningASession
{
    [Fact]
    public async Task Is_refused_while_the_suicide_risk_step_is_open()
    {
        await using var care = await WithAPlan();
        await care.Answer("phq-9", 2, 2, 2, 2, 2, 2, 2, 1, 1, 2);

        var opened = await Open(care);

        Assert.Equal(["SCR201"], opened.Refusals.Select(refusal => refusal.Code));
    }

    [Fact]
    public async Task Is_refused_at_a_level_that_holds_dosing_also_when_it_was_decided_on()
    {
        await using var care = await WithAPlan();
        var screened = await care.Ask(Role.Nurse, services => services.GetRequiredService<RiskDesk>()
            .Screen(care.Patient, Id<AnswerSheet>.New(care.Clock.Now), [1, 1, 1, 1, 0, 0, null], CancellationToken.None));
        await care.Ask(Role.Prescriber, services => services.GetRequiredService<RiskDesk>()
            .Decide(care.Patient, screened.Value!.Screener!.Id, "Sent to the emergency department with a sister.", CancellationToken.None));

        var opened = await Open(care);

        Assert.Equal(["SCR202"], opened.Refusals.Select(refusal => refusal.Code));
    }

    [Fact]
    public async Task Goes_on_at_a_moderate_level_on_the_days_decision_of_a_prescriber()
    {
        await using var care = await WithAPlan();
        var screened = await care.Ask(Role.Nurse, services => services.GetRequiredService<RiskDesk>()
            .Screen(care.Patient, Id<AnswerSheet>.New(care.Clock.Now), [1, 1, 1, 0, 0, 0, null], CancellationToken.None, "c-ssrs-screener"));
        var screener = screened.Value!.Screener!.Id;
        await Decide(care, Role.Nurse, screener, DosingAnswer.NotSaid);
        var undecided = await Open(care);
        var byNurse = await Decide(care, Role.Nurse, screener, DosingAnswer.MayGoOn);
        care.Clock.Now += TimeSpan.FromMinutes(5);
        await Decide(care, Role.Prescriber, screener, DosingAnswer.MayGoOn);

        var opened = await Open(care);

        Assert.Equal(["SCR217"], undecided.Refusals.Select(refusal => refusal.Code));
        Assert.Equal(["SCR209"], byNurse.Refusals.Select(refusal => refusal.Code));
        Assert.Empty(opened.Refusals);
    }

    [Fact]
    public async Task Waits_for_a_second_clinician_where_the_dose_is_above_the_range()
    {
        await using var care = await WithAPlan("140", new() { ["range"] = "Little effect at 130 mg.", ["per-kg-usual"] = "The same.", ["first-dose"] = "Treated elsewhere before." });
        var plan = (await care.Ask(Role.Prescriber, services => services.GetRequiredService<PlanDesk>().Current(care.Patient, CancellationToken.None)))!.What.Id;
        var waiting = await Open(care);
        var bySigner = await Confirm(care, Role.Prescriber, plan);
        var byTherapist = await Confirm(care, Role.Therapist, plan);
        var byNurse = await Confirm(care, Role.Nurse, plan);

        var opened = await Open(care);

        Assert.Equal(["SES908"], waiting.Refusals.Select(refusal => refusal.Code));
        Assert.Equal(["PLN106"], bySigner.Refusals.Select(refusal => refusal.Code));
        Assert.Equal(["PLN105"], byTherapist.Refusals.Select(refusal => refusal.Code));
        Assert.Empty(byNurse.Refusals);
        Assert.Empty(opened.Refusals);
    }

    private static Task<Outcome<SignedPlan>> Confirm(CareClinic care, Role by, Id<Plan> plan) =>
        care.Ask(by, services => services.GetRequiredService<PlanDesk>().Confirm(care.Patient, plan, CancellationToken.None));

    private static Task<Outcome<RiskStatus>> Decide(CareClinic care, Role by, Id<AnswerSheet> screener, DosingAnswer dosing) => care.Ask(by, services =>
        services.GetRequiredService<RiskDesk>().Decide(care.Patient, screener, "Assessed today; the patient is safe at home.", CancellationToken.None, dosing));

    private static async Task<CareClinic> WithAPlan(string dose = "50", Dictionary<string, string>? reasons = null)
    {
        var care = await CareClinic.WithSomeoneKnown();
        Assert.Empty((await care.FindEligible()).Refusals);
        Assert.Empty((await care.Consent()).Refusals);
        var form = CareClinic.PlanForm(dose);
        Assert.Empty((await care.Sign(form with { Reasons = form.Reasons.Concat(reasons ?? []).ToDictionary(StringComparer.Ordinal) })).Refusals);
        return care;
    }

    private static async Task<Outcome<Id<Session>>> Open(CareClinic care)
    {
        var visit = (await care.Ask(Role.Nurse, services => services.GetRequiredService<VisitDesk>().Of(care.Patient, CancellationToken.None)))
            .First(visit => visit.What.Kind == VisitKind.Dosing);
        var id = Id<Session>.New(care.Clock.Now);
        return await care.Ask(Role.Nurse, services => services.GetRequiredService<SessionOpening>().Open(
            care.Patient, visit.Id, id, new(id.Value, care.Clock.Now, care.Clock.Now), CancellationToken.None));
    }
}
