using System.Diagnostics;
using Mooring.Kinetics.Models;
using Mooring.Kinetics.Quantities;
using Mooring.Kinetics.Regimens;

namespace Mooring.Kinetics.Validation;

/// <summary>A curve on an even grid, fine enough to read a published quantity from it.</summary>
internal sealed class Sampled(double[] levels, double stepMinutes, double milligrams, double areaByVein)
{
    /// <summary>The value in its own unit, ng/mL and minutes where no other is written.</summary>
    public Answer<double> Read(PublishedValue value, Subject subject)
    {
        var perKilogram = subject.Weight.InKilograms;
        var clearance = milligrams * 1000 / Area();
        double? found = (value.Measure, value.Unit) switch
        {
            (Measure.Level, "ng/mL") => levels[(int)Math.Round(value.At!.Value.TotalMinutes / stepMinutes)],
            (Measure.Peak, "ng/mL") => levels.Max(),
            (Measure.PeakTime, "min") => (Array.IndexOf(levels, levels.Max()) * stepMinutes) - (value.At?.TotalMinutes ?? 0),
            (Measure.Area, "ng.h/mL") => Area() / 60,
            (Measure.Area, "ng.min/mL") => Area(),
            (Measure.Bioavailability, "%") => 100 * Area() / areaByVein,
            (Measure.Clearance, "L/h") => 60 * clearance,
            (Measure.Clearance, "mL/min/kg") => 1000 * clearance / perKilogram,
            (Measure.Volume, "L") => clearance * Area((level, minute) => level * minute) / Area(),
            (Measure.HalfLife, "h") => Math.Log(2) * HalfLifeSpan / 60 / Math.Log(levels[levels.Length - 1 - (int)(HalfLifeSpan / stepMinutes)] / levels[^1]),
            _ => null,
        };
        return found is { } number ? number : Answer<double>.Object([new("KIN353", $"{value.Measure} is not read in '{value.Unit}'.", "unit")]);
    }

    private const double HalfLifeSpan = 240; // minutes at the end of the curve, where the slowest decay alone is left

    public static Answer<Sampled> Of(KineticModel model, Subject subject, Regimen regimen, PublishedValue value)
    {
        var (until, step) = value.Measure switch
        {
            Measure.Bioavailability or Measure.Clearance or Measure.Volume => (TimeSpan.FromHours(96), 1.0),
            Measure.Level => (value.At!.Value, 0.25),
            _ => (value.Until ?? TimeSpan.FromHours(24), 0.25),
        };
        var times = Enumerable.Range(0, (int)Math.Round(until.TotalMinutes / step) + 1).Select(i => TimeSpan.FromMinutes(i * step)).ToList();
        var curve = Prediction.Predict(model, subject, regimen, times);
        if (!curve.IsGiven)
            return Answer<Sampled>.Object(curve.Objections);

        var milligrams = regimen.GivenBy(until).InMilligrams;
        var byVein = double.NaN;
        if (value.Measure == Measure.Bioavailability)
        {
            var same = Regimen.Nothing.Infuse(Mass.Milligrams(milligrams), TimeSpan.FromMinutes(40), TimeSpan.Zero);
            var other = Prediction.Predict(model, subject, same, times);
            if (!other.IsGiven)
                return Answer<Sampled>.Object(other.Objections);
            byVein = new Sampled(Levels(other.Value, value.Of), step, milligrams, 0).Area();
        }

        return new Sampled(Levels(curve.Value, value.Of), step, milligrams, byVein);
    }

    private double Area(Func<double, double, double>? of = null)
    {
        var weigh = of ?? (static (level, _) => level);
        var sum = 0.0;
        for (var i = 0; i + 2 < levels.Length; i += 2) // Simpson
            sum += weigh(levels[i], i * stepMinutes) + (4 * weigh(levels[i + 1], (i + 1) * stepMinutes)) + weigh(levels[i + 2], (i + 2) * stepMinutes);
        return sum * stepMinutes / 3;
    }

    private static double[] Levels(Curve curve, Analyte analyte) => [.. curve.Points.Select(point => (analyte switch
    {
        Analyte.Plasma => point.Plasma,
        Analyte.Norketamine => point.Norketamine ?? default,
        Analyte.Hydroxynorketamine => point.Hydroxynorketamine ?? default,
        _ => throw new UnreachableException(),
    }).InNanogramsPerMilliliter)];
}
