using Mooring.Kinetics.Models;
using Mooring.Kinetics.Quantities;
using Mooring.Kinetics.Regimens;
using Mooring.Kinetics.Solvers;

namespace Mooring.Kinetics;

/// <summary>The front door: what a model expects of a person's levels after these doses. Pure: same input, same output.</summary>
public static class Prediction
{
    private static readonly TimeSpan ShortestSummary = TimeSpan.FromHours(24);

    /// <summary>The typical person's levels at the times asked, in the order asked, in ng/mL.</summary>
    /// <returns>The curve, or objections KIN3xx: impossible input is refused, never clamped.</returns>
    public static Answer<Curve> Predict(KineticModel model, Subject subject, Regimen regimen, IReadOnlyList<TimeSpan> at)
    {
        if (Possible.Check(model, subject, regimen, at) is { Count: > 0 } objections)
            return Answer<Curve>.Object(objections);

        var anatomy = ModelCompiler.Of(model, regimen.Routes, withArea: true);
        var times = at.Distinct().Order().ToList();
        var walker = new StepSolver(anatomy, regimen.Doses, [.. times.Select(time => time.TotalMinutes)]);
        var levels = new double[anatomy.Readings.Count * times.Count];
        walker.Load(Typical.Of(model, subject));
        walker.Walk(levels, 1, 0);

        var until = times[^1] > ShortestSummary ? times[^1] : ShortestSummary;
        var peak = Peak.Find(walker, anatomy, until.TotalMinutes);
        var points = times.Select((time, i) => Point(anatomy, levels, times.Count, i, time)).ToDictionary(point => point.At);
        return new Curve(
            model,
            [.. at.Select(time => points[time])],
            new(Ng(peak.Highest), TimeSpan.FromMinutes(peak.At), Exposure.NanogramMinutesPerMilliliter(peak.Area), until),
            ModelCaveats.Caveats(model, subject, regimen));
    }

    /// <summary>The band of a population about that person: 5th, 50th and 95th percentile at each time.</summary>
    /// <returns>The band, in order of time, or objections KIN3xx.</returns>
    public static Answer<Band> Band(
        KineticModel model, Subject subject, Regimen regimen, IReadOnlyList<TimeSpan> at, Population population)
    {
        if (Possible.Check(model, subject, regimen, at, population) is { Count: > 0 } objections)
            return Answer<Band>.Object(objections);

        var anatomy = ModelCompiler.Of(model, regimen.Routes, withArea: false);
        return Weighed(anatomy, subject, regimen, at, population, null);
    }

    /// <summary>The band where patients count by these weights. What is asked must be possible.</summary>
    internal static Band Weighed(
        CompiledModel anatomy, Subject subject, Regimen regimen, IReadOnlyList<TimeSpan> at, Population population, double[]? weights)
    {
        var times = at.Distinct().Order().ToList();
        var spreads = VirtualPopulation.Spreads(anatomy, subject, regimen, [.. times.Select(time => time.TotalMinutes)], population, weights);
        var points = times.Select((time, i) => new BandPoint(
            time,
            spreads[i],
            spreads[times.Count + i],
            Of(anatomy, "norketamine") is { } nor ? spreads[(nor * times.Count) + i] : null,
            Of(anatomy, "hydroxynorketamine") is { } hydroxy ? spreads[(hydroxy * times.Count) + i] : null));
        return new Band(anatomy.Model, population, [.. points], ModelCaveats.Caveats(anatomy.Model, subject, regimen));
    }

    private static CurvePoint Point(CompiledModel anatomy, double[] levels, int count, int i, TimeSpan time) => new(
        time,
        Ng(levels[i]),
        Ng(levels[count + i]),
        Of(anatomy, "norketamine") is { } nor ? Ng(levels[(nor * count) + i]) : null,
        Of(anatomy, "hydroxynorketamine") is { } hydroxy ? Ng(levels[(hydroxy * count) + i]) : null);

    private static int? Of(CompiledModel anatomy, string reading)
    {
        for (var i = 0; i < anatomy.Readings.Count; i++)
        {
            if (anatomy.Readings[i].Name == reading)
                return i;
        }

        return null;
    }

    private static Concentration Ng(double value) => Concentration.NanogramsPerMilliliter(value);
}
