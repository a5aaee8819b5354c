using System.Buffers;
using System.Collections.Concurrent;
using Mooring.Kinetics.Quantities;
using Mooring.Kinetics.Regimens;

namespace Mooring.Kinetics.Solvers;

/// <summary>Walks every virtual patient through the regimen, on all cores, and takes percentiles of each level at each time.</summary>
internal static class Crowd
{
    private const int Together = 64;

    /// <summary>One spread for each reading and time: reading r at time i is [r * times + i]. The number of cores changes nothing.</summary>
    public static Spread[] Spreads(Anatomy anatomy, Subject subject, Regimen regimen, double[] times, Population population)
    {
        var (size, slots) = (population.Size, anatomy.Readings.Count * times.Length);
        var people = new People(anatomy.Model, Typical.Of(anatomy.Model, subject), population.Seed);
        var levels = ArrayPool<double>.Shared.Rent(size * slots);
        var spreads = new Spread[slots];
        Parallel.ForEach(
            Partitioner.Create(0, size, Together),
            () => (Walker: new Walker(anatomy, regimen.Doses, times), Values: new double[anatomy.Model.Parameters.Count]),
            (range, _, mine) =>
            {
                for (var person = range.Item1; person < range.Item2; person++)
                {
                    people.Draw(person, mine.Values);
                    mine.Walker.Load(mine.Values);
                    mine.Walker.Walk(levels, size, person);
                }

                return mine;
            },
            static _ => { });
        Parallel.ForEach(Partitioner.Create(0, slots), range =>
        {
            for (var slot = range.Item1; slot < range.Item2; slot++)
                spreads[slot] = Spread(levels.AsSpan(slot * size, size));
        });
        ArrayPool<double>.Shared.Return(levels);
        return spreads;
    }

    private static Spread Spread(Span<double> levels) => new(
        Concentration.NanogramsPerMilliliter(Percentile.Of(levels, 0.05)),
        Concentration.NanogramsPerMilliliter(Percentile.Of(levels, 0.5)),
        Concentration.NanogramsPerMilliliter(Percentile.Of(levels, 0.95)));
}
