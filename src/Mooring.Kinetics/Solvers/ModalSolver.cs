namespace Mooring.Kinetics.Solvers;

/// <summary>
/// Marches the modes of one person from dose to dose. Between doses a level is its steady state plus a sum of decays; on
/// an even grid each mode's decay is tabulated once, by multiplication, and all levels are sums over that table.
/// </summary>
internal sealed class ModalSolver
{
    private readonly Modes modes;
    private readonly double[] times;
    private readonly Decays decays;
    private readonly int[] entries;
    private readonly int[] feeds;
    private readonly int[] places;
    private readonly int[][] seen;
    private readonly double[] shares;
    private readonly double[] running;
    private readonly double[] z;
    private readonly double[] steady;
    private readonly double[] weights;
    private readonly double[] lead;

    private ModalSolver(CompiledModel anatomy, Modes modes, double[] times)
    {
        (this.modes, this.times) = (modes, times);
        var ways = anatomy.Entries.Values.SelectMany(entry => entry.First.Concat(entry.Again)).DistinctBy(way => way.State).ToList();
        entries = [.. ways.Select(way => way.State)];
        feeds = [.. ways.Select(way => way.Feed)];
        places = [.. anatomy.Readings.Select(reading => modes.PlaceOf(reading.State))];
        seen = [.. places.Select(place => Enumerable.Range(0, modes.Count).Where(mode => modes.IsSeen(place, mode)).ToArray())];
        (shares, running, z) = (new double[entries.Length * modes.Count], new double[entries.Length], new double[modes.Count]);
        (steady, lead) = (new double[modes.Count], new double[modes.Count]);
        weights = new double[places.Length * modes.Count];
        decays = new(modes, times);
    }

    public static ModalSolver? Of(CompiledModel anatomy, double[] times) => Modes.Of(anatomy) is { } modes ? new(anatomy, modes, times) : null;

    /// <summary>Takes one person's parameters; false where the matrix exponential must do it.</summary>
    public bool Load(double[] values)
    {
        if (!modes.Load(values))
            return false;
        for (var i = 0; i < entries.Length; i++)
            modes.Spread(modes.PlaceOf(entries[i]), shares.AsSpan(i * modes.Count));
        decays.Tabulate();
        return true;
    }

    /// <summary>Walks the person loaded; reading r at time i goes to results[r * times + i], in the reading's own unit.</summary>
    public void Walk(ReadOnlySpan<StepSolver.Jump> jumps, ReadOnlySpan<double> factors, Span<double> results)
    {
        Array.Clear(z);
        Array.Clear(running);
        var (now, point) = (0.0, 0);
        for (var next = 0; ; next++)
        {
            var until = next < jumps.Length ? jumps[next].At : double.PositiveInfinity;
            // A level is read after a dose of the same minute; starting or stopping a steady input does not move it.
            var end = Before(until, point);
            if (end < times.Length && times[end] == until && jumps[next].IsFeed && !PutInAt(jumps, next))
                end++;
            if (end > point || until > now)
                Stretch(now, point, end, factors, results);
            point = end;
            if (next == jumps.Length || point == times.Length)
                break;
            Go(until - now);
            now = until;
            Apply(jumps[next]);
        }
    }

    // The first time from there on that is not before the minute.
    private int Before(double minute, int from)
    {
        if (times[^1] < minute)
            return times.Length;
        var place = Array.BinarySearch(times, from, times.Length - from, minute);
        return place < 0 ? ~place : place;
    }

    private static bool PutInAt(ReadOnlySpan<StepSolver.Jump> jumps, int next)
    {
        for (var i = next + 1; i < jumps.Length && jumps[i].At == jumps[next].At; i++)
        {
            if (!jumps[i].IsFeed)
                return true;
        }

        return false;
    }

    private void Apply(StepSolver.Jump jump)
    {
        var entry = Array.IndexOf(jump.IsFeed ? feeds : entries, jump.State);
        if (jump.IsFeed)
        {
            running[entry] += jump.Amount;
            if (Math.Abs(running[entry]) < StepSolver.FeedRounding)
                running[entry] = 0;
            return;
        }

        for (var mode = 0; mode < z.Length; mode++)
            z[mode] += jump.Amount * shares[(entry * z.Length) + mode];
    }

    // Where the modes stand at the end of the stretch.
    private void Go(double minutes)
    {
        if (minutes <= 0)
            return;
        var steps = decays.StepsIn(minutes);
        for (var mode = 0; mode < z.Length; mode++)
            z[mode] = steady[mode] + ((z[mode] - steady[mode]) * decays.Left(mode, minutes, steps));
    }

    // Levels at the times [from, to), all of them after the last change.
    private void Stretch(double now, int from, int to, ReadOnlySpan<double> factors, Span<double> results)
    {
        var first = from < to ? times[from] - now : 0;
        var steps = decays.StepsIn(first);
        for (var mode = 0; mode < z.Length; mode++)
        {
            var input = 0.0;
            for (var entry = 0; entry < running.Length; entry++)
                input += running[entry] == 0 ? 0 : running[entry] * shares[(entry * z.Length) + mode];
            steady[mode] = input / modes.Rates[mode];
            lead[mode] = decays.IsEven ? decays.Left(mode, first, steps) : 1;
        }

        for (var r = 0; from < to && r < places.Length; r++)
        {
            var (rest, mine) = (0.0, seen[r]);
            var heights = weights.AsSpan(r * z.Length, mine.Length);
            for (var k = 0; k < mine.Length; k++)
            {
                var weight = factors[r] * modes.Seen(places[r], mine[k]);
                rest += weight * steady[mine[k]];
                heights[k] = weight * (z[mine[k]] - steady[mine[k]]) * lead[mine[k]];
            }

            var levels = results.Slice((r * times.Length) + from, to - from);
            if (decays.IsEven)
                decays.Sum(mine, heights, rest, levels);
            else
                Uneven(mine, heights, rest, times.AsSpan(from, to - from), now, levels);
        }
    }

    private void Uneven(int[] mine, ReadOnlySpan<double> heights, double rest, ReadOnlySpan<double> at, double now, Span<double> results)
    {
        for (var i = 0; i < at.Length; i++)
        {
            var level = rest;
            for (var k = 0; k < mine.Length; k++)
                level += heights[k] * Math.Exp(-modes.Rates[mine[k]] * (at[i] - now));
            results[i] = Math.Max(0, level);
        }
    }
}
