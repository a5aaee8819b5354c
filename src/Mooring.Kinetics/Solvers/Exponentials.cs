namespace Mooring.Kinetics.Solvers;

/// <summary>
/// The closed form: a response to one milligram as a sum of c e^(-lambda t). It reaches one to three compartments,
/// an absorption depot before them, and an effect site or a metabolite after them. The matrix exponential is the
/// authority; this is the independent check of it, and the faster of the two.
/// </summary>
public sealed class Exponentials
{
    private const double TooClose = 1e-7;

    private Exponentials(IReadOnlyList<Pole> poles) => Poles = poles;

    public IReadOnlyList<Pole> Poles { get; }

    /// <summary>One term: weight (per L, per milligram) and rate (per minute).</summary>
    public sealed record Pole(double Weight, double Rate);

    /// <summary>First order: rate times e^(-rate t), what a depot or an effect site does to what passes through it.</summary>
    public static Exponentials FirstOrder(double rate) => new([new(rate, rate)]);

    /// <summary>
    /// Concentration in the first compartment after one milligram into it. Volumes in L, clearances in L/min; a
    /// clearance between compartments of zero leaves that compartment out.
    /// </summary>
    public static Exponentials Compartments(double v1, double clearance, double v2 = 1, double q2 = 0, double v3 = 1, double q3 = 0)
    {
        double[] back = [.. new[] { (q2, q2 / v2), (q3, q3 / v3) }.Where(one => one.Item1 > 0).Select(one => one.Item2)];
        var rates = Eigenvalues.Of(clearance / v1, q2 / v1, q3 / v1, q2 / v2, q3 / v3)[..(back.Length + 1)];
        return new([.. rates.Select((rate, i) => new Pole(
            back.Aggregate(1 / v1, (product, k) => product * (k - rate))
                / rates.Where((_, j) => j != i).Aggregate(1.0, (product, other) => product * (other - rate)),
            rate))]);
    }

    /// <summary>This response passed on through another; null where two rates nearly agree and the form breaks down.</summary>
    public Exponentials? Then(Exponentials next, double times = 1)
    {
        if (Poles.Any(one => next.Poles.Any(other => Math.Abs(one.Rate - other.Rate) < TooClose * Math.Max(one.Rate, other.Rate))))
            return null;

        var mine = Poles.Select(one => one with { Weight = times * next.Poles.Sum(other => one.Weight * other.Weight / (other.Rate - one.Rate)) });
        var its = next.Poles.Select(other => other with { Weight = times * Poles.Sum(one => one.Weight * other.Weight / (one.Rate - other.Rate)) });
        return new([.. mine, .. its]);
    }

    /// <summary>ng/mL after so many milligrams at once at minute 0.</summary>
    public double AfterBolus(double milligrams, double minutes) =>
        minutes < 0 ? 0 : 1000 * milligrams * Poles.Sum(pole => pole.Weight * Math.Exp(-pole.Rate * minutes));

    /// <summary>ng/mL during and after an infusion of mg/min from minute 0 on.</summary>
    public double AfterInfusion(double perMinute, double duration, double minutes) =>
        1000 * perMinute * Poles.Sum(pole => pole.Weight / pole.Rate
            * (Math.Exp(-pole.Rate * Math.Max(0, minutes - duration)) - Math.Exp(-pole.Rate * Math.Max(0, minutes))));
}
