using Mooring.Content;
using Mooring.Content.Reading;
using Mooring.Kinetics.Models;
using Mooring.Kinetics.Readiness;

namespace Mooring.Tests.Kinetics;

public class WaitingToBeReady
{
    private static readonly ReadinessTerms Terms = KineticTerms.Load(ContentFolder.Find()).Readiness!;
    private static readonly RouteReadiness Spray = Terms.For(Drug.Esketamine, DoseRoute.Nasal)!;

    [Fact]
    public void Meets_the_published_fractions()
    {
        Assert.Equal(0.92, Spray.ReadyWithin(Models.Min(90)), 0.002);
        Assert.Equal(0.965, Spray.ReadyWithin(Models.Min(120)), 0.002);
        Assert.Equal(40.3, Spray.Median.TotalMinutes, 0.2);
        Assert.Equal(0.5, Spray.ReadyWithin(Spray.Median), 9);
    }

    [Fact]
    public void Looks_at_now_and_three_times_ahead_and_never_goes_down()
    {
        var points = Of(Sprayed(Now: 130)).Points;

        Assert.Equal([0, 15, 30, 60], points.Select(point => point.Ahead.TotalMinutes));
        Assert.Equal(points.Select(point => point.Probability).Order(), points.Select(point => point.Probability));
        Assert.InRange(points[0].Probability, 0.9, 1);
    }

    [Fact]
    public void Is_nobody_before_the_required_observation_is_over()
    {
        var estimate = Of(Sprayed(Now: 70));

        Assert.Equal(Models.Min(120), estimate.NotBefore);
        Assert.Equal([(0.0, true), (0.0, true), (0.0, true)], estimate.Points.Take(3).Select(point => (point.Probability, point.IsObserving)));
        Assert.False(estimate.Points[3].IsObserving);
    }

    [Theory]
    [InlineData(30, 120)]
    [InlineData(180, 180)]
    public void The_longer_of_label_and_protocol_is_the_observation(int protocol, int minutes) =>
        Assert.Equal(Models.Min(minutes), Of(Sprayed(Now: 70) with { MinimumFor = Models.Min(protocol) }).NotBefore);

    [Fact]
    public void No_past_however_fast_shortens_the_observation()
    {
        var quick = Of(Sprayed(Now: 60) with { Earlier = [Models.Min(10), Models.Min(10), Models.Min(12), Models.Min(9)] });

        Assert.Equal(Models.Min(120), quick.NotBefore);
        Assert.Equal(0, quick.Points[2].Probability);
    }

    [Fact]
    public void The_patients_own_earlier_times_are_drawn_toward_the_population()
    {
        var slow = TimeSpan.FromMinutes(Spray.Median.TotalMinutes * 4);

        Assert.Equal(1, Of(Sprayed(Now: 130)).OwnTimes);
        Assert.Equal(Math.Pow(4, 0.25), Of(Sprayed(Now: 130) with { Earlier = [slow] }).OwnTimes, 9);
        Assert.Equal(Math.Pow(4, 0.5), Of(Sprayed(Now: 130) with { Earlier = [slow, slow, slow] }).OwnTimes, 9);
        Assert.True(Of(Sprayed(Now: 130) with { Earlier = [slow] }).Points[0].Probability < Of(Sprayed(Now: 130)).Points[0].Probability);
    }

    [Fact]
    public void A_later_device_moves_the_clock()
    {
        var usual = Of(Sprayed(Now: 130));
        var late = Of(Sprayed(Now: 130) with { Regimen = Models.Read("28 mg nasal at 0 min; 28 mg nasal at 5 min; 28 mg nasal at 40 min") });

        Assert.Equal(1, usual.Times, 9);
        Assert.True(late.Times > 1.1);
        Assert.True(late.Points[0].Probability < usual.Points[0].Probability);
    }

    [Fact]
    public void Found_not_ready_just_now_is_not_ready_now()
    {
        var points = Of(Sprayed(Now: 130) with { NotReadyAt = Models.Min(130) }).Points;

        Assert.Equal(0, points[0].Probability);
        Assert.InRange(points[1].Probability, 0.05, 0.6);
    }

    [Fact]
    public void Says_assumption_where_nothing_was_published()
    {
        var infusion = Of(new(Models.Kamp, Models.SeventyKilos, Models.Read("35 mg iv over 40 min"), Models.Min(80), Models.Min(60)));

        Assert.True(infusion.IsAssumption);
        Assert.Contains(infusion.Caveats, caveat => caveat.StartsWith("Assumption", StringComparison.Ordinal));
        Assert.False(Of(Sprayed(Now: 130)).IsAssumption);
        // Forty minutes after the end of input, the middle of the population.
        Assert.Equal(0.5, infusion.Points[0].Probability, 0.02);
    }

    [Fact]
    public void What_is_still_open_stands_beside_it()
    {
        var estimate = Of(Sprayed(Now: 130) with { Open = ["blood pressure"] });

        Assert.Equal(4, estimate.HardRules.Count);
        Assert.Contains(estimate.Caveats, caveat => caveat.Contains("blood pressure", StringComparison.Ordinal));
    }

    [Fact]
    public void Is_refused_before_a_dose_during_an_infusion_and_for_another_way_of_giving()
    {
        var kamp = new ReadinessCase(Models.Kamp, Models.SeventyKilos, Models.Read("35 mg iv over 40 min at 10 min"), Models.Min(5), Models.Min(60));

        Assert.Equal("KIN342", Code(kamp));
        Assert.Equal("KIN343", Code(kamp with { Now = Models.Min(30) }));
        Assert.Equal("KIN344", Code(kamp with { Now = Models.Min(60), Earlier = [TimeSpan.Zero] }));
        Assert.Equal("KIN341", Assert.Single(TimeToReady.Of(Sprayed(Now: 130), Terms with { Routes = [] }).Objections).Code);
    }

    private static string Code(ReadinessCase one) => Assert.Single(TimeToReady.Of(one, Terms).Objections).Code;

    private static ReadinessEstimate Of(ReadinessCase one) => TimeToReady.Of(one, Terms).Value!;

    private static ReadinessCase Sprayed(int Now) => new(
        Models.Library.Find("perez-ruixo-2021")!,
        new(Mooring.Kinetics.Quantities.Weight.Kilograms(70)),
        Models.Read("84 mg nasal at 0 min"),
        Models.Min(Now),
        Models.Min(120));
}
