using Mooring.Clinical;
using Mooring.Clinical.Patients;
using Mooring.Clinical.Sessions;
using Mooring.Clinical.Vitals;

namespace Mooring.Storage.Telemetry;

/// <summary>A value taken from a device, as kept.</summary>
/// <param name="Status">final, corrected, withdrawn or not-final.</param>
public sealed record KeptReading(VitalSign Sign, double? Value, DateTimeOffset At, DateTimeOffset ReceivedAt, string Status, string Device)
{
    /// <summary>When it was measured, by this server's clock.</summary>
    public required DateTimeOffset MeasuredAt { get; init; }

    /// <summary>Null while it is parked with its device.</summary>
    public Id<Patient>? Patient { get; init; }

    public Id<Session>? Session { get; init; }

    public required string ControlId { get; init; }

    public string? Mdc { get; init; }

    public string? Loinc { get; init; }

    /// <summary>Why it is parked, as a sentence.</summary>
    public string? Parked { get; init; }

    public string? TimeDoubt { get; init; }

    /// <summary>Who filed it later, after it had been kept apart.</summary>
    public string? FiledBy { get; init; }
}

/// <summary>What a device sent and could not be trusted, as kept.</summary>
/// <param name="Code"><c>DEV2nn</c>.</param>
/// <param name="Place">Where in the message, such as <c>OBX[3]-5</c>.</param>
/// <param name="Raw">The text as it was sent.</param>
public sealed record KeptApart(DateTimeOffset ReceivedAt, string Code, string Says, string Place, string Raw, string? Device, bool IsAlert)
{
    public Guid Id { get; init; }

    /// <summary>Who filed it after all, and when.</summary>
    public string? FiledBy { get; init; }

    public DateTimeOffset? FiledAt { get; init; }
}
