namespace Mooring.Practice.Curves;

/// <summary>
/// Fewer points than were measured, for the width of a screen. Of each stretch the lowest and the highest stay, at their
/// own times: a short desaturation must not be averaged away.
/// </summary>
public static class Thinning
{
    /// <summary>At most <paramref name="most"/> points, oldest first; all of them when there are no more.</summary>
    public static IReadOnlyList<(double T, double V)> Of(IReadOnlyList<(double T, double V)> points, int most)
    {
        if (points.Count <= most)
            return points;
        var (first, stretches) = (points[0].T, most / 2);
        var width = (points[^1].T - first) / stretches;
        return
        [
            .. points.GroupBy(point => Math.Min(stretches - 1, (int)((point.T - first) / width)))
                .SelectMany(stretch => new[] { stretch.MinBy(point => point.V), stretch.MaxBy(point => point.V) }.Distinct().OrderBy(point => point.T)),
        ];
    }
}
