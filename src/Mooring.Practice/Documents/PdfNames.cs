using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Mooring.Practice.Documents;

/// <summary>
/// The names of a PDF's objects in their order, as a viewer reads them: with their escapes undone, out of packed object
/// streams too, and not out of texts, comments and pictures, where the same letters mean nothing.
/// </summary>
internal sealed class PdfNames
{
    // More than any paper has.
    private const int MostNames = 1_000_000;

    private readonly List<string> names = [];
    private long left;
    private bool isTextOpen;

    private PdfNames(long mostUnpacked) => left = mostUnpacked;

    /// <summary>Null when its streams unpack to more than that many bytes.</summary>
    public static IReadOnlyList<string>? In(ReadOnlySpan<byte> file, long mostUnpacked)
    {
        var all = new PdfNames(mostUnpacked);
        return all.Read(file, hasStreams: true) ? all.names : null;
    }

    private bool Read(ReadOnlySpan<byte> text, bool hasStreams)
    {
        var sinceObject = 0;
        for (var at = 0; at < text.Length;)
        {
            if (names.Count > MostNames)
                return false;
            switch (text[at])
            {
                case (byte)'%':
                    at += Math.Max(1, Until(text[at..], "\r\n"u8));
                    break;
                case (byte)'(':
                    at += TextLength(text[at..]);
                    break;
                case (byte)'/':
                    at += Name(text[at..]);
                    break;
                case (byte)'o' when text[at..].StartsWith("obj"u8):
                    (sinceObject, at) = (names.Count, at + 3);
                    break;
                case (byte)'s' when hasStreams && IsStream(text, at):
                    var data = text[(at + 6)..];
                    var length = data.IndexOf("endstream"u8) is >= 0 and var found ? found : data.Length;
                    if (!Unpack(data[..length], names[sinceObject..]))
                        return false;
                    at += 6 + length;
                    break;
                default:
                    at++;
                    break;
            }
        }

        return true;
    }

    private static bool IsStream(ReadOnlySpan<byte> text, int at) =>
        text[at..].StartsWith("stream"u8) && (at < 3 || !text[(at - 3)..at].SequenceEqual("end"u8)) && at + 6 < text.Length && text[at + 6] is (byte)'\r' or (byte)'\n';

    // Every packed stream counts; the names of object streams are read.
    private bool Unpack(ReadOnlySpan<byte> data, IReadOnlyList<string> head)
    {
        if (!head.Contains("FlateDecode") && !head.Contains("Fl"))
            return !head.Contains("ObjStm") || Read(data, hasStreams: false);
        var start = data.StartsWith("\r\n"u8) ? 2 : 1;
        using var packed = new MemoryStream(data[Math.Min(start, data.Length)..].ToArray());
        try
        {
            using var unpacking = new ZLibStream(packed, CompressionMode.Decompress);
            if (!head.Contains("ObjStm"))
                return Unpacking.Count(unpacking, left) is { } count && (left -= count) >= 0;
            if (Unpacking.Read(unpacking, left) is not { } objects)
                return false;
            left -= objects.Length;
            return Read(objects, hasStreams: false);
        }
        catch (InvalidDataException)
        {
            // A viewer shows nothing of it either.
            return true;
        }
    }

    private int Name(ReadOnlySpan<byte> text)
    {
        var length = 1 + Until(text[1..], "\0\t\n\f\r ()<>[]{}/%"u8);
        names.Add(Plain(text[1..length]));
        return length;
    }

    // /J#61vaScript is JavaScript.
    private static string Plain(ReadOnlySpan<byte> name)
    {
        var plain = new StringBuilder(name.Length);
        for (var at = 0; at < name.Length; at++)
        {
            var isEscape = name[at] == '#' && at + 2 < name.Length && byte.TryParse(name.Slice(at + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out _);
            plain.Append(isEscape ? (char)byte.Parse(name.Slice(at + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture) : (char)name[at]);
            at += isEscape ? 2 : 0;
        }

        return plain.ToString();
    }

    private static int Until(ReadOnlySpan<byte> text, ReadOnlySpan<byte> any) => text.IndexOfAny(any) is >= 0 and var found ? found : text.Length;

    // With its inner brackets; a text that does not end is no text, nor is any after it, so that nothing hides behind it.
    private int TextLength(ReadOnlySpan<byte> text)
    {
        if (isTextOpen)
            return 1;
        var depth = 0;
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == '\\')
                at++;
            else if (text[at] == '(')
                depth++;
            else if (text[at] == ')' && --depth == 0)
                return at + 1;
        }

        isTextOpen = true;
        return 1;
    }
}
