namespace Mooring.Kinetics.Solvers;

/// <summary>Linear equations in one to three unknowns, by Cramer's rule.</summary>
internal static class Small
{
    /// <summary>Solves m x = y; row i, column j of m is [i * 3 + j].</summary>
    public static void Solve(ReadOnlySpan<double> m, ReadOnlySpan<double> y, Span<double> x, int size)
    {
        if (size == 1)
        {
            x[0] = y[0] / m[0];
        }
        else if (size == 2)
        {
            var whole = (m[0] * m[4]) - (m[1] * m[3]);
            x[0] = ((y[0] * m[4]) - (m[1] * y[1])) / whole;
            x[1] = ((m[0] * y[1]) - (y[0] * m[3])) / whole;
        }
        else
        {
            var (c0, c1, c2) = ((m[4] * m[8]) - (m[5] * m[7]), (m[5] * m[6]) - (m[3] * m[8]), (m[3] * m[7]) - (m[4] * m[6]));
            var whole = (m[0] * c0) + (m[1] * c1) + (m[2] * c2);
            x[0] = ((y[0] * c0) + (y[1] * ((m[2] * m[7]) - (m[1] * m[8]))) + (y[2] * ((m[1] * m[5]) - (m[2] * m[4])))) / whole;
            x[1] = ((y[0] * c1) + (y[1] * ((m[0] * m[8]) - (m[2] * m[6]))) + (y[2] * ((m[2] * m[3]) - (m[0] * m[5])))) / whole;
            x[2] = ((y[0] * c2) + (y[1] * ((m[1] * m[6]) - (m[0] * m[7]))) + (y[2] * ((m[0] * m[4]) - (m[1] * m[3])))) / whole;
        }
    }
}
