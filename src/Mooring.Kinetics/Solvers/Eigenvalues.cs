namespace Mooring.Kinetics.Solvers;

/// <summary>The rates of a first compartment with up to two others beside it: roots of a cubic whose roots are all real.</summary>
public static class Eigenvalues
{
    /// <summary>Three rates per minute, fastest first; a compartment without exchange gives a zero, last.</summary>
    public static double[] Of(double k10, double k12, double k13, double k21, double k31)
    {
        var rates = new double[3];
        Into(rates, k10, k12, k13, k21, k31);
        return rates;
    }

    /// <summary>The same into a span of two or three places, without allocating.</summary>
    internal static void Into(Span<double> rates, double k10, double k12, double k13, double k21, double k31)
    {
        var a2 = k10 + k12 + k13 + k21 + k31;
        var a1 = (k10 * k31) + (k21 * k31) + (k21 * k13) + (k10 * k21) + (k31 * k12);
        var a0 = k10 * k21 * k31;
        if (rates.Length == 3)
            rates[2] = 0;
        if (a0 == 0)
        {
            Quadratic(a2, a1, rates);
            return;
        }

        // Viete's trigonometric form.
        var p = a1 - (a2 * a2 / 3);
        var q = (2 * a2 * a2 * a2 / 27) - (a1 * a2 / 3) + a0;
        var r = Math.Sqrt(-p * p * p / 27);
        var angle = Math.Acos(Math.Clamp(q / (2 * r), -1, 1)) / 3;
        var fast = (a2 / 3) + (2 * Math.Sqrt(-p / 3) * Math.Cos(angle));
        for (var i = 0; i < 3; i++) // the form loses digits to cancellation; Newton gives them back
            fast -= (((fast - a2) * fast + a1) * fast - a0) / (((3 * fast) - (2 * a2)) * fast + a1);

        // The other two from their sum and product, so that the slowest keeps its digits.
        Quadratic(a2 - fast, a0 / fast, rates[1..]);
        rates[0] = fast;
    }

    private static void Quadratic(double sum, double product, Span<double> rates)
    {
        var large = (sum + Math.Sqrt(Math.Max(0, (sum * sum) - (4 * product)))) / 2;
        (rates[0], rates[1]) = (large, product / large);
    }
}
