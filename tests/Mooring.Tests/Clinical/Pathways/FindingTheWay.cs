using Mooring.Clinical.Pathways;
using Mooring.Clinical.Patients;

namespace Mooring.Tests.Clinical.Pathways;

public class FindingTheWay
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 15, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Today = new(2026, 3, 2);

    private static readonly PathwayFacts Referred = new() { Referral = new(default, default, "Dr. Fern", "Two trials.", Now) };

    private static readonly PathwayFacts Eligible = Referred with { Screening = new(Eligibility.Eligible, Now, Today.AddDays(60)) };

    private static readonly PathwayFacts Planned = Eligible with
    {
        Consent = new(Now, Today.AddYears(1), IsWithdrawn: false),
        Plan = new("TRD-IV-STD, 36 mg", 6, Now),
    };

    [Fact]
    public void Questionnaires_come_before_history_and_history_before_the_decision()
    {
        var missing = Referred with { SheetsDue = ["PHQ-9"], Unreviewed = [HistoryList.Medicines] };

        Assert.Equal(PathwayAct.AskQuestionnaires, Next(missing));
        Assert.Equal(PathwayAct.TakeHistory, Next(missing with { SheetsDue = [] }));
        Assert.Equal(PathwayAct.DecideScreening, Next(Referred));
    }

    [Fact]
    public void Each_stage_follows_the_one_before()
    {
        Assert.Equal(PathwayAct.SignConsent, Next(Eligible));
        Assert.Equal(PathwayAct.MakePlan, Next(Planned with { Plan = null }));
        Assert.Equal(PathwayAct.SignPlan, Next(Planned with { Plan = new("draft", 6, null) }));
        Assert.Equal(PathwayAct.OpenSession, Next(Planned));
        Assert.Equal(PathwayAct.Review, Next(Planned with { Sessions = new(6, null, null, Now) }));
    }

    [Fact]
    public void An_open_suicide_risk_step_comes_before_anything_else()
    {
        var way = Pathway.Of(Planned with { RiskOpen = true, RiskSays = "Ask now." }, Today);

        Assert.Equal(PathwayAct.SettleRisk, way.Next.Act);
        Assert.Equal(StageState.Blocked, way.Stages.Single(stage => stage.Stage == way.Now).State);
    }

    [Fact]
    public void Held_dosing_blocks_the_next_session_but_not_a_look_at_the_running_one()
    {
        var held = Planned with { HoldsDosing = true };

        Assert.Equal(PathwayAct.SettleRisk, Next(held));
        Assert.Equal(PathwayAct.GoToSession, Next(held with { Sessions = new(1, Guid.Empty, null, Now) }));
    }

    [Fact]
    public void A_decision_holds_on_its_last_day_and_not_on_the_next()
    {
        var ending = Referred with { Screening = new(Eligibility.Eligible, Now, Today) };

        Assert.Equal(PathwayAct.SignConsent, Pathway.Of(ending, Today).Next.Act);
        Assert.Equal(PathwayAct.DecideScreening, Pathway.Of(ending, Today.AddDays(1)).Next.Act);
    }

    [Fact]
    public void A_consent_taken_back_leads_back_to_consent() =>
        Assert.Equal(PathwayAct.SignConsent, Next(Planned with { Consent = new(Now, Today.AddYears(1), IsWithdrawn: true) }));

    [Fact]
    public void A_deferral_waits_for_its_day()
    {
        var deferred = Referred with { Screening = new(Eligibility.Deferred, Now, Today.AddDays(7)) };

        Assert.Equal(PathwayAct.Nothing, Pathway.Of(deferred, Today.AddDays(6)).Next.Act);
        Assert.Equal(PathwayAct.DecideScreening, Pathway.Of(deferred, Today.AddDays(7)).Next.Act);
    }

    [Fact]
    public void Not_eligible_ends_the_way() =>
        Assert.Equal(PathwayAct.Nothing, Next(Referred with { Screening = new(Eligibility.NotEligible, Now, null) }));

    [Fact]
    public void Only_one_stage_is_where_the_patient_is()
    {
        foreach (var facts in new[] { Referred, Eligible, Planned, new PathwayFacts() })
            Assert.Single(Pathway.Of(facts, Today).Stages, stage => stage.State is StageState.Now or StageState.Blocked);
    }

    [Fact]
    public void A_decision_that_waits_for_the_director_is_no_eligibility_yet_and_waits_for_another_prescriber()
    {
        var decider = Guid.Parse("00000000-0000-7000-8000-000000000001");
        var waiting = Referred with { Screening = new(Eligibility.Eligible, Now, Today.AddDays(60)) { AwaitsDirector = true, DecidedBy = decider } };

        var next = Pathway.Of(waiting, Today).Next;

        Assert.Equal((PathwayAct.DecideScreening, "Agree as medical director"), (next.Act, next.Title));
        Assert.Equal((decider, (DateTimeOffset?)Now), (next.NotBy, next.Since));
    }

    [Fact]
    public void Each_step_says_since_when_it_waits()
    {
        var heard = Now.AddHours(3);

        Assert.Equal(heard, Pathway.Of(Referred with { HeardAt = heard }, Today).Next.Since);
        Assert.Equal(Now, Pathway.Of(Referred, Today).Next.Since);
        Assert.Equal(Now, Pathway.Of(Eligible, Today).Next.Since);
        Assert.Equal(heard, Pathway.Of(Planned with { Plan = null, Consent = new(heard, Today.AddYears(1), IsWithdrawn: false) }, Today).Next.Since);
    }

    [Fact]
    public void What_ran_out_says_the_day_on_which_it_did() =>
        Assert.Equal(Today, Pathway.Of(Referred with { Screening = new(Eligibility.Eligible, Now, Today) }, Today.AddDays(4)).Next.Due);

    private static PathwayAct Next(PathwayFacts facts) => Pathway.Of(facts, Today).Next.Act;
}
