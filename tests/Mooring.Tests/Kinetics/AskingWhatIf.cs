using Mooring.Kinetics;
using Mooring.Kinetics.Quantities;
using Mooring.Kinetics.Regimens;

namespace Mooring.Tests.Kinetics;

public class AskingWhatIf
{
    private static readonly TimeSpan Now = Models.Min(20);
    private static readonly Regimen Planned = Models.Read("40 mg iv over 40 min");

    [Fact]
    public void Stopping_gives_nothing_more()
    {
        var futures = Ask(Planned, new Change.Stop());

        Assert.Equal(20, futures.IfChanged.Given.InMilligrams, 9);
        Assert.Equal(40, futures.AsPlanned.Given.InMilligrams, 9);
        Assert.True(At(futures.IfChanged, 40).High < At(futures.AsPlanned, 40).Low);
    }

    [Fact]
    public void Slowing_gives_the_same_amount_over_a_longer_time()
    {
        var futures = Ask(Planned, new Change.Slow(Rate.MilligramsPerMinute(0.5)));

        Assert.Equal(40, futures.IfChanged.Given.InMilligrams, 9);
        Assert.Equal(Models.Min(60), futures.IfChanged.Regimen.Doses.OfType<Dose.Infusion>().Max(run => run.Until));
        Assert.True(At(futures.IfChanged, 40).Median < At(futures.AsPlanned, 40).Median);
    }

    [Fact]
    public void Pausing_moves_the_rest_of_the_plan()
    {
        var futures = Ask(Planned, new Change.Pause(Models.Min(10)));

        Assert.Equal(40, futures.IfChanged.Given.InMilligrams, 9);
        Assert.Equal([(0, 20), (30, 50)], futures.IfChanged.Regimen.Doses.OfType<Dose.Infusion>().Select(run => ((int)run.At.TotalMinutes, (int)run.Until!.Value.TotalMinutes)));
    }

    [Fact]
    public void Pausing_and_stopping_reach_devices_still_to_come()
    {
        var sprays = Models.Read("28 mg nasal at 0 min; 28 mg nasal at 15 min; 28 mg nasal at 30 min");

        var paused = new Change.Pause(Models.Min(10)).MadeTo(sprays, Now).Value!;
        var stopped = new Change.Stop().MadeTo(sprays, Now).Value!;

        Assert.Equal([0, 15, 40], paused.Doses.Select(dose => (int)dose.At.TotalMinutes));
        Assert.Equal([0, 15], stopped.Doses.Select(dose => (int)dose.At.TotalMinutes));
    }

    [Fact]
    public void Both_futures_have_the_same_past_to_the_last_digit()
    {
        var futures = Ask(Planned, new Change.Slow(Rate.MilligramsPerMinute(0.25)));

        Assert.Equal(futures.AsPlanned.Band.Points.Take(21), futures.IfChanged.Band.Points.Take(21));
        Assert.NotEqual(futures.AsPlanned.Band.Points[22], futures.IfChanged.Band.Points[22]);
    }

    [Fact]
    public void Slowing_by_a_hair_moves_the_band_by_a_hair()
    {
        var futures = Ask(Planned, new Change.Slow(Rate.MilligramsPerMinute(0.999)));

        Assert.All(
            futures.AsPlanned.Band.Points.Zip(futures.IfChanged.Band.Points).Skip(1),
            pair => Assert.InRange(pair.Second.Plasma.High.InNanogramsPerMilliliter / pair.First.Plasma.High.InNanogramsPerMilliliter, 0.99, 1.01));
    }

    [Fact]
    public void What_can_not_be_done_is_refused()
    {
        var over = Models.Min(50);

        Assert.Equal("KIN311", Code(new Change.Slow(Rate.MilligramsPerMinute(0.5)), over));
        Assert.Equal("KIN314", Code(new Change.Pause(Models.Min(5)), over));
        Assert.Equal("KIN312", Code(new Change.Slow(Rate.MilligramsPerMinute(1.1)), Now));
        Assert.Equal("KIN312", Code(new Change.Slow(Rate.Zero), Now));
        Assert.Equal("KIN313", Code(new Change.Pause(TimeSpan.Zero), Now));
    }

    private static string Code(Change change, TimeSpan now) =>
        Assert.Single(WhatIf.Compare(Models.Kamp, Models.SeventyKilos, Planned, change, now, Models.Minutes(0, 60), new(50)).Objections).Code;

    private static Futures Ask(Regimen regimen, Change change) =>
        WhatIf.Compare(Models.Kamp, Models.SeventyKilos, regimen, change, Now, Models.Minutes(0, 90), new(200)).Value!;

    private static Spread At(Future future, int minute) => future.Band.Points[minute].Plasma;
}
