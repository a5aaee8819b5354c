using System.Buffers.Binary;

namespace Mooring.Storage.Telemetry;

/// <summary>
/// The id of a value is that of its message with its place in it (from 1) in the last two bytes. So it need not be kept
/// in a set, sorts as the device sent it, and stays the same when a set is unfolded.
/// </summary>
internal static class ReadingId
{
    public const int Most = ushort.MaxValue;

    /// <summary>An id for a message, with the last two bytes left free.</summary>
    public static Guid OfMessage(DateTimeOffset receivedAt) => Of(Guid.CreateVersion7(receivedAt), 0);

    public static Guid Of(Guid message, int place)
    {
        Span<byte> bytes = stackalloc byte[16];
        message.TryWriteBytes(bytes, bigEndian: true, out _);
        BinaryPrimitives.WriteUInt16BigEndian(bytes[14..], checked((ushort)place));
        return new(bytes, bigEndian: true);
    }
}
