using Mooring.Clinical.Privacy;

namespace Mooring.Tests.Clinical.Privacy;

/// <summary>What is a record of substance use treatment leaves with a consent, to the patient, or not at all.</summary>
public class WhatMayLeave
{
    private static readonly DateOnly Today = new(2026, 11, 30);
    private static readonly LeavingItem Marked = new(Part2Item.Instrument, "dast-10");
    private static readonly LeavingItem Other = new(Part2Item.Instrument, "phq-9");

    [Fact]
    public void Is_all_that_is_not_marked()
    {
        var decided = Decide([Other]);

        Assert.Equal((false, false, DisclosureBasis.Hipaa), (decided.IsMarked, decided.IsWithheld, decided.Basis));
    }

    [Fact]
    public void Is_nothing_marked_without_a_consent() => Assert.True(Decide([Other, Marked]).IsWithheld);

    [Fact]
    public void Is_everything_to_the_patient() =>
        Assert.Equal(new ReleaseDecision(true, false, null, DisclosureBasis.Patient), Decide([Marked], toPatient: true));

    [Fact]
    public void Is_nothing_of_a_chart_that_is_marked_as_a_whole() =>
        Assert.True(ReleaseRule.Decide([new(Part2Item.Episode, "")], [Other], "Dr. Fern", false, [], Today).IsWithheld);

    [Theory]
    [InlineData(Part2Scope.TreatmentPaymentOperations, "anybody", false, 1, true, false)]
    [InlineData(Part2Scope.TreatmentPaymentOperations, "anybody", false, 1, false, true)]
    [InlineData(Part2Scope.TreatmentPaymentOperations, "anybody", true, 1, true, true)]
    [InlineData(Part2Scope.TreatmentPaymentOperations, "anybody", false, -1, true, true)]
    [InlineData(Part2Scope.NamedRecipient, "dr. fern", false, 0, true, false)]
    [InlineData(Part2Scope.NamedRecipient, "dr. fern", false, 0, false, false)]
    [InlineData(Part2Scope.NamedRecipient, "Dr. Alder", false, 0, true, true)]
    public void Is_marked_with_a_consent_that_stands_and_covers_the_recipient(Part2Scope scope, string recipient, bool isRevoked, int days, bool isForCare, bool isWithheld)
    {
        var consent = new StandingConsent(Guid.CreateVersion7(TimeProvider.System.GetUtcNow()), scope, recipient, Today.AddDays(days), isRevoked);

        var decided = ReleaseRule.Decide([Marked], [Marked], "Dr. Fern, 1 Quay", false, [consent], Today, isForCare);

        Assert.Equal(isWithheld, decided.IsWithheld);
        Assert.Equal(isWithheld ? null : consent.Id, decided.Consent);
    }

    private static ReleaseDecision Decide(IReadOnlyCollection<LeavingItem> leaving, bool toPatient = false) =>
        ReleaseRule.Decide([Marked], leaving, "Dr. Fern", toPatient, [], Today);
}
