using System.Buffers;
using System.Collections.Concurrent;
using Mooring.Kinetics.Regimens;

namespace Mooring.Kinetics.Solvers;

/// <summary>Walks every virtual patient through the regimen, on all cores, and takes percentiles of each level at each time.</summary>
internal static class VirtualPopulation
{
    private const int Together = 8; // as many doubles as a cache line holds

    /// <summary>One spread for each reading and time: reading r at time i is [r * times + i]. The number of cores changes nothing.</summary>
    /// <param name="weights">What each patient counts, where a measurement says that not all are alike; null for all alike.</param>
    public static Spread[] Spreads(CompiledModel anatomy, Subject subject, Regimen regimen, double[] times, Population population, double[]? weights = null)
    {
        var (size, slots) = (population.Size, anatomy.Readings.Count * times.Length);
        var levels = ArrayPool<double>.Shared.Rent(size * slots);
        Fill(anatomy, subject, regimen, times, population, levels);
        var spreads = new Spread[slots];
        Parallel.ForEach(Partitioner.Create(0, slots), range =>
        {
            for (var slot = range.Item1; slot < range.Item2; slot++)
                spreads[slot] = weights is null ? Percentile.Spread(levels.AsSpan(slot * size, size)) : Percentile.Spread(levels.AsSpan(slot * size, size), weights);
        });
        ArrayPool<double>.Shared.Return(levels);
        return spreads;
    }

    /// <summary>Every patient's levels: those of reading r at time i lie together from [(r * times + i) * size] on.</summary>
    public static void Fill(CompiledModel anatomy, Subject subject, Regimen regimen, double[] times, Population population, double[] levels)
    {
        var (size, slots) = (population.Size, anatomy.Readings.Count * times.Length);
        var people = new People(anatomy, Typical.Of(anatomy.Model, subject), population.Seed);
        Parallel.ForEach(
            Partitioner.Create(0, (size + Together - 1) / Together),
            () => (Patients: new VirtualPatients(anatomy, people, regimen, times, Engine.Fastest), Group: new double[Together * slots]),
            (range, _, mine) =>
            {
                for (var first = range.Item1 * Together; first < Math.Min(size, range.Item2 * Together); first += Together)
                {
                    var count = Math.Min(Together, size - first);
                    for (var i = 0; i < count; i++)
                        mine.Patients.Walk(first + i, mine.Group.AsSpan(i * slots, slots));
                    for (var slot = 0; slot < slots; slot++)
                    {
                        for (var i = 0; i < count; i++)
                            levels[(slot * size) + first + i] = mine.Group[(i * slots) + slot];
                    }
                }

                return mine;
            },
            static _ => { });
    }
}
