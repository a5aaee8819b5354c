using Mooring.Clinical.Vitals;

namespace Mooring.Devices.Readings;

/// <summary>What a device says about a value it sends.</summary>
public enum ReadingStatus
{
    /// <summary>Preliminary, partial or doubted by the device itself: shown, never charted.</summary>
    NotFinal,
    Final,

    /// <summary>Replaces the value of the same <see cref="Observed.Slot"/>.</summary>
    Corrected,

    /// <summary>The value of the same <see cref="Observed.Slot"/> is to be withdrawn; its number may be missing.</summary>
    Withdrawn,
}

/// <summary>Why the time of a value is less than certain.</summary>
[Flags]
public enum TimeDoubts
{
    None = 0,

    /// <summary>The device sent no zone; the clinic's was assumed.</summary>
    ZoneAssumed = 1,

    /// <summary>Later than the time it was received: the device's clock is ahead.</summary>
    Future = 2,
}

/// <summary>One value that a device reported and that agrees with the code table in number, name and unit.</summary>
public sealed record Observed
{
    public required VitalSign Sign { get; init; }

    /// <summary>In the unit of <see cref="Sign"/>; null only when withdrawn without repeating the number.</summary>
    public required double? Value { get; init; }

    /// <summary>When it was measured, in UTC.</summary>
    public required DateTimeOffset At { get; init; }

    public TimeDoubts TimeDoubts { get; init; }

    /// <summary>When its message was sent, by the same clock; null when that does not say.</summary>
    public DateTimeOffset? SentAt { get; init; }

    public required ReadingStatus Status { get; init; }

    /// <summary>Withdrawn because it belonged to another patient.</summary>
    public bool IsWrongPatient { get; init; }

    /// <summary>The innermost device that is named.</summary>
    public required string Device { get; init; }

    /// <summary>All devices it came through, innermost first: a chair may be tied to any of them.</summary>
    public required IReadOnlyList<string> Devices { get; init; }

    public required PatientHint Patient { get; init; }

    public string? Location { get; init; }

    public required string ControlId { get; init; }

    public string? Mdc { get; init; }

    public string? Loinc { get; init; }

    /// <summary>A code of the maker's own, with its system; null where the device speaks a standard.</summary>
    public string? Own { get; init; }

    /// <summary>How it was measured: <c>ecg</c>, <c>pulse-oximeter</c>, <c>cuff</c>, …</summary>
    public required string Method { get; init; }

    /// <summary>OBX-4.</summary>
    public required string SubId { get; init; }

    /// <summary>The segment as it was sent, and where: <c>OBX[3]</c>.</summary>
    public required string Place { get; init; }

    /// <summary>The code as sent, with its system.</summary>
    public string Code => Mdc is not null ? "MDC:" + Mdc : Own is null ? "LN:" + Loinc : "own:" + Own;

    /// <summary>Two observations with the same key are one: filing the second changes nothing.</summary>
    public ObservationKey Key => new(Device, Code, SubId, At, Value);

    /// <summary>What a correction or withdrawal points at. OBX-4 is left out: devices renumber it between messages.</summary>
    public ObservationSlot Slot => new(Device, Code, At);
}

/// <summary>The identity of an observation.</summary>
public sealed record ObservationKey(string Device, string Code, string SubId, DateTimeOffset At, double? Value);

/// <summary>The place of an observation in a device's record.</summary>
public sealed record ObservationSlot(string Device, string Code, DateTimeOffset At);
