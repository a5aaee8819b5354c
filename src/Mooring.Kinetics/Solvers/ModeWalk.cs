using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Mooring.Kinetics.Solvers;

/// <summary>
/// Marches the modes of one person from dose to dose. Between doses a level is its steady state plus a sum of decays; on
/// an even grid each mode's decay is tabulated once, by multiplication, and all levels are sums over that table.
/// </summary>
internal sealed class ModeWalk
{
    private const int Lanes = 8; // of a Vector512
    private const int Pair = 2 * Lanes;
    private const double SameStep = 1e-9; // steps

    private readonly Modes modes;
    private readonly double[] times;
    private readonly double step;
    private readonly int[] entries;
    private readonly int[] feeds;
    private readonly int[] places;
    private readonly int[][] seen;
    private readonly int[][] lines;
    private readonly double[] shares;
    private readonly double[] running;
    private readonly double[] z;
    private readonly double[] steady;
    private readonly double[] weights;
    private readonly double[] lead;
    private readonly double[] decays;
    private readonly double[] spare = new double[Pair];
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
        (steady, lead) = (new double[modes.Count], new double[modes.Count]);
        weights = new double[places.Length * modes.Count];
        step = times.Length > Lanes && times.Zip(times.Skip(1)).All(pair => Math.Abs(pair.Second - pair.First - (times[1] - times[0])) < 1e-9) ? times[1] - times[0] : 0;
        row = (times.Length + Pair - 1) / Pair * Pair;
        lines = [.. seen.Select(mine => mine.Select(mode => mode * row).ToArray())];
        decays = new double[step > 0 ? modes.Count * row : 0];
    }

    public static ModeWalk? Of(Anatomy anatomy, double[] times) => Modes.Of(anatomy) is { } modes ? new(anatomy, modes, times) : null;

    /// <summary>Takes one person's parameters; false where the matrix exponential must do it.</summary>
    public bool Load(double[] values)
    {
        if (!modes.Load(values))
            return false;
        for (var i = 0; i < entries.Length; i++)
            modes.Spread(modes.PlaceOf(entries[i]), shares.AsSpan(i * modes.Count));
        if (step > 0)
            Tabulate();
        return true;
    }

    // What is left of a mode after each number of steps.
    private void Tabulate()
    {
        Span<double> each = stackalloc double[(modes.Count + Lanes - 1) / Lanes * Lanes];
        modes.Rates.CopyTo(each);
        for (var i = 0; i < each.Length; i += Lanes)
            Vector512.Exp(Vector512.Create<double>(each[i..]) * -step).CopyTo(each[i..]);
        for (var mode = 0; mode < modes.Count; mode++)
            Tabulate(each[mode], decays.AsSpan(mode * row, row));
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

    // How many whole steps that many minutes are; -1 where the table has no line for them.
    private int Steps(double minutes)
    {
        var steps = step > 0 ? minutes / step : -1;
        var whole = (int)(steps + 0.5);
        return steps >= 0 && whole < times.Length && Math.Abs(steps - whole) < SameStep ? whole : -1;
    }

    private double Left(int mode, double minutes, int steps) => steps >= 0 ? decays[(mode * row) + steps] : Math.Exp(-modes.Rates[mode] * minutes);

    /// <summary>Walks the person loaded; reading r at time i goes to results[r * times + i], in the reading's own unit.</summary>
    public void Walk(ReadOnlySpan<Walker.Jump> jumps, ReadOnlySpan<double> factors, Span<double> results)
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

    private static bool PutInAt(ReadOnlySpan<Walker.Jump> jumps, int next)
    {
        for (var i = next + 1; i < jumps.Length && jumps[i].At == jumps[next].At; i++)
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
        var steps = Steps(minutes);
        for (var mode = 0; mode < z.Length; mode++)
            z[mode] = steady[mode] + ((z[mode] - steady[mode]) * Left(mode, minutes, steps));
    }

    // Levels at the times [from, to), all of them after the last change.
    private void Stretch(double now, int from, int to, ReadOnlySpan<double> factors, Span<double> results)
    {
        var first = from < to ? times[from] - now : 0;
        var steps = Steps(first);
        for (var mode = 0; mode < z.Length; mode++)
        {
            var input = 0.0;
            for (var entry = 0; entry < running.Length; entry++)
                input += running[entry] == 0 ? 0 : running[entry] * shares[(entry * z.Length) + mode];
            steady[mode] = input / modes.Rates[mode];
            lead[mode] = step > 0 ? Left(mode, first, steps) : 1;
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
            if (step > 0)
                Even(lines[r], heights, rest, levels);
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

    private void Even(ReadOnlySpan<int> lines, ReadOnlySpan<double> heights, double rest, Span<double> results)
    {
        ref var table = ref MemoryMarshal.GetArrayDataReference(decays);
        for (var i = 0; i < results.Length; i += Pair)
        {
            var (first, second) = (Vector512.Create(rest), Vector512.Create(rest));
            for (var k = 0; k < lines.Length; k++)
            {
                var (height, at) = (Vector512.Create(heights[k]), (nuint)(lines[k] + i));
                first = Vector512.FusedMultiplyAdd(height, Vector512.LoadUnsafe(ref table, at), first);
                second = Vector512.FusedMultiplyAdd(height, Vector512.LoadUnsafe(ref table, at + Lanes), second);
            }

            var whole = results.Length - i >= Pair;
            var to = whole ? results[i..] : spare;
            NotNegative(first).CopyTo(to);
            NotNegative(second).CopyTo(to[Lanes..]);
            if (!whole)
                spare.AsSpan(0, results.Length - i).CopyTo(results[i..]);
        }
    }

    private static Vector512<double> NotNegative(Vector512<double> levels) =>
        Vector512.ConditionalSelect(Vector512.GreaterThan(levels, Vector512<double>.Zero), levels, Vector512<double>.Zero);
}
