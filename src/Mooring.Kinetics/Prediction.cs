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

        var anatomy = Dissection.Of(model, Routes(regimen), withArea: true);
        var times = at.Distinct().Order().ToList();
        var walker = new Walker(anatomy, regimen.Doses, [.. times.Select(time => time.TotalMinutes)]);
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
            Standing.Caveats(model, subject, regimen));
    }

    /// <summary>The band of a population about that person: 5th, 50th and 95th percentile at each time.</summary>
    /// <returns>The band, in order of time, or objections KIN3xx.</returns>
    public static Answer<Band> Band(
        KineticModel model, Subject subject, Regimen regimen, IReadOnlyList<TimeSpan> at, Population population)
    {
        var objections = Possible.Check(model, subject, regimen, at).ToList();
        if (population.Size is < 20 or > 100_000)
            objections.Add(new("KIN308", "A band needs 20 to 100000 virtual patients.", "population"));
        if (objections.Count > 0)
            return Answer<Band>.Object(objections);

        var anatomy = Dissection.Of(model, Routes(regimen), withArea: false);
        var times = at.Distinct().Order().ToList();
        var spreads = Crowd.Spreads(anatomy, subject, regimen, [.. times.Select(time => time.TotalMinutes)], population);
        var points = times.Select((time, i) => new BandPoint(
            time,
            spreads[i],
            spreads[times.Count + i],
            Of(anatomy, "norketamine") is { } nor ? spreads[(nor * times.Count) + i] : null,
            Of(anatomy, "hydroxynorketamine") is { } hydroxy ? spreads[(hydroxy * times.Count) + i] : null));
        return new Band(model, population, [.. points], Standing.Caveats(model, subject, regimen));
    }

    private static CurvePoint Point(Anatomy anatomy, double[] levels, int count, int i, TimeSpan time) => new(
        time,
        Ng(levels[i]),
        Ng(levels[count + i]),
        Of(anatomy, "norketamine") is { } nor ? Ng(levels[(nor * count) + i]) : null,
        Of(anatomy, "hydroxynorketamine") is { } hydroxy ? Ng(levels[(hydroxy * count) + i]) : null);

    private static int? Of(Anatomy anatomy, string reading)
    {
        for (var i = 0; i < anatomy.Readings.Count; i++)
        {
            if (anatomy.Readings[i].Name == reading)
                return i;
        }

        return null;
    }

    private static HashSet<DoseRoute> Routes(Regimen regimen) => [.. regimen.Doses.Select(dose => dose.Route)];

    private static Concentration Ng(double value) => Concentration.NanogramsPerMilliliter(value);
}
