using Mooring.Clinical;
using Mooring.Clinical.Instruments;
using Mooring.Clinical.Screening;

namespace Mooring.Tests.Clinical.Screening;

public class OpeningTheSuicideRiskStep
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);
    private static readonly RiskDisposition Seen = new(Content.As(Guid.Empty, "Noor Willow", Role.Prescriber), Noon.AddHours(2), "Safety plan made.");

    [Fact]
    public void Nothing_is_open_without_a_flag() => Assert.Equal(RiskState.NotOpen, Assess(null, null, null).State);

    [Fact]
    public void A_flag_blocks_until_the_screener_is_taken_after_it()
    {
        Assert.Equal((RiskState.NeedsScreener, true), State(Assess(Noon, null, null)));
        Assert.Equal((RiskState.NeedsScreener, true), State(Assess(Noon, ("0,0,-,-,-,0,-", Noon.AddHours(-1)), Seen)));
        Assert.Equal((RiskState.NeedsScreener, true), State(Assess(Noon, ("0,1,-,-,-,0,-", Noon.AddHours(1)), Seen)));
    }

    [Fact]
    public void The_screener_blocks_until_a_clinician_decided()
    {
        Assert.Equal((RiskState.NeedsDisposition, true), State(Assess(Noon, ("0,0,-,-,-,0,-", Noon.AddHours(1)), null)));
        Assert.Equal((RiskState.Closed, false), State(Assess(Noon, ("1,0,-,-,-,0,-", Noon.AddHours(1)), Seen)));
    }

    [Fact]
    public void A_low_level_holds_nothing() => Assert.Null(Held("1,0,-,-,-,0,-", Seen, null));

    [Fact]
    public void A_moderate_level_waits_for_the_days_decision_of_a_prescriber()
    {
        const string Method = "1,1,1,0,0,0,-";

        Assert.Equal("SCR217", Held(Method, Seen, null)?.Code);
        Assert.Null(Held(Method, Seen with { Dosing = DosingAnswer.MayGoOn }, null));
        Assert.Equal("SCR218", Held(Method, Seen with { Dosing = DosingAnswer.Held }, null)?.Code);
        Assert.Equal("SCR217", Held(Method, Seen with { Dosing = DosingAnswer.MayGoOn, By = Content.As(Guid.Empty, "Ben Rowan", Role.Nurse) }, null)?.Code);
        Assert.Equal("SCR217", Held(Method, Seen with { Dosing = DosingAnswer.MayGoOn }, null, later: TimeSpan.FromDays(1))?.Code);
    }

    [Fact]
    public void An_attempt_of_long_ago_does_not_hold_dosing_for_ever()
    {
        var first = Step("c-ssrs-screener", "0,0,-,-,-,1,0", Seen);
        var repeat = Step("c-ssrs-since-last", "0,0,-,-,-,0", null);

        Assert.Equal(("moderate", RiskDosing.Decided), (first.Level, first.Dosing));
        Assert.Equal((RiskState.NotOpen, "none"), (repeat.State, repeat.Level));
        Assert.Null(SuicideRisk.Holds(Pathway, repeat, Seen, Asked(null, default)));
    }

    [Theory]
    [InlineData("TRD-ESK-IN", true, "SCR202")]
    [InlineData("TRD-IV-STD", true, "SCR202")]
    [InlineData(null, true, "SCR202")]
    [InlineData("MDSI-ESK-IN", false, null)]
    [InlineData("SI-IV", false, "SCR206")]
    [InlineData("SI-IV", true, null)]
    public void A_high_level_holds_every_protocol_but_two(string? protocol, bool monitored, string? code) =>
        Assert.Equal(code, Held(Intent, High, protocol, monitored)?.Code);

    [Fact]
    public void A_high_level_opens_only_on_everything_that_is_asked_for_today()
    {
        Assert.Equal("SCR219", Held(Intent, Seen, "MDSI-ESK-IN")?.Code);
        Assert.Equal("SCR219", Held(Intent, Seen with { Dosing = DosingAnswer.MayGoOn }, "MDSI-ESK-IN")?.Code);
        Assert.Equal("SCR220", Held(Intent, High, "MDSI-ESK-IN", onSite: false)?.Code);
        Assert.Equal("SCR219", Held(Intent, High, "MDSI-ESK-IN", later: TimeSpan.FromDays(1))?.Code);
        Assert.Equal("SCR218", Held(Intent, High with { Dosing = DosingAnswer.Held }, "MDSI-ESK-IN")?.Code);
    }

    [Fact]
    public void What_is_missing_at_the_high_level_is_named_all_at_once()
    {
        var nothing = Ground with { Assessment = "", LevelOfCare = " ", WhyDosing = "", StaysWith = "", RepeatsScreener = false, SafetyPlan = false, ContactBy = "", ContactAt = Noon.AddHours(25) };

        Assert.Empty(Ground.Missing(Pathway, Noon));
        Assert.NotEmpty(Ground.Missing(Pathway with { ContactWithin = TimeSpan.FromMinutes(1) }, Noon));
        Assert.Equal(["assessment", "levelOfCare", "whyDosing", "staysWith", "repeatsScreener", "safetyPlan", "contactBy", "contactAt"], nothing.Missing(Pathway, Noon).Select(refusal => refusal.At));
    }

    [Fact]
    public void Any_behavior_since_the_last_contact_is_high() => Assert.Equal("high", Step("c-ssrs-since-last", "0,0,-,-,-,1", null).Level);

    private const string Intent = "1,1,1,1,0,0,-";

    private static HighRiskGround Ground { get; } = new()
    {
        Assessment = "Intent without a plan since Friday.",
        LevelOfCare = "Day treatment; no bed is needed tonight.",
        WhyDosing = "On-label for this episode.",
        StaysWith = "Ada Linden",
        RepeatsScreener = true,
        SafetyPlan = true,
        ContactBy = "Noor Willow",
        ContactAt = Noon.AddHours(20),
    };

    private static RiskDisposition High { get; } = Seen with { Dosing = DosingAnswer.MayGoOn, Ground = Ground };

    private static RiskPathway Pathway => ScreeningContent.Library.RiskPathway!.Value;

    private static Refusal? Held(string answers, RiskDisposition? disposition, string? protocol, bool monitored = true, bool onSite = true, TimeSpan later = default) =>
        SuicideRisk.Holds(Pathway, Step("c-ssrs-screener", answers, disposition), disposition, Asked(protocol, later, monitored, onSite));

    private static DosingAsked Asked(string? protocol, TimeSpan later, bool monitored = true, bool onSite = true) =>
        new(protocol, Noon.AddHours(3) + later, at => DateOnly.FromDateTime(at.UtcDateTime), monitored, onSite);

    private static RiskStep Step(string form, string answers, RiskDisposition? disposition) => SuicideRisk.Assess(
        Pathway, null, (ScreeningContent.Library.Instruments[form].Value.Score(Answers.Read(answers).Value!).Value!, Noon.AddHours(1)), disposition);

    private static (RiskState, bool) State(RiskStep step) => (step.State, step.BlocksGoingOn);

    private static RiskStep Assess(DateTimeOffset? flagged, (string Answers, DateTimeOffset At)? screener, RiskDisposition? disposition) =>
        SuicideRisk.Assess(ScreeningContent.Library.RiskPathway!.Value, flagged,
            screener is { } taken ? (ScreeningContent.Library.Instruments["c-ssrs-screener"].Value.Score(Answers.Read(taken.Answers).Value!).Value!, taken.At) : null, disposition);
}
