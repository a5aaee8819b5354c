using Mooring.Kinetics.Models;
using Mooring.Kinetics.Regimens;
using Mooring.Kinetics.Solvers;

namespace Mooring.Kinetics.Measured;

/// <summary>The band after a measurement, and how much of the population still speaks for this person.</summary>
/// <param name="Band">Percentiles in which each virtual patient counts as much as their curve agrees with the measurements.</param>
/// <param name="EffectiveSize">How many patients of equal weight would say as much.</param>
/// <param name="Outside">The sentence to show when the measurement lies outside the model; null when it lies inside.</param>
public sealed record UpdatedBand(Band Band, IReadOnlyList<MeasuredLevel> Levels, double EffectiveSize, string? Outside);

/// <summary>
/// What a measured level says about one person: importance weights over the virtual patients, each in proportion to the
/// likelihood of the measurements under that person's curve, log-normal about it with the model's own residual error.
/// </summary>
public static class LevelUpdate
{
    // Below so many equal patients the percentiles rest on a handful of curves: a property of the method, not of a drug.
    private const double FewestEffective = 50;

    /// <summary>Updates the band. The more virtual patients the better: 2,000 serve one level well.</summary>
    /// <returns>
    /// The updated band, or objections: KIN321 (the model has no published residual error), KIN322 (blood of another
    /// site), KIN323 (no level above zero at a time after a dose), KIN30x as for any band.
    /// </returns>
    public static Answer<UpdatedBand> Of(
        KineticModel model, Subject subject, Regimen regimen, IReadOnlyList<MeasuredLevel> levels, IReadOnlyList<TimeSpan> at, Population population)
    {
        var objections = Possible.Check(model, subject, regimen, [.. at, .. levels.Select(level => level.At)], population)
            .Concat(Against(model, regimen, levels)).ToList();
        if (objections.Count > 0)
            return Answer<UpdatedBand>.Object(objections);

        var anatomy = ModelCompiler.Of(model, regimen.Routes, withArea: false);
        var weights = Weights(anatomy, subject, regimen, levels, population);
        var effective = 1 / weights.Sum(weight => weight * weight);
        var band = Prediction.Weighed(anatomy, subject, regimen, at, population, weights);
        return new UpdatedBand(band, levels, effective, effective < FewestEffective
            ? $"The measurement lies outside what {model.Id} expects of nearly everyone: check time, dose, units and where blood was drawn. The updated band rests on too few virtual patients to be used."
            : null);
    }

    private static IEnumerable<Objection> Against(KineticModel model, Regimen regimen, IReadOnlyList<MeasuredLevel> levels)
    {
        if (model.ResidualError is null)
            yield return new("KIN321", $"{model.Id} has no published residual error, so a measurement can not be weighed by it; use a model that has one.", "model");
        if (levels.Any(level => level.Site != model.Site))
            yield return new("KIN322", $"{model.Id} describes {model.Site.ToString().ToLowerInvariant()} blood; use a model of the site where the sample was drawn.", "levels");
        var first = regimen.Doses.Count == 0 ? TimeSpan.MaxValue : regimen.Doses.Min(dose => dose.At);
        if (levels.Count == 0 || levels.Any(level => !(level.Level.InNanogramsPerMilliliter > 0) || !double.IsFinite(level.Level.InNanogramsPerMilliliter) || level.At <= first))
            yield return new("KIN323", "A measurement is a level above zero, drawn after the first dose; one below the limit of the assay can not be used.", "levels");
    }

    private static double[] Weights(CompiledModel anatomy, Subject subject, Regimen regimen, IReadOnlyList<MeasuredLevel> levels, Population population)
    {
        double[] times = [.. levels.Select(level => level.At.TotalMinutes).Distinct().Order()];
        var curves = new double[population.Size * anatomy.Readings.Count * times.Length];
        VirtualPopulation.Fill(anatomy, subject, regimen, times, population, curves);
        var sigma = anatomy.Model.ResidualError!.Plasma;
        var logs = new double[population.Size];
        foreach (var level in levels)
        {
            var time = Array.IndexOf(times, level.At.TotalMinutes);
            for (var patient = 0; patient < logs.Length; patient++)
            {
                var off = Math.Log(level.Level.InNanogramsPerMilliliter / curves[(time * population.Size) + patient]) / sigma;
                logs[patient] -= off * off / 2;
            }
        }

        // The best patient counts one, so that a level far from all of them does not underflow to nothing.
        var best = logs.Max();
        double[] weights = [.. logs.Select(log => Math.Exp(log - best))];
        var sum = weights.Sum();
        return [.. weights.Select(weight => weight / sum)];
    }
}
