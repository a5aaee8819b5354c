using Microsoft.Extensions.DependencyInjection;
using Mooring.Clinical;
using Mooring.Clinical.Facts;
using Mooring.Clinical.Patients;
using Mooring.Clinical.Screening;
using Mooring.Practice.Screening;
using Mooring.SystemTests.Clinics;

namespace Mooring.SystemTests.Courses;

public class DecidingEligibility
{
    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Keeps_the_findings_facts_and_rule_versions_it_was_made_on(Engine engine)
    {
        await using var care = await CareClinic.WithSomeoneKnown(engine);
        var evaluation = await care.Evaluate();

        var decided = await care.FindEligible();

        Assert.Empty(decided.Refusals);
        var kept = Assert.Single(await care.Ask(Role.Nurse, services => services.GetRequiredService<ScreeningDesk>().Decisions(care.Patient, CancellationToken.None)));
        Assert.Equal(evaluation.Findings.Select(finding => (finding.Rule, finding.Finding)), kept.On.Findings.Select(finding => (finding.Rule, finding.Finding)));
        Assert.True(kept.On.Facts.Conditions.IsReviewed);
        Assert.All(kept.On.Rules, rule => Assert.Equal(64, rule.Hash.Length));
        Assert.Equal("Mara Alder", kept.By.Name);
    }

    [Fact]
    public async Task Is_refused_while_what_a_rule_requires_is_unknown_and_no_reason_is_given()
    {
        await using var care = await CareClinic.WithSomeoneTakenIn();

        var decided = await care.Decide(new() { Choice = EligibilityChoice.Eligible });

        Assert.Contains(decided.Refusals, refusal => refusal.Code == "SCR308");
    }

    [Fact]
    public async Task Never_passes_a_block_without_override_whatever_the_reason()
    {
        await using var care = await CareClinic.WithSomeoneKnown();
        await care.Tell(new ConditionReported(new("Aneurysm", "I72.9", null, ConditionStatus.Active)));

        var decided = await care.Ask(Role.Prescriber, async services => await services.GetRequiredService<ScreeningDesk>().Decide(
            care.Patient, Id<EligibilityDecision>.New(care.Clock.Now), "TRD-ESK-IN",
            new() { Choice = EligibilityChoice.Eligible, Reasons = new Dictionary<string, string> { ["CI-ANEUR"] = "small" } },
            CancellationToken.None));

        Assert.Contains(decided.Refusals, refusal => refusal is { Code: "SCR307", At: "CI-ANEUR" });
    }

    [Fact]
    public async Task Is_refused_to_anyone_but_a_prescriber()
    {
        await using var care = await CareClinic.WithSomeoneKnown();

        var decided = await care.Decide(new() { Choice = EligibilityChoice.NotEligible, Reason = "Declined." }, Role.Nurse);

        Assert.Equal(["SCR301"], decided.Refusals.Select(refusal => refusal.Code));
    }

    [Fact]
    public async Task Waits_for_the_suicide_risk_step()
    {
        await using var care = await CareClinic.WithSomeoneKnown();
        Assert.Empty((await care.Answer("phq-9", 2, 2, 2, 2, 2, 2, 2, 1, 2)).Refusals);

        var decided = await care.FindEligible();

        Assert.Contains(decided.Refusals, refusal => refusal.Code == "SCR302");
    }

    [Fact]
    public async Task Ends_when_its_days_have_passed()
    {
        await using var care = await CareClinic.WithSomeoneKnown();
        var decided = await care.FindEligible();

        care.Clock.Now = care.Clock.Now.AddDays(91);

        var standing = await care.Standing();
        Assert.False(standing!.Holds);
        Assert.Equal(decided.Value!.Id, standing.Decision.Id);
        Assert.Contains(standing.NoLonger, why => why.StartsWith("It ended on", StringComparison.Ordinal));
    }

    [Fact]
    public async Task No_longer_holds_once_a_fact_that_stops_is_known()
    {
        await using var care = await CareClinic.WithSomeoneKnown();
        await care.FindEligible();
        Assert.Equal(Finding.Met, (await care.Standing())!.Eligible);

        await care.Tell(new ConditionReported(new("Aneurysm", "I72.9", null, ConditionStatus.Active)));

        var standing = await care.Standing();
        Assert.Equal(Finding.Unknown, standing!.Eligible);
        Assert.Contains(standing.NoLonger, why => why.Contains("is met now", StringComparison.Ordinal));
    }
}
