using Mooring.Clinical.Vitals;

namespace Mooring.Storage.Telemetry;

/// <summary>A device's message, read and answered but not yet kept.</summary>
public sealed record IncomingMessage
{
    public required string Source { get; init; }

    public required string ControlId { get; init; }

    public required string SentAt { get; init; }

    public required string BodyHash { get; init; }

    public required ReadOnlyMemory<byte> Bytes { get; init; }

    /// <summary>The bytes to send once it is kept.</summary>
    public required ReadOnlyMemory<byte> Answer { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    public IReadOnlyList<IncomingValue> Values { get; init; } = [];

    public IReadOnlyList<IncomingQuarantine> Quarantine { get; init; } = [];

    public IReadOnlyList<IncomingAlarm> Alarms { get; init; } = [];

    /// <summary>Every device the message names.</summary>
    public IReadOnlyList<string> Devices { get; init; } = [];

    /// <summary>The address it came from; null for what no network brought.</summary>
    public string? Address { get; init; }

    /// <summary>The certificate of its sender, when it is shown for the first time.</summary>
    public IncomingCertificate? Certificate { get; init; }
}

/// <summary>A certificate that was not known before.</summary>
/// <param name="Named">The devices that the message named.</param>
public sealed record IncomingCertificate(string Fingerprint, string Subject, DateTimeOffset ExpiresAt, IReadOnlyList<string> Named);

/// <summary>What a device says about a value.</summary>
public enum ValueStatus
{
    NotFinal,
    Final,
    Corrected,
    Withdrawn,
}

/// <summary>One value that agreed with the code table.</summary>
public sealed record IncomingValue(VitalSign Sign, double? Value, DateTimeOffset At, ValueStatus Status)
{
    /// <summary>The devices it came through, innermost first; the first names it.</summary>
    public required IReadOnlyList<string> Devices { get; init; }

    /// <summary>When it was measured, by this server's clock.</summary>
    public required DateTimeOffset MeasuredAt { get; init; }

    public required string Code { get; init; }

    public required string SubId { get; init; }

    public string? Mdc { get; init; }

    public string? Loinc { get; init; }

    /// <summary>The identifiers the device has for the patient: one of them may be the clinic's own.</summary>
    public IReadOnlyList<string> PatientNumbers { get; init; } = [];

    /// <summary>The device says that it does not know who this is (PID-31 = Y).</summary>
    public bool IsPatientUnknown { get; init; }

    public string? TimeDoubt { get; init; }
}

/// <summary>What one message said about a device's own alarm.</summary>
/// <param name="Devices">The devices it came through, innermost first.</param>
public sealed record IncomingAlarm(AlarmSaid Said, IReadOnlyList<string> Devices)
{
    /// <summary>When it was raised, by this server's clock.</summary>
    public required DateTimeOffset MeasuredAt { get; init; }

    /// <summary>The identifiers the device has for the patient: one of them may be the clinic's own.</summary>
    public IReadOnlyList<string> PatientNumbers { get; init; } = [];

    /// <summary>The device says that it does not know who this is (PID-31 = Y).</summary>
    public bool IsPatientUnknown { get; init; }
}

/// <summary>What was kept apart.</summary>
/// <param name="Device">In whose name; null for the first device of the message.</param>
public sealed record IncomingQuarantine(string Reason, string Says, string Place, string Raw, bool IsAlert, string? Device = null);
