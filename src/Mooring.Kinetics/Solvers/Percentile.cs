namespace Mooring.Kinetics.Solvers;

/// <summary>Percentiles by selection, which costs a fraction of sorting.</summary>
internal static class Percentile
{
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
