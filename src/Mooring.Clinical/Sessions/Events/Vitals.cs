using Mooring.Clinical.Vitals;

namespace Mooring.Clinical.Sessions.Events;

public enum ValueSource
{
    Hand,
    Device,
}

public enum Position
{
    Seated,
    Reclined,
    Supine,
    OnSide,
    Standing,
}

/// <summary>One charted number, in the unit of its sign.</summary>
/// <param name="ObservedAt">When it was read, which may be before it was charted.</param>
/// <param name="Source">Typed by hand, or taken from a device by one tap.</param>
public sealed record ChartedValue(VitalSign Sign, double Value, DateTimeOffset ObservedAt, ValueSource Source = ValueSource.Hand)
{
    /// <summary>The device it came from.</summary>
    public string? Device { get; init; }

    /// <summary>The telemetry reading this points at.</summary>
    public string? Reading { get; init; }

    /// <summary>When it was measured by the device's own clock, where that differs by a second or more.</summary>
    public DateTimeOffset? DeviceAt { get; init; }

    /// <summary>Somebody looked twice, because the number is implausible.</summary>
    public bool Confirmed { get; init; }
}

/// <summary>A set of vital signs was charted.</summary>
public sealed record VitalsCharted(IReadOnlyList<ChartedValue> Values, Position? Position = null) : SessionEvent;
