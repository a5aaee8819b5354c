using Mooring.Clinical;
using Mooring.Clinical.Instruments;
using Mooring.Clinical.Screening;

namespace Mooring.Tests.Clinical.Screening;

public class OpeningTheSuicideRiskStep
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);
    private static readonly RiskDisposition Seen = new(new Actor(Guid.Empty, "Noor Willow", Role.Prescriber), Noon.AddHours(2), "Safety plan made.");

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
    public void A_high_level_holds_dosing_even_when_closed()
    {
        var step = Assess(Noon, ("1,1,1,1,0,0,-", Noon.AddHours(1)), Seen);

        Assert.Equal((RiskState.Closed, true, "high"), (step.State, step.HoldsDosing, step.Level));
    }

    private static (RiskState, bool) State(RiskStep step) => (step.State, step.BlocksGoingOn);

    private static RiskStep Assess(DateTimeOffset? flagged, (string Answers, DateTimeOffset At)? screener, RiskDisposition? disposition) =>
        SuicideRisk.Assess(ScreeningContent.Library.RiskPathway!.Value, flagged,
            screener is { } taken ? (ScreeningContent.Library.Instruments["c-ssrs-screener"].Value.Score(Answers.Read(taken.Answers).Value!).Value!, taken.At) : null, disposition);
}
