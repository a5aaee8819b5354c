using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Mooring.Kinetics.Solvers;

/// <summary>What is left of each mode after every step of an even grid, tabulated once for a person, eight steps at a time.</summary>
internal sealed class Decays
{
    private const int Lanes = 8; // of a Vector512
    private const int Pair = 2 * Lanes;
    private const double SameStep = 1e-9; // steps
    private readonly Modes modes;
    private readonly int count;
    private readonly double step;
    private readonly int row;
    private readonly double[] table;
    private readonly double[] each;
    private readonly double[] spare = new double[Pair];

    public Decays(Modes modes, double[] times)
    {
        (this.modes, count) = (modes, times.Length);
        var gap = count > Lanes ? times[1] - times[0] : 0;
        step = count > Lanes && times.Zip(times.Skip(1)).All(pair => Math.Abs(pair.Second - pair.First - gap) < 1e-9) ? gap : 0;
        row = (count + Pair - 1) / Pair * Pair;
        (table, each) = (new double[IsEven ? modes.Count * row : 0], new double[(modes.Count + Lanes - 1) / Lanes * Lanes]);
    }

    /// <summary>Without an even grid there is no table, and each decay is computed by itself.</summary>
    public bool IsEven => step > 0;

    /// <summary>Takes the rates of the person that the modes hold.</summary>
    public void Tabulate()
    {
        if (!IsEven)
            return;
        modes.Rates.CopyTo(each, 0);
        for (var i = 0; i < each.Length; i += Lanes)
            Vector512.Exp(Vector512.Create(each, i) * -step).CopyTo(each, i);
        for (var mode = 0; mode < modes.Count; mode++)
            Tabulate(each[mode], table.AsSpan(mode * row, row));
    }

    /// <summary>How many whole steps that many minutes are; -1 where the table has no line for them.</summary>
    public int StepsIn(double minutes)
    {
        var steps = IsEven ? minutes / step : -1;
        var whole = (int)(steps + 0.5);
        return steps >= 0 && whole < count && Math.Abs(steps - whole) < SameStep ? whole : -1;
    }

    /// <summary>What is left of a mode after so many minutes, which are so many steps.</summary>
    public double Left(int mode, double minutes, int steps) => steps >= 0 ? table[(mode * row) + steps] : Math.Exp(-modes.Rates[mode] * minutes);

    /// <summary>A rest and the decays of some modes from given heights on, at as many steps as there are results; never below zero.</summary>
    public void Sum(ReadOnlySpan<int> of, ReadOnlySpan<double> heights, double rest, Span<double> results)
    {
        ref var start = ref MemoryMarshal.GetArrayDataReference(table);
        for (var i = 0; i < results.Length; i += Pair)
        {
            var (first, second) = (Vector512.Create(rest), Vector512.Create(rest));
            for (var k = 0; k < of.Length; k++)
            {
                var (height, at) = (Vector512.Create(heights[k]), (nuint)((of[k] * row) + i));
                first = Vector512.FusedMultiplyAdd(height, Vector512.LoadUnsafe(ref start, at), first);
                second = Vector512.FusedMultiplyAdd(height, Vector512.LoadUnsafe(ref start, at + Lanes), second);
            }

            var isWhole = results.Length - i >= Pair;
            var to = isWhole ? results[i..] : spare;
            NotNegative(first).CopyTo(to);
            NotNegative(second).CopyTo(to[Lanes..]);
            if (!isWhole)
                spare.AsSpan(0, results.Length - i).CopyTo(results[i..]);
        }
    }

    private static void Tabulate(double q, Span<double> left)
    {
        var (q2, q4, q8) = (q * q, q * q * q * q, q * q * q * q * (q * q * q * q));
        var even = Vector512.Create(1, q, q2, q2 * q, q4, q4 * q, q4 * q2, q4 * q2 * q);
        var (odd, on) = (even * q8, Vector512.Create(q8 * q8));
        for (var i = 0; i < left.Length; i += Pair, even *= on, odd *= on)
        {
            even.CopyTo(left[i..]);
            odd.CopyTo(left[(i + Lanes)..]);
        }
    }

    private static Vector512<double> NotNegative(Vector512<double> levels) =>
        Vector512.ConditionalSelect(Vector512.GreaterThan(levels, Vector512<double>.Zero), levels, Vector512<double>.Zero);
}
