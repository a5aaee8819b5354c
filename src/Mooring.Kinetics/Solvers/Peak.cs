namespace Mooring.Kinetics.Solvers;

/// <summary>The highest plasma level, when it is reached, and the area under the curve.</summary>
internal sealed record Peak(double Highest, double At, double Area)
{
    private const double Step = 0.25;

    /// <summary>Walks a quarter of a minute at a time, and where the slope turns down inside a step, halves it to the top.</summary>
    /// <param name="walker">With a person loaded, on an anatomy that carries the area.</param>
    public static Peak Find(StepSolver walker, CompiledModel anatomy, double until)
    {
        var (stepper, plasma) = (walker.Stepper, anatomy.Readings[0].State);
        var (x, begin, trial) = (new double[stepper.Size], new double[stepper.Size], new double[stepper.Size]);
        var peak = new Peak(0, 0, 0);
        stepper.Prepare(Step);
        foreach (var (at, length, jump) in Segments(walker.Jumps.ToArray(), until))
        {
            x.CopyTo(begin, 0);
            if (length == Step)
                stepper.Step(x);
            else
                stepper.Advance(x, length);
            if (stepper.Slope(begin, plasma) > 0 && stepper.Slope(x, plasma) < 0)
                peak = Higher(peak, Top(stepper, begin, trial, plasma, length), at, plasma, trial);
            peak = Higher(peak, length, at, plasma, x);
            if (jump is { } now)
                StepSolver.Apply(x, now);
            peak = Higher(peak, length, at, plasma, x);
        }

        return new(peak.Highest * walker.Factors[0], peak.At, 1000 * x[anatomy.States[ModelCompiler.Area]]);
    }

    private static Peak Higher(Peak peak, double after, double at, int plasma, double[] x) =>
        x[plasma] > peak.Highest ? peak with { Highest = x[plasma], At = at + after } : peak;

    /// <summary>Minutes after the step's begin at which the slope is zero; leaves the states there in trial.</summary>
    private static double Top(Stepper stepper, double[] begin, double[] trial, int plasma, double length)
    {
        var (low, high) = (0.0, length);
        for (var i = 0; i < 40; i++)
        {
            begin.CopyTo(trial, 0);
            stepper.Advance(trial, (low + high) / 2);
            if (stepper.Slope(trial, plasma) > 0)
                low = (low + high) / 2;
            else
                high = (low + high) / 2;
        }

        return low;
    }

    private static IEnumerable<(double At, double Length, StepSolver.Jump? Then)> Segments(StepSolver.Jump[] jumps, double until)
    {
        var (now, next) = (0.0, 0);
        while (next < jumps.Length || now < until)
        {
            var stop = Math.Min(until, now + Step);
            if (next < jumps.Length && jumps[next].At <= stop)
            {
                yield return (now, jumps[next].At - now, jumps[next]);
                now = jumps[next++].At;
            }
            else if (now >= until)
            {
                yield break;
            }
            else
            {
                yield return (now, Math.Abs(stop - now - Step) < 1e-9 ? Step : stop - now, null);
                now = stop;
            }
        }
    }
}
