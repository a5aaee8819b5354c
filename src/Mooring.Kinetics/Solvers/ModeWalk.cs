using System.Runtime.Intrinsics;

namespace Mooring.Kinetics.Solvers;

/// <summary>
/// Marches the modes of one person from dose to dose. Between doses a level is its steady state plus a sum of decays;
/// on an even grid each decay goes on by multiplication, four times at once.
/// </summary>
internal sealed class ModeWalk
{
    private const int Lanes = 4;

    private readonly Modes modes;
    private readonly double[] times;
    private readonly double step;
    private readonly int[] entries;
    private readonly int[] feeds;
    private readonly int[] places;
    private readonly int[][] seen;
    private readonly double[] shares;
    private readonly double[] running;
    private readonly double[] z;
    private readonly double[] steady;
    private readonly double[] weights;
    private readonly double[] levels;
    private readonly double[] decay;
    private readonly int row;

    private ModeWalk(Anatomy anatomy, Modes modes, double[] times)
    {
        (this.modes, this.times) = (modes, times);
        var ways = anatomy.Entries.Values.SelectMany(entry => entry.First.Concat(entry.Again)).DistinctBy(way => way.State).ToList();
        entries = [.. ways.Select(way => way.State)];
        feeds = [.. ways.Select(way => way.Feed)];
        places = [.. anatomy.Readings.Select(reading => modes.PlaceOf(reading.State))];
        seen = [.. places.Select(place => Enumerable.Range(0, modes.Count).Where(mode => modes.IsSeen(place, mode)).ToArray())];
        (shares, running, z) = (new double[entries.Length * modes.Count], new double[entries.Length], new double[modes.Count]);
        (steady, decay) = (new double[modes.Count], new double[modes.Count]);
        weights = new double[places.Length * modes.Count];
        step = times.Length > Lanes && times.Zip(times.Skip(1)).All(pair => Math.Abs(pair.Second - pair.First - (times[1] - times[0])) < 1e-9) ? times[1] - times[0] : 0;
        row = times.Length + Lanes;
        levels = new double[places.Length * row];
    }

    public static ModeWalk? Of(Anatomy anatomy, double[] times) => Modes.Of(anatomy) is { } modes ? new(anatomy, modes, times) : null;

    /// <summary>Takes one person's parameters; false where the matrix exponential must do it.</summary>
    public bool Load(double[] values)
    {
        if (!modes.Load(values))
            return false;
        for (var i = 0; i < entries.Length; i++)
            modes.Spread(modes.PlaceOf(entries[i]), shares.AsSpan(i * modes.Count));
        for (var mode = 0; mode < modes.Count; mode++)
            decay[mode] = Math.Exp(-modes.Rates[mode] * step);
        return true;
    }

    /// <summary>Walks the person loaded; reading r at time i goes to results[r * times + i], in the reading's own unit.</summary>
    public void Walk(IReadOnlyList<Walker.Jump> jumps, ReadOnlySpan<double> factors, Span<double> results)
    {
        Array.Clear(z);
        Array.Clear(running);
        var (now, point) = (0.0, 0);
        for (var next = 0; ; next++)
        {
            var until = next < jumps.Count ? jumps[next].At : double.PositiveInfinity;
            // A level is read after a dose of the same minute; starting or stopping a steady input does not move it.
            var end = point;
            while (end < times.Length && (times[end] < until || (times[end] == until && jumps[next].IsFeed && !PutInAt(jumps, next))))
                end++;
            if (end > point || until > now)
                Stretch(now, point, end, factors);
            point = end;
            if (next == jumps.Count || point == times.Length)
                break;
            Go(until - now);
            now = until;
            Apply(jumps[next]);
        }

        for (var r = 0; r < places.Length; r++)
            levels.AsSpan(r * row, times.Length).CopyTo(results[(r * times.Length)..]);
    }

    private static bool PutInAt(IReadOnlyList<Walker.Jump> jumps, int next)
    {
        for (var i = next + 1; i < jumps.Count && jumps[i].At == jumps[next].At; i++)
        {
            if (!jumps[i].IsFeed)
                return true;
        }

        return false;
    }

    private void Apply(Walker.Jump jump)
    {
        var entry = Array.IndexOf(jump.IsFeed ? feeds : entries, jump.State);
        if (jump.IsFeed)
        {
            running[entry] += jump.Amount;
            if (Math.Abs(running[entry]) < Walker.FeedRounding)
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
        for (var mode = 0; mode < z.Length; mode++)
            z[mode] = steady[mode] + ((z[mode] - steady[mode]) * Math.Exp(-modes.Rates[mode] * minutes));
    }

    // Levels at the times [from, to), all of them after the last change.
    private void Stretch(double now, int from, int to, ReadOnlySpan<double> factors)
    {
        for (var mode = 0; mode < z.Length; mode++)
        {
            var input = 0.0;
            for (var entry = 0; entry < running.Length; entry++)
                input += running[entry] == 0 ? 0 : running[entry] * shares[(entry * z.Length) + mode];
            steady[mode] = input / modes.Rates[mode];
        }

        for (var r = 0; from < to && r < places.Length; r++)
        {
            var rest = 0.0;
            foreach (var mode in seen[r])
            {
                var weight = factors[r] * modes.Seen(places[r], mode);
                rest += weight * steady[mode];
                weights[(r * z.Length) + mode] = weight * (z[mode] - steady[mode]);
            }

            if (step > 0)
                Even(r, from, to, times[from] - now, rest);
            else
                Uneven(r, from, to, now, rest);
        }
    }

    private void Uneven(int r, int from, int to, double now, double rest)
    {
        for (var i = from; i < to; i++)
        {
            var level = rest;
            foreach (var mode in seen[r])
                level += weights[(r * z.Length) + mode] * Math.Exp(-modes.Rates[mode] * (times[i] - now));
            levels[(r * row) + i] = Math.Max(0, level);
        }
    }

    private void Even(int r, int from, int to, double first, double rest)
    {
        var count = seen[r].Length;
        Span<Vector256<double>> at = stackalloc Vector256<double>[count];
        Span<Vector256<double>> on = stackalloc Vector256<double>[count];
        for (var k = 0; k < count; k++)
        {
            var mode = seen[r][k];
            var (q, begin) = (decay[mode], weights[(r * z.Length) + mode] * (first == 0 ? 1 : Math.Exp(-modes.Rates[mode] * first)));
            at[k] = Vector256.Create(1, q, q * q, q * q * q) * begin;
            on[k] = Vector256.Create(q * q * (q * q));
        }

        for (var i = from; i < to; i += Lanes)
        {
            var level = Vector256.Create(rest);
            for (var k = 0; k < at.Length; k++)
            {
                level += at[k];
                at[k] *= on[k];
            }

            Vector256.Max(level, Vector256<double>.Zero).CopyTo(levels, (r * row) + i);
        }
    }
}
