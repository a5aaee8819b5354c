using Mooring.Clinical.Monitoring;

namespace Mooring.Content.Reading;

/// <summary>A critical limit lies beyond the warning on the same side; the other way round the warning would never speak.</summary>
internal static class LimitOrder
{
    public static IEnumerable<string> Faults(IReadOnlyList<Limit> limits) =>
        from critical in limits.Where(limit => limit.Level == LimitLevel.Critical && limit.Bounds.Any())
        from warning in limits.Where(limit => limit.Level == LimitLevel.Warn && limit.Of == critical.Of && limit.Bounds.Any())
        where critical.Bound.IsRelative == warning.Bound.IsRelative && IsUpper(critical.Bound) == IsUpper(warning.Bound)
        where Beyond(critical.Bound) < Beyond(warning.Bound)
        select $"The critical limit '{critical.Id}' comes before the warning '{warning.Id}'; one of them is upside down.";

    private static bool IsUpper(Bound bound) => bound.Kind is BoundKind.AtLeast or BoundKind.Above or BoundKind.RisesBy;

    /// <summary>How far out a bound lies, whichever side it is on.</summary>
    private static double Beyond(Bound bound) => IsUpper(bound) || bound.IsRelative ? bound.Value : -bound.Value;
}
