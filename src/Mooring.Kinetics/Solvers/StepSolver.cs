using System.Runtime.InteropServices;
using Mooring.Kinetics.Regimens;

namespace Mooring.Kinetics.Solvers;

/// <summary>Takes one person after another through the same doses and times. One walker serves one thread.</summary>
internal sealed class StepSolver
{
    private const double SameStep = 1e-9; // minutes
    public const double FeedRounding = 1e-12; // mg/min: what is left of a rate after taking it away again
    private readonly CompiledModel anatomy;
    private readonly Dose[] doses;
    private readonly double[] times;
    private readonly double usualStep;
    private readonly List<Jump> jumps = [];
    private readonly double[] x;
    private readonly double[] factors;

    public StepSolver(CompiledModel anatomy, IReadOnlyList<Dose> doses, double[] times)
    {
        (this.anatomy, this.doses, this.times) = (anatomy, [.. doses.OrderBy(dose => dose.At)], times);
        Stepper = new(anatomy);
        x = new double[Stepper.Size];
        factors = new double[anatomy.Readings.Count];
        var gaps = times.Zip(times.Skip(1), (one, other) => Math.Round(other - one, 9)).GroupBy(gap => gap).MaxBy(group => group.Count());
        usualStep = gaps is not null && gaps.Key > 0 && gaps.Count() > Stepper.Size ? gaps.Key : 0;
    }

    public Stepper Stepper { get; }

    public ReadOnlySpan<Jump> Jumps => CollectionsMarshal.AsSpan(jumps);

    public ReadOnlySpan<double> Factors => factors;

    /// <summary>A state's amount goes up at once: drug put in, or a feed switched on (off again: a negative amount).</summary>
    internal readonly record struct Jump(double At, int State, double Amount, bool IsFeed);

    /// <summary>Prepares one person, whose parameters are <paramref name="values"/>.</summary>
    public void Load(double[] values)
    {
        Lay(values);
        Stepper.Load(values);
    }

    /// <summary>Prepares the doses of one person and the units of the readings, but not the states' rates.</summary>
    public void Lay(double[] values)
    {
        for (var i = 0; i < factors.Length; i++)
            factors[i] = anatomy.Readings[i].ToNanograms(values);
        jumps.Clear();
        DoseInput.Lay(doses, anatomy, values, jumps);
        CollectionsMarshal.AsSpan(jumps).Sort(static (one, other) => one.At.CompareTo(other.At));
    }

    /// <summary>
    /// Walks the person loaded. The value of reading r at time i goes to results[(r * times + i) * stride + offset],
    /// in ng/mL. At the minute of a dose it is read after the dose.
    /// </summary>
    public void Walk(Span<double> results, int stride, int offset)
    {
        if (usualStep > 0)
            Stepper.Prepare(usualStep);
        Array.Clear(x);
        var (now, next) = (0.0, 0);
        for (var i = 0; i < times.Length; i++)
        {
            for (; next < jumps.Count && jumps[next].At <= times[i]; next++)
            {
                Go(jumps[next].At - now);
                now = jumps[next].At;
                Apply(x, jumps[next]);
            }

            Go(times[i] - now);
            now = times[i];
            for (var r = 0; r < factors.Length; r++)
                results[((r * times.Length) + i) * stride + offset] = x[anatomy.Readings[r].State] * factors[r];
        }
    }

    public static void Apply(Span<double> x, Jump jump)
    {
        x[jump.State] += jump.Amount;
        if (jump.IsFeed && Math.Abs(x[jump.State]) < FeedRounding)
            x[jump.State] = 0;
    }

    private void Go(double minutes)
    {
        if (usualStep > 0 && Math.Abs(minutes - usualStep) < SameStep)
            Stepper.Step(x);
        else if (minutes > 0)
            Stepper.Advance(x, minutes);
    }
}
