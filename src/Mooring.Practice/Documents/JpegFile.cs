using System.Buffers.Binary;
using Mooring.Clinical;
using Mooring.Clinical.Documents;

namespace Mooring.Practice.Documents;

/// <summary>A JPEG, segment by segment: the picture is kept and which way is up; place, device, texts and whatever follows its end are not.</summary>
internal static class JpegFile
{
    private const byte Start = 0xD8, End = 0xD9, Scan = 0xDA, App0 = 0xE0, App1 = 0xE1, App14 = 0xEE, App15 = 0xEF, Comment = 0xFE;
    private const int AdobeLength = 14;

    public static Outcome<InspectedFile> Inspect(ReadOnlySpan<byte> file, DocumentTerms terms)
    {
        using var written = new MemoryStream(file.Length);
        written.Write([0xFF, Start]);
        var (at, hasFrame, hasScan) = (2, false, false);
        while (at + 2 <= file.Length)
        {
            if (file[at] != 0xFF)
                return FileInspection.Damaged;
            var marker = file[at + 1];
            if (marker == 0xFF)
            {
                at++;
                continue;
            }

            if (marker == End)
            {
                written.Write([0xFF, End]);
                return hasFrame && hasScan ? new InspectedFile(FileFormat.Jpeg, 1, written.ToArray()) : FileInspection.Damaged;
            }

            var length = at + 4 > file.Length ? 0 : BinaryPrimitives.ReadUInt16BigEndian(file[(at + 2)..]);
            if (length < 2 || at + 2 + length > file.Length)
                return FileInspection.Damaged;
            var segment = file.Slice(at, 2 + length);
            if (IsFrame(marker))
            {
                if (Pixels(segment) is not { } pixels)
                    return FileInspection.Damaged;
                if (pixels > (long)terms.MostPixels * FileInspection.Megabyte)
                    return FileInspection.TooManyPixels(terms);
                hasFrame = true;
            }

            Write(written, marker, segment);
            at += segment.Length;
            if (marker != Scan)
                continue;
            var data = file[at..];
            var scanned = ScanLength(data);
            written.Write(data[..scanned]);
            (at, hasScan) = (at + scanned, true);
        }

        return FileInspection.Damaged;
    }

    private static void Write(MemoryStream written, byte marker, ReadOnlySpan<byte> segment)
    {
        if (marker == App1 && ExifOrientation.Of(segment[4..]) is { } orientation)
            written.Write(ExifOrientation.Segment(orientation));
        else if (marker is App0 or Comment || marker is > App0 and <= App15 && !(marker == App14 && segment.Length == AdobeLength + 2 && segment[4..].StartsWith("Adobe"u8)))
            return;
        else
            written.Write(segment);
    }

    private static bool IsFrame(byte marker) => marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);

    private static long? Pixels(ReadOnlySpan<byte> segment)
    {
        if (segment.Length < 9)
            return null;
        long height = BinaryPrimitives.ReadUInt16BigEndian(segment[5..]), width = BinaryPrimitives.ReadUInt16BigEndian(segment[7..]);
        return height == 0 || width == 0 ? null : height * width;
    }

    // Up to the next marker; a stuffed zero and a restart belong to the data.
    private static int ScanLength(ReadOnlySpan<byte> data)
    {
        for (var at = 0; at + 1 < data.Length; at++)
        {
            if (data[at] == 0xFF && data[at + 1] is not (0 or >= 0xD0 and <= 0xD7 or 0xFF))
                return at;
        }

        return data.Length;
    }
}
