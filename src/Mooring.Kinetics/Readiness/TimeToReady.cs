using Mooring.Kinetics.Models;
using Mooring.Kinetics.Quantities;
using Mooring.Kinetics.Regimens;
using Mooring.Kinetics.Solvers;

namespace Mooring.Kinetics.Readiness;

/// <summary>
/// Readiness as a time to an event. A concentration alone does not tell it: a threshold that fits the published fractions
/// at 90 minutes would call most people ready while their perception is still altered. The model only stretches the clock.
/// </summary>
public static class TimeToReady
{
    private static readonly TimeSpan[] Looks = [TimeSpan.Zero, TimeSpan.FromMinutes(15), TimeSpan.FromMinutes(30), TimeSpan.FromHours(1)];

    /// <returns>The estimate, or objections: KIN341 (no entry for drug and route), KIN342 (nothing given), KIN343 (an infusion runs), KIN344 (times), KIN30x.</returns>
    public static Answer<ReadinessEstimate> Of(ReadinessCase one, ReadinessTerms terms)
    {
        var given = one.Regimen.Doses.Where(dose => dose.At <= one.Now).ToList();
        if (given.Count == 0)
            return Refused("KIN342", "Nothing was given yet, so there is no readiness to wait for.");
        if (given.Exists(dose => dose is Dose.Infusion run && (run.Until is null || run.Until > one.Now)))
            return Refused("KIN343", "An infusion is still running; readiness is estimated after its end.");
        if (one.Earlier.Any(time => time <= TimeSpan.Zero) || one.MinimumFor < TimeSpan.Zero || one.NotReadyAt > one.Now)
            return Refused("KIN344", "Earlier times and the required observation lie above zero, and a check that found the patient not ready lies in the past.");
        // Of several routes the slowest decides.
        var entries = given.Select(dose => terms.For(one.Model.Drug, dose.Route)).Distinct().ToList();
        if (entries.Contains(null))
            return Refused("KIN341", $"There is no time to readiness for every route given of {one.Model.Drug.ToString().ToLowerInvariant()}.");
        var entry = entries.MaxBy(each => each!.Median)!;

        var regimen = one.Regimen with { Doses = given };
        var slower = Slower(one, entry, regimen);
        return slower.IsGiven ? Estimate(one, terms, entry, regimen, slower.Value) : Answer<ReadinessEstimate>.Object(slower.Objections);
    }

    private static ReadinessEstimate Estimate(ReadinessCase one, ReadinessTerms terms, RouteReadiness entry, Regimen regimen, double slower)
    {
        var own = OwnTimes(one.Earlier, entry, terms.SessionsLikePopulation);
        var start = Clock(entry, regimen);
        var first = regimen.Doses.Min(dose => dose.At);
        var notBefore = first + (entry.LabelMinimum > one.MinimumFor ? entry.LabelMinimum.Value : one.MinimumFor);
        double Ready(TimeSpan at) => entry.ReadyWithin((at - start) / (slower * own));

        var already = one.NotReadyAt is { } checkedAt ? Ready(checkedAt) : 0;
        var points = Looks.Select(ahead => one.Now + ahead).Select((at, i) => new ReadinessPoint(
            Looks[i], at, at < notBefore ? 0 : Math.Max(0, (Ready(at) - already) / (1 - already)), at < notBefore));
        return new([.. points], notBefore, entry.IsAssumption, slower, own, terms.HardRules, one.Open, [.. Caveats(entry, one)]);
    }

    private static IEnumerable<string> Caveats(RouteReadiness entry, ReadinessCase one)
    {
        yield return "A person signs off; the estimate never does, and it never comes before the required observation is over.";
        if (entry.IsAssumption)
            yield return "Assumption: no fraction of people ready is published for this way of giving. " + entry.Because;
        if (one.Open.Count > 0)
            yield return "Still open: " + string.Join(", ", one.Open) + ".";
    }

    /// <summary>How much slower than the population the patient's own earlier sessions say they are: log-normal shrinkage.</summary>
    private static double OwnTimes(IReadOnlyList<TimeSpan> earlier, RouteReadiness entry, double like) => earlier.Count == 0
        ? 1
        : Math.Exp(earlier.Average(time => Math.Log(time / entry.Median)) * earlier.Count / (earlier.Count + like));

    private static TimeSpan Clock(RouteReadiness entry, Regimen regimen) => entry.Clock == ReadinessClock.FirstDose
        ? regimen.Doses.Min(dose => dose.At)
        : regimen.Doses.Max(dose => dose is Dose.Infusion { Until: { } until } ? until : dose.At);

    // How the time in which the effect site falls to half its peak compares with that of the usual regimen.
    private static Answer<double> Slower(ReadinessCase one, RouteReadiness entry, Regimen regimen)
    {
        var usualPerson = new Subject(Weight.Kilograms(Typical.ReferenceKilograms));
        var usual = RegimenText.Read(entry.Usual, usualPerson.Weight);
        if (!usual.IsGiven)
            return Answer<double>.Object(usual.Objections);
        var (mine, theirs) = (HalfTime(one.Model, one.Subject, regimen, entry), HalfTime(one.Model, usualPerson, usual.Value, entry));
        return mine.IsGiven && theirs.IsGiven
            ? mine.Value / theirs.Value
            : Answer<double>.Object([.. mine.Objections.Concat(theirs.Objections).Distinct()]);
    }

    private static Answer<double> HalfTime(KineticModel model, Subject subject, Regimen regimen, RouteReadiness entry)
    {
        var start = Clock(entry, regimen);
        var minutes = Enumerable.Range(0, (int)start.TotalMinutes + (24 * 60)).Select(minute => TimeSpan.FromMinutes(minute)).ToList();
        var curve = Prediction.Predict(model, subject, regimen, minutes);
        if (!curve.IsGiven)
            return Answer<double>.Object(curve.Objections);
        var levels = curve.Value.Points.Select(point => point.Effect.InNanogramsPerMilliliter).ToList();
        var peak = levels.Max();
        var after = levels.FindLastIndex(level => level >= peak / 2);
        if (after == levels.Count - 1)
            return (minutes[after] - start).TotalMinutes;
        var part = (levels[after] - (peak / 2)) / (levels[after] - levels[after + 1]);
        return (minutes[after] - start).TotalMinutes + part;
    }

    private static Answer<ReadinessEstimate> Refused(string code, string says) => Answer<ReadinessEstimate>.Object([new(code, says, "readiness")]);
}
