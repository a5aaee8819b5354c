using Mooring.Kinetics.Models;
using Mooring.Kinetics.Regimens;

namespace Mooring.Kinetics;

/// <summary>Every model that applies to a case, side by side: the choice of model moves a curve more than people differ.</summary>
/// <param name="Bands">The bands of the models that apply, in order of the models' ids.</param>
/// <param name="LeftOut">The models that do not apply, and why.</param>
public sealed record Comparison(IReadOnlyList<Band> Bands, IReadOnlyList<LeftOut> LeftOut)
{
    /// <summary>
    /// A model applies when it may be offered, describes every route of the regimen, and was made for the drug; for the
    /// racemate one of esketamine also applies, with a sentence that says so.
    /// </summary>
    public static Comparison Of(
        IReadOnlyList<KineticModel> models, Drug drug, Subject subject, Regimen regimen, IReadOnlyList<TimeSpan> at, Population population)
    {
        var (bands, leftOut) = (new List<Band>(), new List<LeftOut>());
        foreach (var model in models.OrderBy(model => model.Id, StringComparer.Ordinal))
        {
            if (Against(model, drug, regimen) is { } because)
                leftOut.Add(new(model, because));
            else if (Prediction.Band(model, subject, regimen, at, population) is var band && band.IsGiven)
                bands.Add(Told(band.Value, drug));
            else
                leftOut.Add(new(model, string.Join(' ', band.Objections.Select(one => one.Says))));
        }

        return new(bands, leftOut);
    }

    /// <summary>
    /// The band from blood of the other site, which is drawn beside an arterial one because a laboratory draws from a
    /// vein: that of the model that <see cref="RouteInput.Venous"/> names for every route used. Null where there is none.
    /// </summary>
    public static Answer<Band>? Venous(
        KineticModel model, IReadOnlyList<KineticModel> models, Subject subject, Regimen regimen, IReadOnlyList<TimeSpan> at, Population population)
    {
        var named = model.Routes.Where(route => regimen.Routes.Contains(route.Route)).Select(route => route.Venous).Distinct(StringComparer.Ordinal).ToList();
        if (named is not [{ } id] || models.FirstOrDefault(other => other.Id == id) is not { } venous)
            return null;
        var band = Prediction.Band(venous, subject, regimen, at, population);
        return band.IsGiven ? Told(band.Value, model.Drug) : band;
    }

    private static string? Against(KineticModel model, Drug drug, Regimen regimen)
    {
        if (!model.OfferedByDefault)
            return $"It is not for patients like these: {model.Population}.";
        if (drug == Drug.Esketamine && model.Drug == Drug.Ketamine)
            return "It was made for the racemate.";
        var lacking = regimen.Routes.Where(route => model.Routes.All(one => one.Route != route)).ToList();
        return lacking.Count > 0 ? $"It does not describe the route {string.Join(", ", lacking).ToLowerInvariant()}." : null;
    }

    /// <summary>The band with a sentence more where a model of one form of the drug speaks for the other.</summary>
    public static Band Told(Band band, Drug drug) => band.Model.Drug == drug
        ? band
        : band with { Caveats = [.. band.Caveats, "Made for esketamine; here the racemate is treated as if both its forms behaved alike."] };
}

/// <summary>A model that does not apply, and why.</summary>
public sealed record LeftOut(KineticModel Model, string Because);
