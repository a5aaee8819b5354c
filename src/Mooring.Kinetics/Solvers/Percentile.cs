using Mooring.Kinetics.Quantities;

namespace Mooring.Kinetics.Solvers;

/// <summary>Percentiles by selection, which costs a fraction of sorting.</summary>
internal static class Percentile
{
    /// <summary>5th, 50th and 95th percentile of levels in ng/mL. Reorders them.</summary>
    public static Spread Spread(Span<double> levels) => new(Ng(Of(levels, 0.05)), Ng(Of(levels, 0.5)), Ng(Of(levels, 0.95)));

    /// <summary>The same where each level counts as much as its weight; the weights sum to one.</summary>
    public static Spread Spread(Span<double> levels, ReadOnlySpan<double> weights)
    {
        var keys = weights.ToArray();
        levels.Sort(keys.AsSpan());
        return new(Ng(Of(levels, keys, 0.05)), Ng(Of(levels, keys, 0.5)), Ng(Of(levels, keys, 0.95)));
    }

    /// <summary>The quantile, interpolated between neighbors (Hyndman and Fan 1996, type 7). Reorders the values.</summary>
    public static double Of(Span<double> values, double share)
    {
        var place = share * (values.Length - 1);
        var below = (int)place;
        var low = Select(values, below);
        if (below + 1 >= values.Length || place <= below)
            return low;

        var high = double.PositiveInfinity;
        foreach (var above in values[(below + 1)..])
            high = Math.Min(high, above);
        return low + ((place - below) * (high - low));
    }

    private static Concentration Ng(double value) => Concentration.NanogramsPerMilliliter(value);

    // Each value stands in the middle of its own weight; between neighbors it is interpolated.
    private static double Of(ReadOnlySpan<double> sorted, double[] weights, double share)
    {
        var middle = weights[0] / 2;
        for (var i = 1; i < sorted.Length; i++)
        {
            var step = (weights[i - 1] + weights[i]) / 2;
            if (middle + step >= share)
                return middle >= share || step == 0 ? sorted[i - 1] : sorted[i - 1] + ((share - middle) / step * (sorted[i] - sorted[i - 1]));
            middle += step;
        }

        return sorted[^1];
    }

    /// <summary>The value at that place of the sorted order; smaller ones end up before it, larger ones after (Hoare 1961).</summary>
    private static double Select(Span<double> values, int place)
    {
        var (left, right) = (0, values.Length - 1);
        while (left < right)
        {
            var (pivot, i, j) = (values[(left + right) / 2], left, right);
            while (i <= j)
            {
                while (values[i] < pivot)
                    i++;
                while (values[j] > pivot)
                    j--;
                if (i <= j)
                {
                    (values[i], values[j]) = (values[j], values[i]);
                    i++;
                    j--;
                }
            }

            if (place <= j)
                right = j;
            else if (place >= i)
                left = i;
            else
                break;
        }

        return values[place];
    }
}
