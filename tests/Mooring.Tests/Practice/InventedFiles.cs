using System.Text;
using Mooring.Demo;

namespace Mooring.Tests.Practice;

/// <summary>Small files as a scanner, a telephone or somebody with bad intent would send them.</summary>
internal static class InventedFiles
{
    /// <summary>A white PNG of this size; the chunks beside it stand before its end.</summary>
    public static byte[] Png(int width = 2, int height = 2, byte[]? packed = null, params IReadOnlyList<(string Name, byte[] Data)> beside) =>
        InventedPng.Of(width, height, packed ?? InventedPng.Packed(new byte[(width + 1) * height]), beside);

    /// <summary>A JPEG that lies on its side, with a place and a comment in it.</summary>
    public static byte[] Jpeg(int width = 4, int height = 4, string told = "GPS 41.88 N")
    {
        byte[] exif = [.. "Exif\0\0MM\0*\0\0\0\b\0\u0001"u8, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0, .. Encoding.ASCII.GetBytes(told)];
        byte[] frame = [8, (byte)(height >> 8), (byte)height, (byte)(width >> 8), (byte)width, 1, 1, 0x11, 0];
        return [0xFF, 0xD8, .. Segment(0xE1, exif), .. Segment(0xFE, Encoding.ASCII.GetBytes(told)), .. Segment(0xC0, frame), .. Segment(0xDA, [1, 1, 0, 0, 63, 0]), 0x12, 0xFF, 0x00, 0x34, 0xFF, 0xD9];
    }

    /// <summary>A PDF of so many pages, with whatever else stands among its objects.</summary>
    public static byte[] Pdf(int pages = 1, string beside = "", byte[]? stream = null, string streamHead = "/FlateDecode")
    {
        var text = new StringBuilder("%PDF-1.7\n1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj\n2 0 obj << /Type /Pages /Count ").Append(pages).Append(" >> endobj\n");
        for (var page = 0; page < pages; page++)
            text.Append(3 + page).Append(" 0 obj << /Type /Page /Parent 2 0 R >> endobj\n");
        text.Append(beside);
        byte[] packed = stream is null ? [] : [.. Encoding.Latin1.GetBytes($"900 0 obj << /Filter {streamHead} /Length {stream.Length} >>\nstream\n"), .. stream, .. "\nendstream endobj\n"u8];
        return [.. Encoding.Latin1.GetBytes(text.ToString()), .. packed, .. "trailer << /Root 1 0 R >>\n%%EOF\n"u8];
    }

    private static byte[] Segment(byte marker, byte[] data) => [0xFF, marker, (byte)((data.Length + 2) >> 8), (byte)(data.Length + 2), .. data];
}
