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
        var signed = A.Sign(A.Draft(protocol), A.Ground(protocol));

        Assert.Empty(signed.Refusals);
        Assert.Equal(Content.Protocol(protocol).Hash, signed.Value!.ProtocolHash);
        Assert.Equal(A.Prescriber, signed.Value.SignedBy);
        Assert.Equal(Content.Protocol(protocol).Course[0].Sessions, signed.Value.Dosings.Count());
    }

    [Fact]
    public void Is_left_to_prescribers() => Refused("CRS101", A.Draft(), A.Ground(), A.Nurse);

    [Fact]
    public void For_another_condition_needs_a_reason_and_keeps_it()
    {
        var another = A.Ground() with { Conditions = ["M79.7"] };
        var reasoned = A.Draft() with { Reasons = new Dictionary<string, string> { [Plan.Indication] = "Depression with fibromyalgia; letter of the rheumatologist." } };

        Refused("CRS111", A.Draft(), another);
        Refused("CRS111", A.Draft(), A.Ground() with { Conditions = [] });
        Assert.True(A.Sign(A.Draft(), A.Ground() with { Conditions = ["F33.9"] }).IsDone);
        Assert.Equal("Depression with fibromyalgia; letter of the rheumatologist.", A.Sign(reasoned, another).Value!.Reasons[Plan.Indication]);
    }

    [Fact]
    public void Needs_a_typed_name() => Refused("CRS102", A.Draft() with { Signature = " " }, A.Ground());

    [Theory]
    [InlineData(Finding.Unknown)]
    [InlineData(Finding.NotMet)]
    public void Waits_for_the_suicide_risk_step(Finding settled) =>
        Refused("CRS103", A.Draft(), A.Ground() with { SuicideRiskSettled = settled });

    [Theory]
    [InlineData(Finding.Unknown, "CRS104")]
    [InlineData(Finding.NotMet, "CRS114")]
    public void Needs_a_decision_that_the_person_is_eligible(Finding eligible, string code) =>
        Refused(code, A.Draft(), A.Ground() with { Eligible = eligible });

    [Fact]
    public void Is_refused_the_day_after_the_decision_ended()
    {
        Assert.True(A.Sign(A.Draft(), A.Ground() with { EligibleUntil = A.Today }).IsDone);
        Refused("CRS116", A.Draft(), A.Ground() with { EligibleUntil = A.Today.AddDays(-1) });
        Refused("CRS105", A.Draft(), A.Ground() with { EligibleUntil = null });
    }

    [Fact]
    public void Needs_a_consent_that_holds()
    {
        var ground = A.Ground();

        Refused("CON201", A.Draft(), ground with { Consent = null });
        Refused("CON202", A.Draft(), ground with { Consent = ground.Consent!.Withdraw(null, A.Now) });
        Refused("CON203", A.Draft(), ground with { Form = ground.Form with { Version = ground.Form.Version + 1 } });
        Refused("CON204", A.Draft(), ground with { Consent = ground.Consent with { SignedOn = A.Today.AddMonths(-12) } });
        Assert.True(A.Sign(A.Draft(), ground with { Consent = ground.Consent with { SignedOn = A.Today.AddMonths(-12).AddDays(1) } }).IsDone);
    }

    [Fact]
    public void Refuses_a_dose_of_another_protocol() =>
        Refused("CRS106", A.Draft() with { Dose = A.Draft("KAP-IM").Dose }, A.Ground());

    [Fact]
    public void Refuses_a_first_day_in_the_past() => Refused("CRS107", A.Draft() with { FirstDosing = A.Today.AddDays(-1) }, A.Ground());

    [Theory]
    [InlineData(3, "CRS108")]
    [InlineData(4, null)]
    [InlineData(8, null)]
    [InlineData(9, "CRS108")]
    public void Wants_a_reason_for_an_unusual_number_of_sessions(int sessions, string? code)
    {
        var draft = A.Draft() with { Sessions = sessions };

        var signed = A.Sign(draft, A.Ground());

        Assert.Equal(code is not null, signed.Refusals.Any(refusal => refusal.Code == "CRS108"));
        if (code is not null)
            Assert.DoesNotContain(A.Sign(draft with { Reasons = Because("sessions") }, A.Ground()).Refusals, refusal => refusal.Code == code);
    }

    [Fact]
    public void Wants_a_reason_for_many_sessions_in_a_month()
    {
        var ground = A.Ground() with { EarlierSessions = [.. Enumerable.Range(1, 5).Select(i => A.Today.AddDays(-i))] };

        Refused("CRS109", A.Draft(), ground);
        Assert.True(A.Sign(A.Draft() with { Reasons = Because("exposure-month") }, ground).IsDone);
    }

    [Fact]
    public void Gives_every_reason_at_once()
    {
        var draft = A.Draft() with { Signature = "" };

        var signed = A.Sign(draft, A.Ground() with { Eligible = Finding.Unknown, Consent = null });

        Assert.Equal(["CRS102", "CRS104", "CON201"], signed.Refusals.Select(refusal => refusal.Code));
    }

    [Fact]
    public void Refuses_an_old_weight()
    {
        var stale = A.Draft().Dose.Request with { Weight = new(new Quantity(70, "kg"), A.Today.AddDays(-31)) };
        var sheet = Mooring.Clinical.Dosing.DoseSheet.Work(A.Draft().Protocol, Content.DoseRules.Value!, stale, A.Today).Value!;

        Refused("DOS201", A.Draft() with { Dose = sheet }, A.Ground());
    }

    private static Dictionary<string, string> Because(string id) => new(StringComparer.Ordinal) { [id] = "discussed with the team" };

    private static void Refused(string code, PlanDraft draft, PlanGround ground, Actor? by = null) =>
        Assert.Equal(code, Assert.Single(A.Sign(draft, ground, by).Refusals).Code);
}
