using System.Diagnostics;
using Mooring.Content;
using Mooring.Content.Reading;
using Mooring.Kinetics;
using Mooring.Kinetics.Models;
using Mooring.Kinetics.Quantities;
using Mooring.Kinetics.Regimens;

namespace Mooring.Bench;

/// <summary>
/// The band of 1,000 virtual patients at 181 minutes, beside a plain Runge-Kutta walk of as many patients through a
/// system of the same size at the step that keeps such walks accurate, on as many cores.
/// </summary>
internal static class Bands
{
    private const int People = 1000;
    private const int Minutes = 181;
    private const int StepsAMinute = 20;
    private const int Rounds = 5;

    public static void Measure()
    {
        var model = KineticModels.Load(ContentFolder.Find()).Find("kamp-2020")!;
        var regimen = RegimenText.Read("35 mg iv over 40 min", Weight.Kilograms(70)).Value!;
        var times = Enumerable.Range(0, Minutes).Select(minute => TimeSpan.FromMinutes(minute)).ToList();
        var states = model.Flows.SelectMany(flow => new[] { flow.From, flow.To }).Where(name => name != Flow.Outside).Distinct().Count();
        void Band() => Prediction.Band(model, new(Weight.Kilograms(70)) { AgeInYears = 40 }, regimen, times, new(People));
        void Plain() => Parallel.For(0, People, person => RungeKutta(states, 0.01 + (person * 1e-6)));

        Band();
        Plain();
        for (var round = 1; round <= Rounds; round++)
        {
            var (band, plain) = (Milliseconds(Band), Milliseconds(Plain));
            Console.WriteLine($"Round {round}: band {People} x {Minutes} in {band:F1} ms; plain Runge-Kutta of {states} states {plain:F1} ms (ratio {band / plain:F2}).");
        }
    }

    private static double Milliseconds(Action work)
    {
        var watch = Stopwatch.StartNew();
        work();
        return watch.Elapsed.TotalMilliseconds;
    }

    // A chain of states, each flowing into the next: no model's answer, but the work of one.
    private static double RungeKutta(int states, double rate)
    {
        var (x, k1, k2, k3, k4, at) = (new double[states], new double[states], new double[states], new double[states], new double[states], new double[states]);
        x[0] = 1;
        const double h = 1.0 / StepsAMinute;
        for (var step = 0; step < Minutes * StepsAMinute; step++)
        {
            Slope(x, k1, rate);
            Slope(Ahead(x, k1, h / 2, at), k2, rate);
            Slope(Ahead(x, k2, h / 2, at), k3, rate);
            Slope(Ahead(x, k3, h, at), k4, rate);
            for (var i = 0; i < states; i++)
                x[i] += h / 6 * (k1[i] + (2 * k2[i]) + (2 * k3[i]) + k4[i]);
        }

        return x[^1];
    }

    private static double[] Ahead(double[] x, double[] slope, double by, double[] into)
    {
        for (var i = 0; i < x.Length; i++)
            into[i] = x[i] + (by * slope[i]);
        return into;
    }

    private static void Slope(double[] x, double[] into, double rate)
    {
        into[0] = -rate * x[0];
        for (var i = 1; i < x.Length; i++)
            into[i] = rate * (x[i - 1] - x[i]);
    }
}
