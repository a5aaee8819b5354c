using Mooring.Clinical;
using Mooring.Clinical.Screening;

namespace Mooring.Tests.Clinical.Screening;

public class JudgingTreatmentTrials
{
    private static readonly TreatmentTrial Sertraline = new("sertraline", 50, 6, 75, 49, true);
    private static readonly TreatmentTrial Venlafaxine = new("Venlafaxine", 150, 8, 90, 0, true);

    [Fact]
    public void Two_adequate_failures_are_resistance() => Assert.Equal((Finding.Met, 2), Judge(Sertraline, Venlafaxine));

    [Fact]
    public void The_same_drug_counts_once() => Assert.Equal((Finding.NotMet, 1), Judge(Sertraline, Sertraline with { DosePerDay = 200 }));

    [Fact]
    public void Too_little_too_short_or_helpful_does_not_count()
    {
        Assert.Equal((Finding.NotMet, 1), Judge(Sertraline with { DosePerDay = 49 }, Venlafaxine));
        Assert.Equal((Finding.NotMet, 1), Judge(Sertraline with { Weeks = 5.9 }, Venlafaxine));
        Assert.Equal((Finding.NotMet, 1), Judge(Sertraline with { AdherencePercent = 74 }, Venlafaxine));
        Assert.Equal((Finding.NotMet, 1), Judge(Sertraline with { ImprovementPercent = 50 }, Venlafaxine));
        Assert.Equal((Finding.NotMet, 1), Judge(Sertraline with { InCurrentEpisode = false }, Venlafaxine));
        Assert.Equal((Finding.NotMet, 1), Judge(Sertraline with { StoppedForIntolerance = true }, Venlafaxine));
        Assert.Equal((Finding.NotMet, 1), Judge(new TreatmentTrial("aripiprazole", 5, 8, 100, 0, true, IsAugmentation: true), Venlafaxine));
    }

    [Fact]
    public void An_unknown_dose_is_indeterminate_not_false() =>
        Assert.Equal((Finding.Unknown, 1), Judge(Sertraline with { DosePerDay = null }, Venlafaxine));

    [Fact]
    public void A_history_that_nobody_took_is_indeterminate() =>
        Assert.Equal(Finding.Unknown, TreatmentResistance.Assess(FactList<TreatmentTrial>.NeverReviewed, ScreeningContent.Library.Trials!.Value).Result);

    private static (Finding, int) Judge(params TreatmentTrial[] trials)
    {
        var result = TreatmentResistance.Assess(FactList<TreatmentTrial>.Reviewed(trials), ScreeningContent.Library.Trials!.Value);
        return (result.Result, result.Count);
    }
}
