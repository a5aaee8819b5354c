using Mooring.Clinical;
using Mooring.Clinical.Courses;
using Mooring.Kinetics.Quantities;

namespace Mooring.Tests.Clinical.Courses;

public class SigningAPlan
{
    [Theory]
    [InlineData("TRD-IV-STD")]
    [InlineData("KAP-IM")]
    [InlineData("TRD-ESK-IN")]
    public void Keeps_protocol_dose_visits_and_who_signed(string protocol)
    {
        var signed = PlanExample.Sign(PlanExample.Draft(protocol), PlanExample.Ground(protocol));

        Assert.Empty(signed.Refusals);
        Assert.Equal(Content.Protocol(protocol).Hash, signed.Value!.ProtocolHash);
        Assert.Equal(PlanExample.Prescriber, signed.Value.SignedBy);
        Assert.Equal(Content.Protocol(protocol).Course.Select(phase => phase.Sessions), Content.Protocol(protocol).Course.Select((_, phase) => signed.Value.Dosings.Count(visit => visit.Phase == phase)));
    }

    [Fact]
    public void Is_left_to_prescribers() => Refused("CRS101", PlanExample.Draft(), PlanExample.Ground(), PlanExample.Nurse);

    [Fact]
    public void For_another_condition_needs_a_reason_and_keeps_it()
    {
        var another = PlanExample.Ground() with { Conditions = ["M79.7"] };
        var reasoned = PlanExample.Draft() with { Reasons = new Dictionary<string, string> { [Plan.Indication] = "Depression with fibromyalgia; letter of the rheumatologist." } };

        Refused("CRS111", PlanExample.Draft(), another);
        Refused("CRS111", PlanExample.Draft(), PlanExample.Ground() with { Conditions = [] });
        Assert.True(PlanExample.Sign(PlanExample.Draft(), PlanExample.Ground() with { Conditions = ["F33.9"] }).IsDone);
        Assert.Equal("Depression with fibromyalgia; letter of the rheumatologist.", PlanExample.Sign(reasoned, another).Value!.Reasons[Plan.Indication]);
    }

    [Fact]
    public void Reads_as_signed_by_the_signer_and_by_nobody_else() =>
        Assert.Equal(PlanExample.Prescriber.Name, PlanExample.Sign(PlanExample.Draft(), PlanExample.Ground()).Value!.Signature);

    [Theory]
    [InlineData(Finding.Unknown)]
    [InlineData(Finding.NotMet)]
    public void Waits_for_the_suicide_risk_step(Finding settled) =>
        Refused("CRS103", PlanExample.Draft(), PlanExample.Ground() with { SuicideRiskSettled = settled });

    [Theory]
    [InlineData(Finding.Unknown, "CRS104")]
    [InlineData(Finding.NotMet, "CRS114")]
    public void Needs_a_decision_that_the_person_is_eligible(Finding eligible, string code) =>
        Refused(code, PlanExample.Draft(), PlanExample.Ground() with { Eligible = eligible });

    [Fact]
    public void Is_refused_the_day_after_the_decision_ended()
    {
        Assert.True(PlanExample.Sign(PlanExample.Draft(), PlanExample.Ground() with { EligibleUntil = PlanExample.Today }).IsDone);
        Refused("CRS116", PlanExample.Draft(), PlanExample.Ground() with { EligibleUntil = PlanExample.Today.AddDays(-1) });
        Refused("CRS105", PlanExample.Draft(), PlanExample.Ground() with { EligibleUntil = null });
    }

    [Fact]
    public void Needs_a_consent_that_holds()
    {
        var ground = PlanExample.Ground();

        Refused("CON201", PlanExample.Draft(), ground with { Consent = null });
        Refused("CON202", PlanExample.Draft(), ground with { Consent = ground.Consent!.Withdraw(null, PlanExample.Now) });
        Refused("CON203", PlanExample.Draft(), ground with { Form = ground.Form with { Version = ground.Form.Version + 1 } });
        Refused("CON204", PlanExample.Draft(), ground with { Consent = ground.Consent with { SignedOn = PlanExample.Today.AddMonths(-12) } });
        Assert.True(PlanExample.Sign(PlanExample.Draft(), ground with { Consent = ground.Consent with { SignedOn = PlanExample.Today.AddMonths(-12).AddDays(1) } }).IsDone);
    }

    [Fact]
    public void Refuses_a_dose_of_another_protocol() =>
        Refused("CRS106", PlanExample.Draft() with { Dose = PlanExample.Draft("KAP-IM").Dose }, PlanExample.Ground());

    [Fact]
    public void Refuses_a_first_day_in_the_past() => Refused("CRS107", PlanExample.Draft() with { FirstDosing = PlanExample.Today.AddDays(-1) }, PlanExample.Ground());

    [Theory]
    [InlineData(3, "CRS108")]
    [InlineData(4, null)]
    [InlineData(8, null)]
    [InlineData(9, "CRS108")]
    public void Wants_a_reason_for_an_unusual_number_of_sessions(int sessions, string? code)
    {
        var draft = PlanExample.Draft() with { Sessions = sessions };

        var signed = PlanExample.Sign(draft, PlanExample.Ground());

        Assert.Equal(code is not null, signed.Refusals.Any(refusal => refusal.Code == "CRS108"));
        if (code is not null)
            Assert.DoesNotContain(PlanExample.Sign(draft with { Reasons = Because("sessions") }, PlanExample.Ground()).Refusals, refusal => refusal.Code == code);
    }

    [Fact]
    public void Wants_a_reason_for_many_sessions_in_a_month()
    {
        var ground = PlanExample.Ground() with { EarlierSessions = [.. Enumerable.Range(1, 5).Select(i => PlanExample.Today.AddDays(-i))] };

        Refused("CRS109", PlanExample.Draft(), ground);
        Assert.True(PlanExample.Sign(PlanExample.Draft() with { Reasons = Because("exposure-month") }, ground).IsDone);
    }

    [Fact]
    public void Gives_every_reason_at_once()
    {
        var signed = PlanExample.Sign(PlanExample.Draft(), PlanExample.Ground() with { Eligible = Finding.Unknown, Consent = null });

        Assert.Equal(["CRS104", "CON201"], signed.Refusals.Select(refusal => refusal.Code));
    }

    [Fact]
    public void Refuses_an_old_weight()
    {
        var stale = PlanExample.Draft().Dose.Request with { Weight = new(new Quantity(70, "kg"), PlanExample.Today.AddDays(-31)) };
        var sheet = Mooring.Clinical.Dosing.DoseSheet.Work(PlanExample.Draft().Protocol, Content.DoseRules.Value!, stale, PlanExample.Today).Value!;

        Refused("DOS201", PlanExample.Draft() with { Dose = sheet }, PlanExample.Ground());
    }

    private static Dictionary<string, string> Because(string id) => new(StringComparer.Ordinal) { [id] = "discussed with the team" };

    private static void Refused(string code, PlanDraft draft, PlanGround ground, Actor? by = null) =>
        Assert.Equal(code, Assert.Single(PlanExample.Sign(draft, ground, by).Refusals).Code);
}
