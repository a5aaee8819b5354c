using System.Buffers.Binary;

namespace Mooring.Storage.Telemetry;

/// <summary>
/// The id of a value is that of its message with its place in it (from 1) in the last two bytes. So it need not be kept
/// in a set, sorts as the device sent it, and stays the same when a set is unfolded.
/// </summary>
internal static class ReadingId
{
    public const int Most = ushort.MaxValue;

    private static long newest;

    /// <summary>
    /// An id for a message, with the last two bytes left free. Ids tell the order of arrival: each is higher than the one
    /// before, also in one millisecond and while the server's clock has been put back.
    /// </summary>
    public static Guid OfMessage(DateTimeOffset receivedAt)
    {
        long before, next;
        do
        {
            before = Interlocked.Read(ref newest);
            next = Math.Max(receivedAt.ToUnixTimeMilliseconds(), before + 1);
        }
        while (Interlocked.CompareExchange(ref newest, next, before) != before);
        return Of(Guid.CreateVersion7(DateTimeOffset.FromUnixTimeMilliseconds(next)), 0);
    }

    /// <summary>Ids go on from this one: the highest that was kept before the server started.</summary>
    public static void GoOnFrom(Guid message)
    {
        var at = Arrival(message);
        for (var before = Interlocked.Read(ref newest); before < at; before = Interlocked.Read(ref newest))
            Interlocked.CompareExchange(ref newest, at, before);
    }

    /// <summary>The place of a message or value in the order of arrival.</summary>
    public static long Arrival(Guid id)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes, bigEndian: true, out _);
        return BinaryPrimitives.ReadInt64BigEndian(bytes) >> 16;
    }

    public static Guid Of(Guid message, int place)
    {
        Span<byte> bytes = stackalloc byte[16];
        message.TryWriteBytes(bytes, bigEndian: true, out _);
        BinaryPrimitives.WriteUInt16BigEndian(bytes[14..], checked((ushort)place));
        return new(bytes, bigEndian: true);
    }
}
