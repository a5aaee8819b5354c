using Microsoft.Extensions.DependencyInjection;
using Mooring.Clinical;
using Mooring.Clinical.Patients;
using Mooring.Clinical.Rules;
using Mooring.Clinical.Screening;
using Mooring.Demo;
using Mooring.Practice.Screening;
using Mooring.SystemTests.Clinics;
using Mooring.SystemTests.Sessions;

namespace Mooring.SystemTests.Courses;

/// <summary>What was given here stands among the facts that rules ask for.</summary>
public class EarlierSessions
{
    private readonly SetClock clock = new(new(2026, 3, 2, 15, 0, 0, TimeSpan.Zero));

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Make_a_switch_known_and_a_gap(Engine engine)
    {
        await using var clinic = await TestClinic.Open(engine, clock);
        var bedside = await Bedside.Arriving(clinic, clock);
        await bedside.Ready();
        Assert.Equal(Finding.Unknown, Of("CI-SWITCH", await Screened(clinic, bedside, "TRD-ESK-IN")).Finding);

        await bedside.Start();

        var switched = Of("CI-SWITCH", await Screened(clinic, bedside, "TRD-ESK-IN"));
        Assert.Equal((Finding.Met, Level.Hold), (switched.Finding, switched.Level));
        Assert.NotEqual(Finding.Met, Of("CI-GAP", await Screened(clinic, bedside, "TRD-IV-STD")).Finding);
        clock.Pass(29 * 24 * 60);
        Assert.Equal(Finding.Met, Of("CI-GAP", await Screened(clinic, bedside, "TRD-IV-STD")).Finding);
    }

    private static RuleFinding Of(string rule, Evaluation evaluation) => evaluation.Findings.First(finding => finding.Rule == rule);

    private static async Task<Evaluation> Screened(TestClinic clinic, Bedside bedside, string protocol)
    {
        var patient = new Id<Patient>((await bedside.Find())!.Plan.Patient);
        return await clinic.As(Role.Prescriber, services => services.GetRequiredService<ScreeningDesk>().Evaluate(patient, protocol, default));
    }
}
