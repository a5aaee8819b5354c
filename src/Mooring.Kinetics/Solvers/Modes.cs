namespace Mooring.Kinetics.Solvers;

/// <summary>
/// The closed form of one person's model: dx/dt = A x taken apart into modes that each decay at their own rate. A dose is
/// spread over the modes, a level is a sum over them. Made once and loaded with one person after another; it allocates
/// nothing then. Where two rates that follow each other nearly agree it declines, and the matrix exponential takes over.
/// </summary>
internal sealed class Modes
{
    private const double TooClose = 1e-5;

    private readonly Weights weighing;
    private readonly Blocks blocks;
    private readonly int n;
    private readonly double[] a;
    private readonly double[] v;
    private readonly double[] right = new double[3];
    private readonly double[] solved = new double[3];
    private readonly double[] square = new double[9];

    private Modes(CompiledModel anatomy, Blocks blocks)
    {
        (weighing, this.blocks, n) = (new(anatomy), blocks, blocks.Count);
        (a, v, Rates) = (new double[n * n], new double[n * n], new double[n]);
    }

    /// <summary>Decay per minute of each mode.</summary>
    public double[] Rates { get; }

    public int Count => n;

    /// <summary>Null where the model has no closed form whatever the person.</summary>
    public static Modes? Of(CompiledModel anatomy) => Blocks.Of(anatomy) is { } blocks ? new(anatomy, blocks) : null;

    public int PlaceOf(int state) => blocks.PlaceOf(state);

    /// <summary>How much of one unit in a mode is seen in the state at that place.</summary>
    public double Seen(int place, int mode) => v[(place * n) + mode];

    public bool IsSeen(int place, int mode) => blocks.Passes(blocks.BlockOf[mode], blocks.BlockOf[place]);

    /// <summary>Takes one person's parameters. False where the form would lose digits.</summary>
    public bool Load(double[] values)
    {
        Array.Clear(a);
        Array.Clear(v);
        var weights = weighing.Of(values);
        for (var i = 0; i < weights.Length; i++)
        {
            if (blocks.Cells[i] >= 0)
                a[blocks.Cells[i]] += weights[i];
        }

        for (var block = 0; block < blocks.Sizes.Length; block++)
        {
            if (!Own(blocks.Starts[block], blocks.Sizes[block]))
                return false;
        }

        for (var mode = 0; mode < n; mode++)
        {
            for (var below = blocks.BlockOf[mode] + 1; below < blocks.Sizes.Length; below++)
            {
                if (blocks.Passes(blocks.BlockOf[mode], below) && !Below(mode, below))
                    return false;
            }
        }

        return true;
    }

    /// <summary>Spreads one unit put into the state at that place over the modes.</summary>
    public void Spread(int place, Span<double> shares)
    {
        shares[..n].Clear();
        for (var block = blocks.BlockOf[place]; block < blocks.Sizes.Length; block++)
        {
            var (start, size) = (blocks.Starts[block], blocks.Sizes[block]);
            for (var i = 0; i < size; i++)
            {
                var left = start + i == place ? 1.0 : 0.0;
                for (var mode = 0; mode < start; mode++)
                    left -= v[((start + i) * n) + mode] * shares[mode];
                right[i] = left;
                for (var j = 0; j < size; j++)
                    square[(i * 3) + j] = v[((start + i) * n) + start + j];
            }

            Small.Solve(square, right, solved, size);
            solved.AsSpan(0, size).CopyTo(shares[start..]);
        }
    }

    private bool Own(int start, int size)
    {
        double At(int row, int column) => a[((start + row) * n) + start + column];
        var loss = -At(0, 0);
        v[(start * n) + start] = 1;
        Rates[start] = loss;
        if (size == 1)
            return loss > 0;

        for (var other = 1; other < size; other++)
        {
            loss -= At(other, 0);
            // Drug leaves a side compartment for the hub alone, or this form does not hold.
            if (Math.Abs(At(0, other) + At(other, other)) > 1e-12 * At(0, other))
                return false;
        }

        var (out3, back3) = size == 3 ? (At(2, 0), At(0, 2)) : (0, 0);
        Eigenvalues.Into(Rates.AsSpan(start, size), loss, At(1, 0), out3, At(0, 1), back3);
        for (var mode = 0; mode < size; mode++)
        {
            v[(start * n) + start + mode] = 1;
            for (var other = 1; other < size; other++)
            {
                var (back, gap) = (At(0, other), At(0, other) - Rates[start + mode]);
                if (Math.Abs(gap) < TooClose * back)
                    return false;
                v[((start + other) * n) + start + mode] = At(other, 0) / gap;
            }
        }

        return true;
    }

    private bool Below(int mode, int block)
    {
        var (rate, start, size) = (Rates[mode], blocks.Starts[block], blocks.Sizes[block]);
        for (var i = 0; i < size; i++)
        {
            if (Math.Abs(Rates[start + i] - rate) < TooClose * rate)
                return false;
            right[i] = 0;
            for (var above = 0; above < start; above++)
                right[i] -= a[((start + i) * n) + above] * v[(above * n) + mode];
            for (var j = 0; j < size; j++)
                square[(i * 3) + j] = a[((start + i) * n) + start + j] + (i == j ? rate : 0);
        }

        Small.Solve(square, right, solved, size);
        for (var i = 0; i < size; i++)
            v[((start + i) * n) + mode] = solved[i];
        return true;
    }
}
