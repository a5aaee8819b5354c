using Mooring.Clinical;
using Mooring.Clinical.Facts;
using Mooring.Clinical.Rules;
using Mooring.Clinical.Screening;
using Mooring.Kinetics.Quantities;

namespace Mooring.Tests.Clinical.Screening;

public class AgreeingAsDirector
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 15, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Today = new(2026, 3, 2);
    private static readonly Actor Prescriber = Content.As(Guid.Parse("00000000-0000-0000-0000-000000000001"), "Mara Alder", Role.Prescriber);
    private static readonly Actor Director = Content.As(Guid.Parse("00000000-0000-0000-0000-000000000002"), "Quill Maple", Role.Prescriber);

    [Fact]
    public void A_decision_that_passed_what_asks_for_the_director_does_not_hold_before_one_agrees()
    {
        var decision = Decided(Override.PrescriberAndDirector);
        var before = DecisionInForce.Of(decision, decision.On, isRiskOpen: false, Today);

        var agreed = decision.Agree(Director, Now.AddHours(1)).Value!;
        var after = DecisionInForce.Of(agreed, agreed.On, isRiskOpen: false, Today);

        Assert.True(decision.AwaitsDirector);
        Assert.Equal((false, Finding.Unknown), (before.Holds, before.Eligible));
        Assert.Equal((true, Finding.Met), (after.Holds, after.Eligible));
        Assert.Equal(Director, agreed.AgreedBy);
    }

    [Fact]
    public void Nobody_agrees_to_their_own_decision_and_nobody_but_a_prescriber_does()
    {
        var decision = Decided(Override.PrescriberAndDirector);

        Assert.Equal("SCR314", Assert.Single(decision.Agree(Prescriber, Now).Refusals).Code);
        Assert.Equal("SCR313", Assert.Single(decision.Agree(Content.As(Director.Id, Director.Name, Role.Nurse), Now).Refusals).Code);
        Assert.Equal("SCR312", Assert.Single(decision.Agree(Director, Now).Value!.Agree(Director, Now).Refusals).Code);
    }

    [Fact]
    public void A_name_that_was_written_down_is_nobodys_agreement() =>
        Assert.True((Decided(Override.PrescriberAndDirector) with { Director = "Dr. Quill Maple" }).AwaitsDirector);

    [Fact]
    public void Nothing_waits_where_a_prescriber_may_pass_it_alone() =>
        Assert.False(Decided(Override.Prescriber).AwaitsDirector);

    private static EligibilityDecision Decided(Override may)
    {
        var finding = new RuleFinding("CI-PREG", 1, Level.Hold, Finding.Unknown, Level.Hold, "Says.", "Consider.", may, [new FactUsed("Pregnancy test", null)], []);
        var on = new Evaluation("KAP-IM", Now, new(), [finding], TreatmentResistance.Assess(FactList<TreatmentTrial>.NeverReviewed, ScreeningContent.Library.Trials!.Value, ScreeningContent.Library.Words.Recognizer), []);
        var terms = new EligibilityTerms { Version = 1, ValidFor = new Quantity(90, "d"), Flags = [], Because = [] };
        var draft = new EligibilityDraft { Choice = EligibilityChoice.Eligible, Reasons = new Dictionary<string, string> { ["CI-PREG"] = "The test is taken today." } };
        return draft.Decide(on, terms, isRiskOpen: false, Prescriber, Now, Today).Value!;
    }
}
