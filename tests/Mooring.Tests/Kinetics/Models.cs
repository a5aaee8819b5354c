using Mooring.Content;
using Mooring.Content.Reading;
using Mooring.Kinetics;
using Mooring.Kinetics.Models;
using Mooring.Kinetics.Quantities;
using Mooring.Kinetics.Regimens;

namespace Mooring.Tests.Kinetics;

/// <summary>The models as the clinic ships them, and short words for asking them.</summary>
internal static class Models
{
    private static readonly Lazy<KineticModels> Loaded = new(() => KineticModels.Load(ContentFolder.Find()));

    public static KineticModels Library => Loaded.Value;

    public static KineticModel Kamp => Library.Find("kamp-2020")!;

    public static Subject SeventyKilos { get; } = new(Weight.Kilograms(70)) { AgeInYears = 40 };

    public static Regimen Read(string text) => RegimenText.Read(text, Weight.Kilograms(70)).Value!;

    public static TimeSpan Min(double minutes) => TimeSpan.FromMinutes(minutes);

    public static IReadOnlyList<TimeSpan> Minutes(int from, int to) => [.. Enumerable.Range(from, to - from + 1).Select(m => TimeSpan.FromMinutes(m))];

    public static Curve Predict(KineticModel model, Regimen regimen, IReadOnlyList<TimeSpan> at) =>
        Prediction.Predict(model, SeventyKilos, regimen, at).Value!;

    public static double[] Plasma(Curve curve) => [.. curve.Points.Select(point => point.Plasma.InNanogramsPerMilliliter)];

    public static double Off(double expected, double found) => Math.Abs(found - expected) / Math.Max(Math.Abs(expected), 1e-12);
}
