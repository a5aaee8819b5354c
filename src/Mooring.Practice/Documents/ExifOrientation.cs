using System.Buffers.Binary;

namespace Mooring.Practice.Documents;

/// <summary>Which way is up, the one thing that a picture of a paper needs of all that a camera writes beside it.</summary>
internal static class ExifOrientation
{
    private const ushort Tag = 0x0112;
    private const int EntryLength = 12;

    /// <summary>2 to 8; null where it is upright, or nothing says so.</summary>
    public static byte? Of(ReadOnlySpan<byte> payload)
    {
        if (!payload.StartsWith("Exif\0\0"u8) || payload.Length < 14)
            return null;
        var tiff = payload[6..];
        var isBig = tiff.StartsWith("MM"u8);
        if (!isBig && !tiff.StartsWith("II"u8))
            return null;
        var first = Long(tiff[4..], isBig);
        if (first > tiff.Length - 2)
            return null;
        var directory = tiff[(int)first..];
        var count = Short(directory, isBig);
        for (var entry = 0; entry < count && 2 + ((entry + 1) * EntryLength) <= directory.Length; entry++)
        {
            var at = directory.Slice(2 + (entry * EntryLength), EntryLength);
            if (Short(at, isBig) == Tag)
                return Short(at[8..], isBig) is >= 2 and <= 8 and var up ? (byte)up : null;
        }

        return null;
    }

    /// <summary>A segment that says this and nothing else.</summary>
    public static byte[] Segment(byte orientation) =>
        [0xFF, 0xE1, 0, 34, .. "Exif\0\0MM\0*\0\0\0\b\0\u0001"u8, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0];

    private static ushort Short(ReadOnlySpan<byte> at, bool isBig) => isBig ? BinaryPrimitives.ReadUInt16BigEndian(at) : BinaryPrimitives.ReadUInt16LittleEndian(at);

    private static uint Long(ReadOnlySpan<byte> at, bool isBig) => isBig ? BinaryPrimitives.ReadUInt32BigEndian(at) : BinaryPrimitives.ReadUInt32LittleEndian(at);
}
