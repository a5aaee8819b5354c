namespace Mooring.Kinetics.Solvers;

/// <summary>What each term of a model adds to A for one person. One of these serves one thread and allocates nothing.</summary>
internal sealed class Weights(CompiledModel anatomy)
{
    private readonly CompiledModel.Term[] terms = [.. anatomy.Terms];
    private readonly Func<double[], double>[] rates = [.. anatomy.Rates];
    private readonly double[] rate = new double[anatomy.Rates.Count];
    private readonly double[] weights = new double[anatomy.Terms.Count];

    /// <summary>In the order of the terms; the next person's overwrite them.</summary>
    public double[] Of(double[] values)
    {
        // Several terms point at one rate.
        for (var i = 0; i < rates.Length; i++)
            rate[i] = rates[i](values);
        for (var i = 0; i < terms.Length; i++)
            weights[i] = terms[i].Sign * rate[terms[i].Rate];
        return weights;
    }
}
