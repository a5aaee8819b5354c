using Mooring.Kinetics.Models;
using Mooring.Kinetics.Quantities;

namespace Mooring.Kinetics.Measured;

/// <summary>How strong the effect was, between none (0) and the most (1), while the typical effect site stood at that level.</summary>
public sealed record RatedEffect(Concentration EffectSite, double Rating);

/// <summary>
/// One number a person: how much more (above 1) or less sensitive than the typical one. It is all that an observed
/// effect may move; it never moves clearance or volume, because one rating can not tell exposure from sensitivity.
/// </summary>
/// <param name="LogMean">Of the sensitivity's logarithm; 0 is the typical person.</param>
/// <param name="LogSd">How unsure that is.</param>
public sealed record Sensitivity(double LogMean, double LogSd)
{
    private const int Steps = 400;
    private const double Widths = 5;

    /// <summary>The middle value.</summary>
    public double Median => Math.Exp(LogMean);

    /// <summary>What is known before the first session.</summary>
    public static Sensitivity Unknown(EffectTerms terms) => new(0, terms.SensitivityLogSd);

    /// <summary>
    /// The relative perception effect, 0 to 1, that the model expects at this level. An index of the model, not a value
    /// of any questionnaire.
    /// </summary>
    public static double Index(Concentration effectSite, Drug drug, EffectTerms terms, double sensitivity = 1)
    {
        var esketamine = sensitivity * effectSite.InNanogramsPerMilliliter * (drug == Drug.Ketamine ? terms.EsketamineInRacemate : 1);
        return esketamine / (esketamine + terms.HalfEffectNanograms);
    }

    /// <summary>What is known after these ratings of one session.</summary>
    /// <returns>The sensitivity, or KIN331 for a rating outside 0 to 1.</returns>
    public Answer<Sensitivity> After(IReadOnlyList<RatedEffect> ratings, Drug drug, EffectTerms terms)
    {
        if (ratings.Any(one => !(one.Rating >= 0 && one.Rating <= 1)))
            return Answer<Sensitivity>.Object([new("KIN331", "A rating lies between 0 (nothing) and 1 (the most).", "ratings")]);

        var points = Enumerable.Range(0, Steps + 1).Select(i => LogMean + (LogSd * Widths * ((2.0 * i / Steps) - 1))).ToList();
        var logs = points.ConvertAll(point => (-Square((point - LogMean) / LogSd) / 2)
            - (terms.LikelihoodPower / 2 * ratings.Sum(one => Square((one.Rating - Index(one.EffectSite, drug, terms, Math.Exp(point))) / terms.RatingSd))));
        var best = logs.Max();
        var weights = logs.ConvertAll(log => Math.Exp(log - best));
        var sum = weights.Sum();
        var mean = points.Zip(weights).Sum(pair => pair.First * pair.Second) / sum;
        return new Sensitivity(mean, Math.Sqrt(points.Zip(weights).Sum(pair => Square(pair.First - mean) * pair.Second) / sum));
    }

    /// <summary>What is still known at the next session: it drifts, toward no more doubt than about a stranger.</summary>
    public Sensitivity NextSession(EffectTerms terms) =>
        this with { LogSd = Math.Min(terms.SensitivityLogSd, Math.Sqrt(Square(LogSd) + Square(terms.DriftLogSd))) };

    private static double Square(double x) => x * x;
}
