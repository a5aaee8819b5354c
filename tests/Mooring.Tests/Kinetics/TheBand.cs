using Mooring.Kinetics;
using Mooring.Kinetics.Regimens;

namespace Mooring.Tests.Kinetics;

public class TheBand
{
    private static readonly Regimen Standard = Models.Read("35 mg iv over 40 min");

    // 5/50/95 % of 50,000 patients drawn by another program. Tolerance 1.5 % in the middle, 3 % in the tails.
    private static readonly Dictionary<string, (int Minute, double Low, double Median, double High)[]> Independent = new(StringComparer.Ordinal)
    {
        ["kamp-2020"] = [(20, 157.9, 194.7, 238.1), (40, 202.0, 249.8, 307.1), (60, 63.2, 95.2, 133.9), (120, 29.2, 49.4, 74.1), (180, 18.0, 33.5, 54.6)],
        ["otto-2021"] = [(20, 66.7, 97.8, 137.3), (40, 114.5, 157.6, 205.9), (60, 84.0, 102.5, 119.2), (120, 44.4, 54.6, 65.9), (180, 27.7, 36.4, 46.0)],
    };

    [Theory]
    [InlineData("kamp-2020")]
    [InlineData("otto-2021")]
    public void Has_the_percentiles_of_an_independent_draw(string model)
    {
        var wanted = Independent[model];

        var found = Of(model, Standard, [.. wanted.Select(one => Models.Min(one.Minute))], new(10_000)).Points;

        foreach (var (one, plasma) in wanted.Zip(found.Select(point => point.Plasma)))
        {
            Assert.InRange(Models.Off(one.Median, plasma.Median.InNanogramsPerMilliliter), 0, 0.015);
            Assert.InRange(Models.Off(one.Low, plasma.Low.InNanogramsPerMilliliter), 0, 0.03);
            Assert.InRange(Models.Off(one.High, plasma.High.InNanogramsPerMilliliter), 0, 0.03);
        }
    }

    [Fact]
    public void Is_the_same_each_time_and_another_for_another_seed()
    {
        var first = Of("kamp-2020", Standard, Models.Minutes(0, 60), new(200));

        var again = Of("kamp-2020", Standard, Models.Minutes(0, 60), new(200));
        var other = Of("kamp-2020", Standard, Models.Minutes(0, 60), new(200, Seed: 2));

        Assert.Equal(first.Points, again.Points);
        Assert.NotEqual(first.Points, other.Points);
    }

    [Fact]
    public void Does_not_flicker_before_a_what_if_branches_off()
    {
        var running = Regimen.Nothing.RunAt(Mooring.Kinetics.Quantities.Rate.MilligramsPerMinute(0.875), Models.Min(0));

        var on = Of("kamp-2020", running, Models.Minutes(0, 60), new(200));
        var stopped = Of("kamp-2020", running.Halt(Models.Min(30)), Models.Minutes(0, 60), new(200));

        Assert.Equal(on.Points.Take(31), stopped.Points.Take(31));
        Assert.True(on.Points[45].Plasma.Low > stopped.Points[45].Plasma.High);
    }

    [Fact]
    public void Is_around_the_typical_person_for_every_model_and_route()
    {
        foreach (var (model, route) in Models.Library.All.SelectMany(model => model.Routes.Select(route => (model, route.Route))))
        {
            var regimen = Regimen.Nothing.Give(Mooring.Kinetics.Quantities.Mass.Milligrams(20), route, Models.Min(0));

            var spread = Prediction.Band(model, Models.SeventyKilos, regimen, [Models.Min(45)], new(400)).Value!.Points[0].Plasma;
            var typical = Models.Predict(model, regimen, [Models.Min(45)]).Points[0].Plasma;

            Assert.True(spread.Low < typical && typical < spread.High, $"{model.Id} {route}: {spread} does not hold {typical}");
        }
    }

    private static Band Of(string model, Regimen regimen, IReadOnlyList<TimeSpan> at, Population population) =>
        Prediction.Band(Models.Library.Find(model)!, Models.SeventyKilos, regimen, at, population).Value!;
}
