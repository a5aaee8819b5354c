using Mooring.Kinetics;
using Mooring.Kinetics.Models;
using Mooring.Kinetics.Quantities;
using Mooring.Kinetics.Regimens;

namespace Mooring.Tests.Kinetics;

public class TheLaws
{
    private const double Rounding = 1e-10;

    public static TheoryData<string> EveryModel => [.. Models.Library.All.Select(model => model.Id)];

    [Theory]
    [MemberData(nameof(EveryModel))]
    public void Two_doses_together_are_their_sum(string id)
    {
        var (model, first, second, at) = Case(id);

        var both = Models.Plasma(Models.Predict(model, first.Then(second.Doses[0]), at));

        var (one, other) = (Models.Plasma(Models.Predict(model, first, at)), Models.Plasma(Models.Predict(model, second, at)));
        Assert.All(both.Select((level, i) => Models.Off(level, one[i] + other[i])), off => Assert.InRange(off, 0, 1e-8));
    }

    [Theory]
    [MemberData(nameof(EveryModel))]
    public void Twice_the_dose_gives_twice_the_level(string id)
    {
        var (model, first, _, at) = Case(id);
        var dose = (Dose.Single)first.Doses[0];

        var twice = Models.Plasma(Models.Predict(model, new([dose with { Amount = dose.Amount * 2 }]), at));

        var once = Models.Plasma(Models.Predict(model, first, at));
        Assert.All(twice.Select((level, i) => Models.Off(2 * once[i], level)), off => Assert.InRange(off, 0, Rounding));
    }

    [Theory]
    [MemberData(nameof(EveryModel))]
    public void No_level_is_ever_below_zero(string id)
    {
        var (model, first, second, _) = Case(id);

        var curve = Models.Predict(model, first.Then(second.Doses[0]), Models.Minutes(0, 600));

        Assert.All(curve.Points, point => Assert.True(
            point.Plasma >= default(Concentration) && point.Effect >= default(Concentration) && !(point.Norketamine < default(Concentration))));
    }

    [Fact]
    public void An_infusion_in_two_parts_is_the_whole_infusion()
    {
        var whole = Models.Predict(Models.Kamp, Models.Read("35 mg iv over 40 min"), Models.Minutes(1, 180));

        var parts = Models.Predict(Models.Kamp, Models.Read("0.875 mg/min iv from 0 min to 13.3 min; 0.875 mg/min iv from 13.3 min to 40 min"), Models.Minutes(1, 180));

        Assert.All(Models.Plasma(whole).Zip(Models.Plasma(parts)), pair => Assert.InRange(Models.Off(pair.First, pair.Second), 0, Rounding));
    }

    [Theory]
    [InlineData("kamp-2020", 84)]
    [InlineData("noppers-2011", 93.5)]
    [InlineData("otto-2021", 95.2)]
    [InlineData("simons-2022", 1.48 * 60)]
    [InlineData("herd-2007", 90)]
    [InlineData("hornik-2018", 38.9)]
    [InlineData("flint-2017", 112)]
    [InlineData("domino-1984", 4.41 * 0.438 * 60)]
    [InlineData("hijazi-2003", 75.6 * 0.0333 * 60)]
    public void All_that_goes_in_comes_out_by_the_clearance(string id, double litersPerHour)
    {
        // In the long run the area is dose over clearance, whatever the tissues do in between.
        var area = Models.Predict(Models.Library.Find(id)!, Models.Read("35 mg iv over 40 min"), [TimeSpan.FromDays(30)]).Summary.Auc;

        Assert.InRange(Models.Off(35_000 / litersPerHour, area.InNanogramHoursPerMilliliter), 0, 1e-9);
    }

    [Fact]
    public void An_infusion_and_an_injection_together_are_their_sum_in_every_reading()
    {
        var (infused, injected) = (Models.Read("35 mg iv over 40 min"), Models.Read("20 mg im at 15.5 min"));
        var at = Models.Minutes(1, 240);

        var both = Models.Predict(Models.Kamp, infused.Then(injected.Doses[0]), at).Points;

        var parts = Models.Predict(Models.Kamp, infused, at).Points.Zip(Models.Predict(Models.Kamp, injected, at).Points);
        foreach (var (sum, (one, other)) in both.Zip(parts))
        {
            Assert.InRange(Models.Off(Ng(one.Plasma) + Ng(other.Plasma), Ng(sum.Plasma)), 0, 1e-8);
            Assert.InRange(Models.Off(Ng(one.Effect) + Ng(other.Effect), Ng(sum.Effect)), 0, 1e-8);
            Assert.InRange(Models.Off(Ng(one.Norketamine!.Value) + Ng(other.Norketamine!.Value), Ng(sum.Norketamine!.Value)), 0, 1e-8);
        }
    }

    [Fact]
    public void What_a_coarse_grid_says_a_fine_one_says_too()
    {
        var regimen = Models.Read("35 mg im at 2.3 min; 0.3 mg/min iv from 10.7 min to 31 min");

        var fine = Models.Predict(Models.Kamp, regimen, Models.Minutes(0, 240));
        var coarse = Models.Predict(Models.Kamp, regimen, [Models.Min(240)]);

        Assert.InRange(Models.Off(Models.Plasma(coarse)[0], Models.Plasma(fine)[^1]), 0, Rounding);
    }

    [Fact]
    public void Doses_by_kilogram_follow_the_weight_as_the_model_says()
    {
        var heavy = new Subject(Weight.Kilograms(130));
        var dose = RegimenText.Read("0.5 mg/kg iv over 40 min", heavy.Weight).Value!;

        double At40(Scaling? scaling) => Models.Plasma(Prediction.Predict(Models.Kamp, heavy with { Scaling = scaling }, dose, [Models.Min(40)]).Value!)[0];

        Assert.InRange(Models.Off(253.05183, At40(Scaling.Linear)), 0, 1e-6);
        Assert.InRange(At40(null) / 253.05183, 1.05, 1.20);
        Assert.InRange(Models.Off(253.05183 * 130 / 70, At40(Scaling.None)), 0, 1e-6);
    }

    private static double Ng(Concentration level) => level.InNanogramsPerMilliliter;

    private static (KineticModel Model, Regimen First, Regimen Second, IReadOnlyList<TimeSpan> At) Case(string id)
    {
        var model = Models.Library.Find(id)!;
        // A device's share depends on its turn, so the nasal model is asked by infusion, or by one small device.
        var route = model.Routes.First(one => one.Device is null || model.Routes.Count == 1).Route;
        var (first, second) = (Regimen.Nothing.Give(Mass.Milligrams(10), route, Models.Min(0)), Regimen.Nothing.Give(Mass.Milligrams(7), route, Models.Min(25.5)));
        return id == "compounded-nasal"
            ? (Models.Kamp, first with { Doses = [new Dose.Single(Mass.Milligrams(10), DoseRoute.Im, Models.Min(0))] }, Models.Read("7 mg oral at 25.5 min"), Models.Minutes(1, 240))
            : (model, first, second, Models.Minutes(1, 240));
    }
}
