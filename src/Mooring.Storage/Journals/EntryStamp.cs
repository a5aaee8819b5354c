using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Mooring.Storage.Journals;

/// <summary>What the person entering brings with an entry: its id, and the clocks.</summary>
/// <param name="EventId">Made where it was entered; sending it twice changes nothing.</param>
/// <param name="HappenedAt">When it happened, as they say.</param>
/// <param name="EnteredAt">When they entered it, by the clock of their tablet.</param>
public sealed record EntryStamp(Guid EventId, DateTimeOffset HappenedAt, DateTimeOffset EnteredAt)
{
    /// <summary>
    /// The id of the n-th event of one entry. A verb may return several events; each needs an id that is the same when
    /// the entry is sent again.
    /// </summary>
    public Guid Nth(int index)
    {
        if (index == 0)
            return EventId;
        Span<byte> seed = stackalloc byte[20];
        EventId.TryWriteBytes(seed);
        BinaryPrimitives.WriteInt32BigEndian(seed[16..], index);
        return new(SHA256.HashData(seed).AsSpan(0, 16));
    }
}
