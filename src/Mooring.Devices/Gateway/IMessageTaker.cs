using Mooring.Clinical;
using Mooring.Devices.Mllp;
using Mooring.Devices.Readings;

namespace Mooring.Devices.Gateway;

/// <summary>Whose messages these are, and by what they are read.</summary>
/// <param name="Terms">By the devices that a message names.</param>
public sealed record ReadingBy(Clinic Clinic, Func<IReadOnlyList<string>, ReadingTerms> Terms);

/// <summary>A message that was read, with the answer that it is to have.</summary>
/// <param name="Bytes">As it came; good only until it is kept.</param>
public sealed record TakenMessage(Clinic Clinic, Received Received, Source Source, ReadOnlyMemory<byte> Bytes, Answer Answer, DateTimeOffset At);

/// <summary>Whether a message is taken from where it came, and what of it.</summary>
/// <param name="Received">As it is to be kept and answered.</param>
public sealed record Admitted(Received Received)
{
    /// <summary>False when its sender has used up what it may send: it is answered, and not kept.</summary>
    public bool IsKept { get; init; } = true;

    /// <summary>A device that the clinic knows has spoken: its connection holds its place.</summary>
    public bool IsProved { get; init; }
}

/// <summary>What the gateway asks of the house behind it.</summary>
public interface IMessageTaker
{
    /// <summary>By what to read now; null while there is no clinic.</summary>
    ValueTask<ReadingBy?> By(CancellationToken cancel);

    /// <summary>Who may speak for which device, and how much.</summary>
    Admitted Admit(Clinic clinic, Received received, Source source, ReadOnlySpan<byte> bytes, DateTimeOffset at);

    /// <summary>Keeps a message. Returns after the commit, with what goes back to the sender: the first answer, when it was kept before.</summary>
    /// <exception cref="IOException">It is not kept; the device is told "not now" and keeps it.</exception>
    ValueTask<ReadOnlyMemory<byte>> Keep(TakenMessage message, CancellationToken cancel);

    /// <summary>Something came from there, whatever it was.</summary>
    void Heard(Source source, DateTimeOffset at);

    /// <summary>A connection came, went, or was refused.</summary>
    void Noticed(LinkNotice notice);
}
