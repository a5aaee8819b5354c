using Mooring.Kinetics.Regimens;

namespace Mooring.Kinetics.Solvers;

/// <summary>Turns doses into what they put where and when, for one person.</summary>
internal static class DoseInput
{
    /// <param name="doses">In order of time.</param>
    public static void Lay(Dose[] doses, CompiledModel anatomy, double[] values, List<StepSolver.Jump> jumps)
    {
        var devices = 0;
        foreach (var dose in doses)
        {
            var entry = anatomy.Entries[dose.Route];
            var at = dose.At.TotalMinutes;
            if (dose is Dose.Infusion run)
            {
                foreach (var way in entry.First)
                    Feed(jumps, way, at, run.Until?.TotalMinutes, run.Rate.InMilligramsPerMinute * way.Fraction(values));
            }
            else if (dose is Dose.Single { Amount.InMilligrams: var left } && entry.Route.Device is { } device)
            {
                // Whatever the entry in the chart, each device after the first of the session is a further one.
                for (; left > 0; left -= device.Holds.InMilligrams, at += device.Apart.TotalMinutes)
                    Put(jumps, devices++ == 0 ? entry.First : entry.Again, at, Math.Min(left, device.Holds.InMilligrams), values);
            }
            else if (dose is Dose.Single single)
            {
                Put(jumps, entry.First, at, single.Amount.InMilligrams, values);
            }
        }
    }

    private static void Put(List<StepSolver.Jump> jumps, CompiledModel.Way[] ways, double at, double milligrams, double[] values)
    {
        foreach (var way in ways)
        {
            var amount = milligrams * way.Fraction(values);
            if (way.Over is { } over)
                Feed(jumps, way, at, at + over(values), amount / over(values));
            else
                jumps.Add(new(at, way.State, amount, false));
        }
    }

    private static void Feed(List<StepSolver.Jump> jumps, CompiledModel.Way way, double from, double? until, double rate)
    {
        jumps.Add(new(from, way.Feed, rate, true));
        if (until is { } end)
            jumps.Add(new(end, way.Feed, -rate, true));
    }
}
