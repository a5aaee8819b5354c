using Mooring.Content;
using Mooring.Content.Reading;
using Mooring.Kinetics;
using Mooring.Kinetics.Measured;
using Mooring.Kinetics.Models;
using Mooring.Kinetics.Quantities;

namespace Mooring.Tests.Kinetics;

public class LearningFromALevel
{
    private static readonly EffectTerms Terms = KineticTerms.Load(ContentFolder.Find()).Effect!;

    [Fact]
    public void A_level_in_the_middle_narrows_the_band_and_leaves_its_middle()
    {
        var (before, after) = (Otto(), Update(158));

        Assert.InRange(after.Band.Points[0].Plasma.Median.InNanogramsPerMilliliter / before.Points[0].Plasma.Median.InNanogramsPerMilliliter, 0.93, 1.07);
        Assert.True(Width(after.Band) < Width(before));
        Assert.True(after.EffectiveSize > 500);
        Assert.Null(after.Outside);
    }

    [Fact]
    public void A_high_level_pulls_the_band_up_but_not_all_the_way()
    {
        var (before, after) = (Otto(), Update(220));

        Assert.InRange(after.Band.Points[0].Plasma.Median.InNanogramsPerMilliliter, before.Points[0].Plasma.Median.InNanogramsPerMilliliter + 5, 215);
        Assert.True(after.Band.Points[1].Plasma.Median > before.Points[1].Plasma.Median);
    }

    [Fact]
    public void The_middle_is_that_of_a_conjugate_normal_where_the_model_is_one()
    {
        // One log-normal clearance far beyond its own distribution phase: the answer is known in closed form.
        var simple = Models.Library.Find("otto-2021")! with
        {
            Parameters = [.. Models.Library.Find("otto-2021")!.Parameters.Select(one => one.Id == "V1"
                ? one with { Varies = new Variation { Variance = 0.09, Trust = Trust.Ours } }
                : one with { Varies = null })],
            Flows = [.. Models.Library.Find("otto-2021")!.Flows.Where(flow => flow.From == "norketamine" || flow.Rate == "CL / V1").Select(flow => flow.From == "central" ? flow with { Rate = "0.01" } : flow)],
        };
        var regimen = Models.Read("35 mg iv at 0 min");
        var prior = Math.Log(Models.Plasma(Prediction.Predict(simple, Models.SeventyKilos, regimen, [Models.Min(30)]).Value!)[0]);
        var (sd, sigma, measured) = (0.3, 0.236, prior + 0.4);

        var after = LevelUpdate.Of(simple, Models.SeventyKilos, regimen, [Level(30, Math.Exp(measured))], [Models.Min(30)], new(20_000)).Value!;

        var middle = prior + (0.4 * sd * sd / ((sd * sd) + (sigma * sigma)));
        var spread = Math.Sqrt(1 / ((1 / (sd * sd)) + (1 / (sigma * sigma))));
        Assert.Equal(middle, Math.Log(after.Band.Points[0].Plasma.Median.InNanogramsPerMilliliter), 0.01);
        Assert.Equal(middle + (1.645 * spread), Math.Log(after.Band.Points[0].Plasma.High.InNanogramsPerMilliliter), 0.02);
    }

    [Theory]
    [InlineData(1500)]
    [InlineData(5)]
    public void A_level_far_outside_is_said_to_be_so(double level)
    {
        var after = Update(level);

        Assert.True(after.EffectiveSize < 50);
        Assert.Contains("outside", after.Outside, StringComparison.Ordinal);
    }

    [Fact]
    public void What_can_not_be_weighed_is_refused()
    {
        var regimen = Models.Read("35 mg iv over 40 min");

        Answer<UpdatedBand> Of(KineticModel model, MeasuredLevel level) => LevelUpdate.Of(model, Models.SeventyKilos, regimen, [level], [Models.Min(60)], new(100));

        Assert.Equal(["KIN321", "KIN322"], Of(Models.Kamp, Level(40, 100)).Objections.Select(one => one.Code));
        Assert.Equal("KIN322", Assert.Single(Of(Models.Library.Find("simons-2022")!, Level(40, 100)).Objections).Code);
        Assert.Equal("KIN323", Assert.Single(Of(Models.Library.Find("otto-2021")!, Level(40, 0)).Objections).Code);
        Assert.Equal("KIN323", Assert.Single(Of(Models.Library.Find("otto-2021")!, Level(0, 100)).Objections).Code);
    }

    [Fact]
    public void A_strong_effect_raises_sensitivity_and_nothing_else()
    {
        var unknown = Sensitivity.Unknown(Terms);

        var after = unknown.After([new(Concentration.NanogramsPerMilliliter(200), 0.9)], Drug.Ketamine, Terms).Value!;
        var weak = unknown.After([new(Concentration.NanogramsPerMilliliter(200), 0.1)], Drug.Ketamine, Terms).Value!;

        Assert.True(after.Median > 1.2 && weak.Median < 0.8);
        Assert.True(after.LogSd < unknown.LogSd);
    }

    [Fact]
    public void The_racemate_counts_by_its_esketamine()
    {
        var level = Concentration.NanogramsPerMilliliter(242);

        Assert.Equal(0.5, Sensitivity.Index(level, Drug.Ketamine, Terms), 12);
        Assert.Equal(2 / 3.0, Sensitivity.Index(level, Drug.Esketamine, Terms), 12);
    }

    [Fact]
    public void Sensitivity_drifts_between_sessions_but_never_past_a_stranger()
    {
        var known = new Sensitivity(0.4, 0.2);

        var next = known.NextSession(Terms);

        Assert.Equal(0.4, next.LogMean);
        Assert.Equal(Math.Sqrt(0.04 + 0.09), next.LogSd, 12);
        Assert.Equal(Terms.SensitivityLogSd, next.NextSession(Terms).NextSession(Terms).NextSession(Terms).NextSession(Terms).NextSession(Terms).LogSd);
    }

    [Fact]
    public void A_rating_off_the_scale_is_refused() =>
        Assert.Equal("KIN331", Assert.Single(Sensitivity.Unknown(Terms).After([new(Concentration.NanogramsPerMilliliter(200), 7)], Drug.Ketamine, Terms).Objections).Code);

    private static MeasuredLevel Level(double minute, double level) =>
        new(Models.Min(minute), Concentration.NanogramsPerMilliliter(level), SamplingSite.Venous, "LC-MS/MS");

    private static UpdatedBand Update(double level) => LevelUpdate.Of(
        Models.Library.Find("otto-2021")!, Models.SeventyKilos, Models.Read("35 mg iv over 40 min"), [Level(40, level)], [Models.Min(40), Models.Min(60)], new(2000)).Value!;

    private static Band Otto() => Prediction.Band(
        Models.Library.Find("otto-2021")!, Models.SeventyKilos, Models.Read("35 mg iv over 40 min"), [Models.Min(40), Models.Min(60)], new(2000)).Value!;

    private static double Width(Band band) => band.Points[0].Plasma.High.InNanogramsPerMilliliter - band.Points[0].Plasma.Low.InNanogramsPerMilliliter;
}
