namespace Mooring.Clinical.Scheduling;

/// <summary>What the change of the clocks did to a time on the wall.</summary>
public enum WallShift
{
    None,

    /// <summary>The clocks skip this time; it lies later by as much as they skip.</summary>
    Skipped,

    /// <summary>The clocks show this time twice; it is the first.</summary>
    Twice,
}

/// <summary>When a clock on the wall shows a time.</summary>
/// <param name="At">In UTC.</param>
public sealed record WallTime(DateTimeOffset At, WallShift Shift)
{
    /// <summary>The instant of this day and time in this zone.</summary>
    public static WallTime Of(DateOnly day, TimeOnly time, TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        var wall = day.ToDateTime(time);
        if (zone.IsInvalidTime(wall))
        {
            // As if the clocks had not been put forward yet: the offset that held before the gap.
            var before = wall;
            while (zone.IsInvalidTime(before))
                before = before.AddMinutes(-1);
            return new(new DateTimeOffset(wall, zone.GetUtcOffset(before)).ToUniversalTime(), WallShift.Skipped);
        }

        return zone.IsAmbiguousTime(wall)
            ? new(new DateTimeOffset(wall, zone.GetAmbiguousTimeOffsets(wall).Max()).ToUniversalTime(), WallShift.Twice)
            : new(new DateTimeOffset(wall, zone.GetUtcOffset(wall)).ToUniversalTime(), WallShift.None);
    }
}
