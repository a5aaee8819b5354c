using Microsoft.Extensions.DependencyInjection;
using Mooring.Clinical;
using Mooring.Clinical.Instruments;
using Mooring.Clinical.Protocols;
using Mooring.Clinical.Sessions;
using Mooring.Storage.Courses;
using Mooring.Storage.Risk;

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
            .Decide(care.Patient, screened.Value!.Screener!.Id, "Sent to the emergency department with her sister.", CancellationToken.None));

        var opened = await Open(care);

        Assert.Equal(["SCR202"], opened.Refusals.Select(refusal => refusal.Code));
    }

    private static async Task<CareClinic> WithAPlan()
    {
        var care = await CareClinic.WithSomeoneKnown();
        Assert.Empty((await care.FindEligible()).Refusals);
        Assert.Empty((await care.Consent()).Refusals);
        Assert.Empty((await care.Sign(CareClinic.PlanForm("50"))).Refusals);
        return care;
    }

    private static async Task<Outcome<Id<Session>>> Open(CareClinic care)
    {
        var visit = (await care.Ask(Role.Nurse, services => services.GetRequiredService<VisitDesk>().Of(care.Patient, CancellationToken.None)))
            .First(visit => visit.What.Kind == VisitKind.Dosing);
        var id = Id<Session>.New(care.Clock.Now);
        return await care.Ask(Role.Nurse, services => services.GetRequiredService<SessionDoor>().Open(
            care.Patient, visit.Id, id, new(id.Value, care.Clock.Now, care.Clock.Now), CancellationToken.None));
    }
}
