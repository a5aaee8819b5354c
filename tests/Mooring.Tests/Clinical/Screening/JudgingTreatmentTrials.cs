using Mooring.Clinical;
using Mooring.Clinical.Facts;
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
        Assert.Equal(Finding.Unknown, TreatmentResistance.Assess(FactList<TreatmentTrial>.NeverReviewed, ScreeningContent.Library.Trials!.Value, ScreeningContent.Library.Words.Recognizer).Result);

    [Theory]
    [InlineData("Zoloft")]
    [InlineData("sertralina 100 mg")]
    [InlineData("SERTRALINE HCl")]
    public void A_drug_counts_under_its_other_names_and_once(string name)
    {
        Assert.Equal((Finding.Met, 2), Judge(Sertraline with { Drug = name }, Venlafaxine));
        Assert.Equal((Finding.NotMet, 1), Judge(Sertraline with { Drug = name }, Sertraline));
    }

    [Theory]
    [InlineData("protriptyline")]
    [InlineData("Surmontil")]
    [InlineData("Auvelity")]
    [InlineData("Exxua")]
    [InlineData("milnacipran")]
    [InlineData("dosulepina")]
    public void An_antidepressant_without_a_smallest_adequate_dose_leaves_it_open(string name)
    {
        Assert.Equal((Finding.Unknown, 1), Judge(Sertraline with { Drug = name, DosePerDay = 150 }, Venlafaxine));
        Assert.Equal((Finding.NotMet, 1), Judge(Sertraline with { Drug = name, DosePerDay = 150, Weeks = 2 }, Venlafaxine));
        Assert.Equal((Finding.NotMet, 1), Judge(Sertraline with { Drug = name, DosePerDay = 150, ImprovementPercent = 80 }, Venlafaxine));
    }

    [Fact]
    public void A_name_that_nothing_knows_leaves_it_open() => Assert.Equal((Finding.Unknown, 1), Judge(Sertraline with { Drug = "the blue pill" }, Venlafaxine));

    [Theory]
    [InlineData("lisinopril")]
    [InlineData("ECT, 8 sessions")]
    [InlineData("rTMS")]
    [InlineData("CBT")]
    [InlineData("psicoterapia")]
    public void What_is_no_antidepressant_is_stored_and_not_counted(string name) => Assert.Equal((Finding.NotMet, 1), Judge(Sertraline with { Drug = name }, Venlafaxine));

    [Fact]
    public void Nefazodone_counts_from_the_dose_at_which_it_was_shown_to_work()
    {
        Assert.Equal((Finding.NotMet, 1), Judge(Sertraline with { Drug = "nefazodone", DosePerDay = 200 }, Venlafaxine));
        Assert.Equal((Finding.Met, 2), Judge(Sertraline with { Drug = "nefazodone", DosePerDay = 300 }, Venlafaxine));
    }

    private static (Finding, int) Judge(params TreatmentTrial[] trials)
    {
        var result = TreatmentResistance.Assess(FactList<TreatmentTrial>.Reviewed(trials), ScreeningContent.Library.Trials!.Value, ScreeningContent.Library.Words.Recognizer);
        return (result.Result, result.Count);
    }
}
