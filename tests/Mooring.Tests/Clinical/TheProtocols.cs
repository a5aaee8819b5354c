using Mooring.Clinical;
using Mooring.Clinical.Facts;
using Mooring.Clinical.Protocols;
using Mooring.Clinical.Rules;
using Mooring.Clinical.Screening;

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
        Assert.Equal(27, Content.Protocols.Items.Count);
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
        Content.Protocols.Items.Where(protocol => protocol.Dose.Count > 0),
        protocol => Assert.Contains(protocol.Limits, limit => limit is { Level: LimitLevel.Hard, Of: "dose" }));

    [Fact]
    public void Say_what_is_done_before_and_after_a_session() => Assert.All(Content.Protocols.Items, protocol =>
    {
        Assert.NotEmpty(protocol.Preparation);
        Assert.NotEmpty(protocol.AfterCare);
    });

    [Fact]
    public void Have_a_structure_of_therapy_where_therapy_is_what_they_are_about() => Assert.All(
        Content.Protocols.Items.Where(protocol => protocol.Id.StartsWith("KAP", StringComparison.Ordinal) || protocol.TreatsSubstanceUse),
        protocol => Assert.NotNull(protocol.Therapy));

    [Fact]
    public void Say_why_when_they_are_not_run_here() => Assert.Equal(
        ["CRPS-IV-INPT", "EOL-ESK-IV", "EOL-PO"],
        Content.Protocols.Items.Where(protocol => protocol.NotRunHere is not null).Select(protocol => protocol.Id));

    [Theory]
    [InlineData("TRD-GATE", "TRD-IV-STD", true)]
    [InlineData("TRD-GATE", "TRD-PO-NZ", true)]
    [InlineData("TRD-GATE", "TRD-ESK-IN-EU65", true)]
    [InlineData("TRD-GATE", "MDSI-ESK-IN", false)]
    [InlineData("TRD-GATE", "EOL-SC", false)]
    [InlineData("TRD-GATE", "PTSD-IV", false)]
    [InlineData("TRD-GATE", "BIP-IV", false)]
    public void Ask_for_failed_trials_only_where_depression_is_to_be_resistant(string rule, string protocol, bool speaks)
    {
        var facts = new GivenFacts { TreatmentResistant = Finding.NotMet }.ToFacts(ScreeningContent.Library.Words);

        var found = Find(rule, protocol, facts);

        Assert.Equal(speaks ? Finding.Met : Finding.NotMet, found);
    }

    [Theory]
    [InlineData("AUD-IV-MBRP", false)]
    [InlineData("AUD-IV-MET", false)]
    [InlineData("CUD-IV-MBRP", false)]
    [InlineData("TRD-IV-STD", true)]
    [InlineData("KAP-SL", true)]
    public void Stop_for_an_active_substance_use_disorder_unless_they_treat_it(string protocol, bool stops)
    {
        var facts = new GivenFacts { Conditions = [new() { Code = "F10.20" }] }.ToFacts(ScreeningContent.Library.Words);

        Assert.Equal(stops ? Finding.Met : Finding.NotMet, Find("CI-SUD-ACT", protocol, facts));
    }

    [Fact]
    public void Stop_for_a_ketamine_use_disorder_even_where_they_treat_substance_use()
    {
        var facts = new GivenFacts { Conditions = [new() { Code = "F19.20" }], Answers = new Dictionary<string, bool> { ["ketamine-or-pcp-use-disorder"] = true } }
            .ToFacts(ScreeningContent.Library.Words);

        Assert.Equal(Finding.Met, Find("CI-SUD-KET", "AUD-IV-MBRP", facts));
    }

    [Fact]
    public void Ask_for_a_consent_that_exists_and_has_the_same_label() => Assert.All(
        Content.Protocols.Items,
        protocol => Assert.All(["en", "es"], language => Assert.Single(
            Content.Consents.Items,
            form => form.Id == protocol.Consent && form.Language == language && form.Label == protocol.Label)));

    private static Finding Find(string rule, string protocol, PatientFacts facts)
    {
        var library = ScreeningContent.Library;
        return Screen.Evaluate(facts, library.Scopes[protocol], [library.Rules[rule].Value], library.Words, RuleCase.On).Select(each => each.Finding).FirstOrDefault(Finding.NotMet);
    }
}
