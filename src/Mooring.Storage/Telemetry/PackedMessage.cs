using System.Buffers;
using System.IO.Compression;

namespace Mooring.Storage.Telemetry;

/// <summary>A message's bytes as kept: Brotli (RFC 7932), quickest setting. The lines of a result message are much alike.</summary>
internal static class PackedMessage
{
    private const int Quickest = 1;

    // 64 KiB, more than a message has; a larger window costs memory with each message.
    private const int Window = 16;

    public static byte[] Pack(ReadOnlySpan<byte> bytes)
    {
        var room = ArrayPool<byte>.Shared.Rent(BrotliEncoder.GetMaxCompressedLength(bytes.Length));
        try
        {
            return BrotliEncoder.TryCompress(bytes, room, out var written, Quickest, Window)
                ? room[..written]
                : throw new InvalidOperationException("The room for a packed message was too small.");
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(room);
        }
    }

    public static byte[] Unpack(byte[] packed)
    {
        using var bytes = new MemoryStream();
        using var reading = new BrotliStream(new MemoryStream(packed), CompressionMode.Decompress);
        reading.CopyTo(bytes);
        return bytes.ToArray();
    }
}
