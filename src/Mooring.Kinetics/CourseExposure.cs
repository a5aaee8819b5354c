using Mooring.Kinetics.Models;
using Mooring.Kinetics.Quantities;
using Mooring.Kinetics.Regimens;

namespace Mooring.Kinetics;

/// <summary>One session of a course, to be added up: what was given, and the model that speaks for it.</summary>
public sealed record SessionDoses(DateOnly On, KineticModel Model, Subject Subject, Regimen Regimen);

/// <summary>What one session added, and the sums by then over all sessions and routes of the same drug.</summary>
public sealed record SessionExposure(
    DateOnly On, Drug Drug, KineticModel Model, IReadOnlyDictionary<DoseRoute, Mass> Given, Exposure Area, Mass GivenSoFar, Exposure AreaSoFar);

/// <summary>
/// Dose and area under the plasma curve of a whole course. Racemate and esketamine are never added to each other: a
/// milligram of one is not a milligram of the other.
/// </summary>
public sealed record CourseExposure(IReadOnlyList<SessionExposure> Sessions, IReadOnlyList<string> Caveats)
{
    /// <summary>Adds the sessions up in order of their days; each area is the typical person's over 24 hours.</summary>
    /// <returns>The exposure, or what can not be computed, each with the session's day.</returns>
    public static Answer<CourseExposure> Of(IReadOnlyList<SessionDoses> sessions)
    {
        var ordered = sessions.OrderBy(session => session.On).ToList();
        var curves = ordered.ConvertAll(one => Prediction.Predict(one.Model, one.Subject, one.Regimen, [TimeSpan.FromHours(24)]));
        var objections = ordered.Zip(curves).SelectMany(pair => pair.Second.Objections.Select(one => one with { At = $"{pair.First.On:yyyy-MM-dd} {one.At}" })).ToList();
        if (objections.Count > 0)
            return Answer<CourseExposure>.Object(objections);

        var (given, area) = (new Dictionary<Drug, Mass>(), new Dictionary<Drug, double>());
        var rows = new List<SessionExposure>();
        foreach (var (session, curve) in ordered.Zip(curves))
        {
            var drug = session.Model.Drug;
            var until = curve.Value!.Summary.AucUntil;
            var byRoute = session.Regimen.Routes.ToDictionary(route => route, route => session.Regimen.GivenBy(until, route));
            given[drug] = given.GetValueOrDefault(drug) + session.Regimen.GivenBy(until);
            area[drug] = area.GetValueOrDefault(drug) + curve.Value.Summary.Auc.InNanogramHoursPerMilliliter;
            rows.Add(new(session.On, drug, session.Model, byRoute, curve.Value.Summary.Auc, given[drug], Exposure.NanogramHoursPerMilliliter(area[drug])));
        }

        return new CourseExposure(rows, [.. Standings(rows)]);
    }

    private static IEnumerable<string> Standings(List<SessionExposure> rows)
    {
        yield return "Areas are those of the typical person of each model over 24 hours, not measurements.";
        if (rows.Select(row => row.Drug).Distinct().Count() > 1)
            yield return "Ketamine and esketamine were both given; they are added up apart.";
        foreach (var drug in rows.GroupBy(row => row.Drug).Where(group => group.Select(row => row.Model.Id).Distinct(StringComparer.Ordinal).Count() > 1))
            yield return $"The sums of {drug.Key.ToString().ToLowerInvariant()} join areas of several models ({string.Join(", ", drug.Select(row => row.Model.Id).Distinct(StringComparer.Ordinal))}), which differ by where blood was drawn.";
    }
}
