using Mooring.Clinical.Protocols;

namespace Mooring.Tests.Clinical;

public class TheProtocols
{
    [Fact]
    public void Are_read_without_a_fault()
    {
        Assert.Empty(Content.Protocols.Faults);
        Assert.Empty(Content.Consents.Faults);
        Assert.Empty(Content.Educations.Faults);
        Assert.Empty(Content.DoseRules.Faults);
        Assert.Equal(["KAP-IM", "TRD-ESK-IN", "TRD-IV-STD"], Content.Protocols.Items.Select(protocol => protocol.Id));
    }

    [Fact]
    public void Show_the_evidence_against_beside_the_evidence_for() => Assert.All(Content.Protocols.Items, protocol =>
    {
        Assert.NotEmpty(protocol.Evidence.For);
        Assert.NotEmpty(protocol.Evidence.Against);
    });

    [Fact]
    public void Keep_low_at_or_below_start_and_high() => Assert.All(
        Content.Protocols.Items.SelectMany(protocol => protocol.Dose),
        terms => Assert.True(terms.Low.Value <= terms.Start.Value && terms.Start.Value <= terms.High.Value && terms.Low.Unit == terms.High.Unit));

    [Fact]
    public void Have_a_hard_cap() => Assert.All(
        Content.Protocols.Items,
        protocol => Assert.Contains(protocol.Limits, limit => limit is { Level: LimitLevel.Hard, Of: "dose" }));

    [Fact]
    public void Ask_for_a_consent_that_exists_and_has_the_same_label() => Assert.All(
        Content.Protocols.Items,
        protocol => Assert.All(["en", "es"], language => Assert.Single(
            Content.Consents.Items,
            form => form.Id == protocol.Consent && form.Language == language && form.Label == protocol.Label)));
}
