using Mooring.Devices.Hl7;
using Mooring.Devices.Mllp;

namespace Mooring.Devices.Readings;

/// <summary>What kind of message it was.</summary>
public enum MessageKind
{
    /// <summary>Not one that is understood; it is refused.</summary>
    Unknown,

    /// <summary>ORU^R01: values.</summary>
    Readings,

    /// <summary>ORU^R40, IHE PCD-04: an alarm. Kept and acknowledged, shown as the device's own; never filed as values.</summary>
    Alarm,

    /// <summary>An acknowledgment, or another answer: kept raw, and never answered.</summary>
    Answer,

    /// <summary>ORU^R42, IHE PCD-10: a pump event. Kept raw and acknowledged; not filed as values.</summary>
    PumpEvent,
}

/// <summary>Everything that one message says, before anything is kept.</summary>
public sealed record Received
{
    /// <summary>Null when nothing could be answered: there was no usable MSH.</summary>
    public required Header? Header { get; init; }

    /// <summary>MSH-7, when it is a time.</summary>
    public DateTimeOffset? SentAt { get; init; }

    public required MessageKind Kind { get; init; }

    /// <summary>Accepted, or refused because of <see cref="Problems"/>. Failed is for the store to say, and for what is too much of a day.</summary>
    public required Verdict Verdict { get; init; }

    public required IReadOnlyList<Problem> Problems { get; init; }

    public required IReadOnlyList<Observed> Values { get; init; }

    public required IReadOnlyList<Quarantined> Quarantined { get; init; }

    /// <summary>The device's own alarms, in its words.</summary>
    public IReadOnlyList<AlarmReport> Alarms { get; init; } = [];

    /// <summary>What the messages of this device were read by.</summary>
    public required ReadingTerms Terms { get; init; }

    public required PatientHint Patient { get; init; }

    public required string? Location { get; init; }

    /// <summary>Every device named, outermost last.</summary>
    public required IReadOnlyList<string> Devices { get; init; }

    /// <summary>MSH-11 says training or debugging: its values are in quarantine.</summary>
    public required bool IsTest { get; init; }

    /// <summary>SHA-256 of everything after the MSH segment, hexadecimal.</summary>
    public required string BodyHash { get; init; }

    /// <summary>The identity of this message: seen again, it gets the stored answer and changes nothing.</summary>
    public MessageKey? Key(Source source) => Header is { } header
        ? new($"{source.Address}|{header.SendingApplication}|{header.SendingFacility}", header.ControlId, header.SentAt, BodyHash)
        : null;
}

/// <summary>
/// The identity of a message. The control id alone will not do: real ones are 0, 1, or begin again at 1.
/// </summary>
public sealed record MessageKey(string Source, string ControlId, string SentAt, string BodyHash);
