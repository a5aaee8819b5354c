using System.Runtime.Intrinsics;

namespace Mooring.Kinetics.Solvers;

/// <summary>
/// Carries the states of dx/dt = A x forward, exactly but for rounding. Off the diagonal a compartmental A is never
/// negative, so with mu = max |A_ii| the matrix P = A + mu I is not either, and
/// exp(A h) = exp(-mu h) sum (h P)^k / k! adds only positive terms: nothing cancels, nothing turns negative
/// (uniformization, Jensen 1953). One stepper serves one thread and allocates nothing per step.
/// </summary>
internal sealed class Stepper
{
    private const double LongestStretch = 8; // mu h in one series: exp(-8) loses nothing

    private readonly CompiledModel.Term[] terms;
    private readonly Weights weighing;
    private readonly double[] diagonal;
    private readonly double[] term;
    private readonly double[] next;
    private readonly double[] sum;
    private readonly double[] columns;
    private readonly double[] unit;
    private readonly int padded;
    private double[] weights = [];
    private double mu;

    public Stepper(CompiledModel anatomy)
    {
        Size = anatomy.States.Count;
        padded = (Size + 3) / 4 * 4;
        (terms, weighing) = ([.. anatomy.Terms], new(anatomy));
        (diagonal, term, next, sum, unit) = (new double[Size], new double[Size], new double[Size], new double[Size], new double[Size]);
        columns = new double[Size * padded];
        moved = new double[padded];
    }

    private readonly double[] moved;

    public int Size { get; }

    /// <summary>Takes one person's parameters.</summary>
    public void Load(double[] values)
    {
        Array.Clear(diagonal);
        weights = weighing.Of(values);
        for (var i = 0; i < terms.Length; i++)
        {
            if (terms[i].Row == terms[i].Column)
                diagonal[terms[i].Row] += weights[i];
        }

        mu = 0;
        foreach (var leaving in diagonal)
            mu = Math.Max(mu, -leaving);
    }

    /// <summary>dx/dt of one state.</summary>
    public double Slope(ReadOnlySpan<double> x, int state)
    {
        var slope = 0.0;
        for (var i = 0; i < terms.Length; i++)
        {
            if (terms[i].Row == state)
                slope += weights[i] * x[terms[i].Column];
        }

        return slope;
    }

    /// <summary>x after any time, by the series.</summary>
    public void Advance(Span<double> x, double minutes)
    {
        var stretches = Math.Max(1, (int)Math.Ceiling(mu * minutes / LongestStretch));
        for (var i = 0; i < stretches; i++)
            Stretch(x, minutes / stretches);
    }

    /// <summary>Prepares exp(A h) for many steps of the same length.</summary>
    public void Prepare(double minutes)
    {
        for (var column = 0; column < Size; column++)
        {
            Array.Clear(unit);
            unit[column] = 1;
            Advance(unit, minutes);
            unit.CopyTo(columns.AsSpan(column * padded));
        }
    }

    /// <summary>One step of the prepared length.</summary>
    public void Step(Span<double> x)
    {
        for (var block = 0; block < padded; block += 4)
        {
            var total = Vector256<double>.Zero;
            for (var column = 0; column < Size; column++)
                total += Vector256.Create<double>(columns.AsSpan(column * padded + block, 4)) * x[column];
            total.CopyTo(moved, block);
        }

        moved.AsSpan(0, Size).CopyTo(x);
    }

    private void Stretch(Span<double> x, double minutes)
    {
        var scale = mu * minutes;
        for (var i = 0; i < Size; i++)
            sum[i] = term[i] = x[i];
        for (var k = 1; k < 200; k++)
        {
            for (var i = 0; i < Size; i++)
                next[i] = mu * term[i];
            for (var i = 0; i < terms.Length; i++)
                next[terms[i].Row] += weights[i] * term[terms[i].Column];
            var settled = k > scale && k >= Size;
            for (var i = 0; i < Size; i++)
            {
                // Rounding may leave a hair below zero on the diagonal of the fastest state.
                term[i] = Math.Max(0, next[i] * minutes / k);
                sum[i] += term[i];
                settled &= term[i] <= 1e-17 * sum[i];
            }

            if (settled)
                break;
        }

        var shrink = Math.Exp(-scale);
        for (var i = 0; i < Size; i++)
            x[i] = sum[i] * shrink;
    }
}
