using Mooring.Kinetics.Solvers;

namespace Mooring.Tests.Kinetics;

/// <summary>Three ways that share no code: closed form, matrix exponential, and a Runge-Kutta written out here.</summary>
public class TheClosedForm
{
    private const double V1 = 25, V2 = 56, V3 = 157, Cl = 84 / 60.0, Q2 = 161 / 60.0, Q3 = 79 / 60.0;
    private static readonly double Ke0 = Math.Log(2) / 8.3;
    private static readonly Exponentials Parent = Exponentials.Compartments(V1, Cl, V2, Q2, V3, Q3);

    [Fact]
    public void Agrees_with_the_matrix_exponential_in_plasma_effect_and_norketamine()
    {
        var effect = Parent.Then(Exponentials.FirstOrder(Ke0))!;
        var norketamine = Parent.Then(Exponentials.Compartments(98.638, 57.72 / 60, 160.04, 42.778 / 60), Cl)!;
        var curve = Models.Predict(Models.Kamp, Models.Read("35 mg iv over 40 min"), Models.Minutes(1, 240));

        foreach (var point in curve.Points)
        {
            var t = point.At.TotalMinutes;
            Assert.InRange(Models.Off(Parent.AfterInfusion(0.875, 40, t), point.Plasma.InNanogramsPerMilliliter), 0, 1e-10);
            Assert.InRange(Models.Off(effect.AfterInfusion(0.875, 40, t), point.Effect.InNanogramsPerMilliliter), 0, 1e-9);
            Assert.InRange(Models.Off(norketamine.AfterInfusion(0.875, 40, t), point.Norketamine!.Value.InNanogramsPerMilliliter), 0, 1e-8);
        }
    }

    [Fact]
    public void Agrees_with_the_matrix_exponential_after_a_depot()
    {
        var injected = Parent.Then(Exponentials.FirstOrder(0.07))!;
        var curve = Models.Predict(Models.Kamp, Models.Read("35 mg im at 0 min"), Models.Minutes(1, 240));

        Assert.All(curve.Points, point => Assert.InRange(
            Models.Off(injected.AfterBolus(35 * 0.93, point.At.TotalMinutes), point.Plasma.InNanogramsPerMilliliter), 0, 1e-9));
    }

    [Fact]
    public void Agrees_with_runge_kutta()
    {
        const double step = 0.02;
        double[] x = [0, 0, 0];
        for (var i = 0; i < 120 / step; i++)
        {
            var input = i < 40 / step ? 0.875 : 0;
            double[] Slope(double[] at) =>
            [
                input - ((Cl + Q2 + Q3) / V1 * at[0]) + (Q2 / V2 * at[1]) + (Q3 / V3 * at[2]),
                (Q2 / V1 * at[0]) - (Q2 / V2 * at[1]),
                (Q3 / V1 * at[0]) - (Q3 / V3 * at[2]),
            ];
            double[] Along(double[] slope, double by) => [.. x.Zip(slope, (a, b) => a + (by * b))];
            var k1 = Slope(x);
            var k2 = Slope(Along(k1, step / 2));
            var k3 = Slope(Along(k2, step / 2));
            var k4 = Slope(Along(k3, step));
            x = [.. x.Select((a, j) => a + (step / 6 * (k1[j] + (2 * k2[j]) + (2 * k3[j]) + k4[j])))];
        }

        Assert.InRange(Models.Off(Parent.AfterInfusion(0.875, 40, 120), 1000 * x[0] / V1), 0, 1e-8);
    }

    [Fact]
    public void Has_the_roots_that_vieta_asks_for()
    {
        var (k10, k12, k13, k21, k31) = (0.438, 0.592, 0.590, 0.247, 0.0146);

        var roots = Eigenvalues.Of(k10, k12, k13, k21, k31);

        Assert.InRange(Models.Off(k10 + k12 + k13 + k21 + k31, roots.Sum()), 0, 1e-14);
        Assert.InRange(Models.Off(k10 * k21 * k31, roots[0] * roots[1] * roots[2]), 0, 1e-14);
        Assert.InRange(
            Models.Off((k10 * k31) + (k21 * k31) + (k21 * k13) + (k10 * k21) + (k31 * k12), (roots[0] * roots[1]) + (roots[0] * roots[2]) + (roots[1] * roots[2])), 0, 1e-13);
    }

    [Fact]
    public void Has_them_for_any_three_compartments()
    {
        var random = new Random(7);
        for (var i = 0; i < 2000; i++)
        {
            double Rate() => Math.Exp((random.NextDouble() * 9) - 7);
            var (k10, k12, k13, k21, k31) = (Rate(), Rate(), Rate(), Rate(), Rate());

            var roots = Eigenvalues.Of(k10, k12, k13, k21, k31);

            Assert.InRange(Models.Off(k10 + k12 + k13 + k21 + k31, roots.Sum()), 0, 1e-12);
            Assert.InRange(Models.Off(k10 * k21 * k31, roots[0] * roots[1] * roots[2]), 0, 1e-9);
            Assert.True(roots[0] >= roots[1] && roots[1] >= roots[2] && roots[2] > 0);
        }
    }

    [Fact]
    public void Declines_rates_that_nearly_agree_and_the_matrix_exponential_takes_them()
    {
        var rate = Parent.Poles[1].Rate * (1 + 1e-9);
        var near = Models.Kamp with
        {
            Parameters = [.. Models.Kamp.Parameters.Select(one => one.Id == "KAim" ? one with { Value = new(rate, "/min") } : one)],
        };
        var beside = Parent.Then(Exponentials.FirstOrder(Parent.Poles[1].Rate * (1 + 1e-5)))!;

        var found = Models.Plasma(Models.Predict(near, Models.Read("35 mg im at 0 min"), [Models.Min(30)]))[0];

        Assert.Null(Parent.Then(Exponentials.FirstOrder(rate)));
        Assert.InRange(Models.Off(beside.AfterBolus(35 * 0.93, 30), found), 0, 1e-5);
    }
}
