using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Mooring.Demo;

/// <summary>A gray PNG made of its bytes, for the demo and for tests that bend them.</summary>
public static class InventedPng
{
    /// <param name="packed">The rows as <see cref="Packed"/> packs them, or something else where that is what is tried.</param>
    /// <param name="beside">Chunks that stand before the picture.</param>
    public static byte[] Of(int width, int height, byte[] packed, params IReadOnlyList<(string Name, byte[] Data)> beside)
    {
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9]) = (8, 0);
        return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, .. Chunk("IHDR", header), .. beside.SelectMany(one => Chunk(one.Name, one.Data)), .. Chunk("IDAT", packed), .. Chunk("IEND", [])];
    }

    public static byte[] Packed(byte[] plain)
    {
        using var packed = new MemoryStream();
        using (var packing = new ZLibStream(packed, CompressionLevel.SmallestSize))
            packing.Write(plain);
        return packed.ToArray();
    }

    private static byte[] Chunk(string name, byte[] data)
    {
        byte[] named = [.. Encoding.ASCII.GetBytes(name), .. data];
        var (length, sum) = (new byte[4], new byte[4]);
        BinaryPrimitives.WriteInt32BigEndian(length, data.Length);
        BinaryPrimitives.WriteUInt32BigEndian(sum, Crc(named));
        return [.. length, .. named, .. sum];
    }

    private static uint Crc(byte[] data)
    {
        var sum = uint.MaxValue;
        foreach (var each in data)
        {
            sum ^= each;
            for (var bit = 0; bit < 8; bit++)
                sum = (sum & 1) == 1 ? 0xEDB88320 ^ (sum >> 1) : sum >> 1;
        }

        return ~sum;
    }
}
