using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using Mooring.Clinical;
using Mooring.Clinical.Documents;

namespace Mooring.Practice.Documents;

/// <summary>A PNG, chunk by chunk: only what the picture needs is kept, and nothing after its end.</summary>
internal static class PngFile
{
    private const int SignatureLength = 8;
    private const int AroundData = 12;
    private const int HeaderLength = 13;

    // Palette, transparency, gamma and size of a dot; texts, times, places and profiles are left out.
    private static readonly HashSet<string> Kept = new(StringComparer.Ordinal) { "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "sRGB", "pHYs" };

    private static readonly uint[] Crc = [.. Enumerable.Range(0, 256).Select(first => Enumerable.Range(0, 8).Aggregate((uint)first, (sum, _) => (sum & 1) == 1 ? 0xEDB88320 ^ (sum >> 1) : sum >> 1))];

    public static Outcome<InspectedFile> Inspect(ReadOnlySpan<byte> file, DocumentTerms terms)
    {
        using var written = new MemoryStream(file.Length);
        using var packed = new MemoryStream();
        written.Write(file[..SignatureLength]);
        long? expected = null;
        for (var at = SignatureLength; at + AroundData <= file.Length;)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(file[at..]);
            if (length > file.Length - at - AroundData)
                return FileInspection.Damaged;
            var chunk = file.Slice(at, (int)length + AroundData);
            var name = Encoding.Latin1.GetString(chunk.Slice(4, 4));
            var data = chunk.Slice(8, (int)length);
            if (Sum(chunk[4..^4]) != BinaryPrimitives.ReadUInt32BigEndian(chunk[^4..]) || (expected is null) != (name == "IHDR"))
                return FileInspection.Damaged;
            if (name == "IHDR")
            {
                if (Size(data) is not { } size)
                    return FileInspection.Damaged;
                if (size.Pixels > (long)terms.MostPixels * FileInspection.Megabyte)
                    return FileInspection.TooManyPixels(terms);
                expected = size.Bytes;
            }

            if (name == "IDAT")
                packed.Write(data);
            if (Kept.Contains(name))
                written.Write(chunk);
            if (name == "IEND")
                return Unpacked(packed, expected!.Value) ?? (Outcome<InspectedFile>)new InspectedFile(FileFormat.Png, 1, written.ToArray());
            at += chunk.Length;
        }

        return FileInspection.Damaged;
    }

    // The dots, and the most bytes that they unpack to: whole rows of up to seven passes, each with its filter.
    private static (long Pixels, long Bytes)? Size(ReadOnlySpan<byte> header)
    {
        if (header.Length != HeaderLength)
            return null;
        long width = BinaryPrimitives.ReadUInt32BigEndian(header), height = BinaryPrimitives.ReadUInt32BigEndian(header[4..]);
        var channels = header[9] switch { 0 or 3 => 1, 2 => 3, 4 => 2, 6 => 4, _ => 0 };
        if (width is 0 or > int.MaxValue || height is 0 or > int.MaxValue || channels == 0 || header[8] is not (1 or 2 or 4 or 8 or 16))
            return null;
        var rows = header[12] == 0 ? height : (2 * height) + 7;
        return (width * height, (width * height * channels * header[8] / 8) + (rows * 2) + (width * 8));
    }

    private static Refusal? Unpacked(MemoryStream packed, long expected)
    {
        packed.Position = 0;
        try
        {
            using var unpacking = new ZLibStream(packed, CompressionMode.Decompress);
            return Unpacking.Count(unpacking, expected) is { } count ? count == 0 ? FileInspection.Damaged : null : FileInspection.TooMuchPacked;
        }
        catch (InvalidDataException)
        {
            return FileInspection.Damaged;
        }
    }

    private static uint Sum(ReadOnlySpan<byte> data)
    {
        var sum = uint.MaxValue;
        foreach (var each in data)
            sum = Crc[(sum ^ each) & 0xFF] ^ (sum >> 8);
        return ~sum;
    }
}
