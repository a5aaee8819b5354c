using System.Net;

namespace Mooring.Devices.Mllp;

/// <summary>Where a message came from.</summary>
/// <param name="Address">The peer's address: part of the identity of a message.</param>
/// <param name="Port">The peer's port: changes with every connection.</param>
/// <param name="Connection">Counts the connections since the listener began.</param>
public sealed record Source(IPAddress Address, int Port, long Connection)
{
    /// <summary>What it has proven itself by; null on the plain port.</summary>
    public ShownCertificate? Certificate { get; init; }

    public override string ToString() => FormattableString.Invariant($"{Address}:{Port}");
}

/// <summary>A certificate that the gateway's authority has signed, as a peer showed it.</summary>
/// <param name="Fingerprint">SHA-256 of the whole certificate, hexadecimal: no other certificate has it.</param>
/// <param name="Subject">The name in it, for people.</param>
public sealed record ShownCertificate(string Fingerprint, string Subject, DateTimeOffset ExpiresAt);

/// <summary>What happened on the link, for technical alarms and the log.</summary>
public enum LinkEvent
{
    Connected,
    Dropped,
    TooManyConnections,

    /// <summary>It showed no certificate, or none that is taken.</summary>
    Refused,
    Failed,
    Closed,
}

/// <summary>One such event, with its sentence.</summary>
public sealed record LinkNotice(LinkEvent What, Source Source, string Says, DateTimeOffset At);
