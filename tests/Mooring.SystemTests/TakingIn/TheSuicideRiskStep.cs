using Microsoft.Extensions.DependencyInjection;
using Mooring.Clinical;
using Mooring.Clinical.Instruments;
using Mooring.Clinical.Pathways;
using Mooring.Clinical.Patients;
using Mooring.Clinical.Screening;
using Mooring.Practice.Risk;
using Mooring.Practice.Tasks;
using Mooring.SystemTests.Clinics;

namespace Mooring.SystemTests.TakingIn;

public class TheSuicideRiskStep
{
    private static readonly int?[] LowRisk = [1, 0, null, null, null, 0, null];
    private static readonly int?[] HighRisk = [1, 1, 1, 1, 0, 0, null];

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Opens_on_item_nine_and_closes_with_a_decision_on_the_screener(Engine engine)
    {
        await using var clinic = await TestClinic.Open(engine);
        var patient = await clinic.Refer();

        var sheet = await clinic.Enter(patient, "phq-9", Intakes.Worrying);
        var opened = await Standing(clinic, patient);
        var screened = await Screen(clinic, patient, LowRisk);
        var decided = await clinic.As(Role.Prescriber, services => services.GetRequiredService<RiskDesk>()
            .Decide(patient, screened.Value!.Screener!.Id, "Talked it through; safety plan written.", CancellationToken.None));

        Assert.Equal(16, sheet.Value!.Score!.Total);
        Assert.Equal(RiskState.NeedsScreener, opened.Step.State);
        Assert.Equal(RiskState.NeedsDisposition, screened.Value!.Step.State);
        Assert.Equal(RiskState.Closed, decided.Value!.Step.State);
        Assert.False(decided.Value.IsOpen);
    }

    [Fact]
    public async Task Stays_shut_when_nothing_was_raised()
    {
        await using var clinic = await TestClinic.Open(Engine.Sqlite);
        var patient = await clinic.Refer();

        await clinic.Enter(patient, "phq-9", Intakes.Calm);

        Assert.Null(await clinic.As(Role.Nurse, services => services.GetRequiredService<RiskDesk>().Blocks(patient, CancellationToken.None)));
    }

    [Fact]
    public async Task Blocks_whatever_comes_next_and_is_first_on_the_pathway_and_on_the_front_page()
    {
        await using var clinic = await TestClinic.Open(Engine.Sqlite);
        var patient = await clinic.Refer();

        await clinic.Enter(patient, "phq-9", Intakes.Worrying);

        var (blocks, way, waiting) = await clinic.As(Role.Prescriber, async services => (
            await services.GetRequiredService<RiskDesk>().Blocks(patient, CancellationToken.None),
            await services.GetRequiredService<PathwayDesk>().Of(patient, CancellationToken.None),
            await services.GetRequiredService<WaitingDesk>().Now(clinic.Person(Role.Prescriber), CancellationToken.None)));
        Assert.Equal("SCR201", blocks!.Code);
        Assert.Equal(PathwayAct.SettleRisk, way.Next.Act);
        Assert.Equal("Suicide risk: Noor W.", waiting[0].Title);
    }

    [Fact]
    public async Task Holds_dosing_at_a_high_level_even_after_the_decision()
    {
        await using var clinic = await TestClinic.Open(Engine.Sqlite);
        var patient = await clinic.Refer();
        var screened = await Screen(clinic, patient, HighRisk);

        await clinic.As(Role.Prescriber, services => services.GetRequiredService<RiskDesk>()
            .Decide(patient, screened.Value!.Screener!.Id, "Sent to the emergency department with a sister.", CancellationToken.None));

        var (blocks, holds) = await clinic.As(Role.Nurse, async services => (
            await services.GetRequiredService<RiskDesk>().Blocks(patient, CancellationToken.None),
            await services.GetRequiredService<RiskDesk>().HoldsDosing(patient, CancellationToken.None)));
        Assert.Null(blocks);
        Assert.Equal("SCR202", holds!.Code);
    }

    [Fact]
    public async Task Opens_again_on_a_newer_flag()
    {
        await using var clinic = await TestClinic.Open(Engine.Sqlite);
        var patient = await clinic.Refer();
        await clinic.Enter(patient, "phq-9", Intakes.Worrying);
        var screened = await Screen(clinic, patient, LowRisk);
        await clinic.As(Role.Nurse, services => services.GetRequiredService<RiskDesk>().Decide(patient, screened.Value!.Screener!.Id, "Safety plan written together.", CancellationToken.None));

        await clinic.Enter(patient, "phq-9", Intakes.Worrying);

        Assert.Equal(RiskState.NeedsScreener, (await Standing(clinic, patient)).Step.State);
    }

    [Fact]
    public async Task Is_decided_by_a_clinician_with_words()
    {
        await using var clinic = await TestClinic.Open(Engine.Sqlite);
        var patient = await clinic.Refer();
        var screened = await Screen(clinic, patient, LowRisk);

        var refused = await clinic.As(Role.FrontDesk, services => services.GetRequiredService<RiskDesk>().Decide(patient, screened.Value!.Screener!.Id, " ", CancellationToken.None));

        Assert.Equal(["SCR221", "SCR205"], refused.Refusals.Select(refusal => refusal.Code));
    }

    private static Task<RiskStatus> Standing(TestClinic clinic, Id<Patient> patient) =>
        clinic.As(Role.Nurse, services => services.GetRequiredService<RiskDesk>().Of(patient, CancellationToken.None));

    private static Task<Outcome<RiskStatus>> Screen(TestClinic clinic, Id<Patient> patient, int?[] answers) =>
        clinic.As(Role.Nurse, services => services.GetRequiredService<RiskDesk>().Screen(patient, Id<AnswerSheet>.New(TimeProvider.System.GetUtcNow()), answers, CancellationToken.None));
}
