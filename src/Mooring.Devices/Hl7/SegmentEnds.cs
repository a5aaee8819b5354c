using System.Buffers;

namespace Mooring.Devices.Hl7;

/// <summary>
/// How the segments of a message end. By the standard with CR, and then a line feed is a letter of a text; some senders
/// write LF, or CR and LF. What ends MSH ends them all.
/// </summary>
internal static class SegmentEnds
{
    // What follows a line feed and looks like one of these is more than a remark.
    private static readonly string[] Weighty = ["MSH", "PID", "PV1", "OBR", "OBX"];

    private static readonly SearchValues<char> Both = SearchValues.Create("\r\n");

    /// <summary>Where the first segment ends.</summary>
    public static int OfHeader(string text, char field)
    {
        for (var at = text.AsSpan().IndexOfAny(Both); at >= 0; at = Next(text, at))
        {
            if (text[at] == '\r' || !text.Contains('\r', StringComparison.Ordinal) || IsNamed(text.AsSpan(at + 1), field))
                return at;
        }

        return text.Length;
    }

    /// <summary>The segments, without their ends; and whether a line feed within them stands where a segment may have begun.</summary>
    public static (IEnumerable<string> Lines, bool IsMixed) Cut(string text, Delimiters marks)
    {
        var end = OfHeader(text, marks.Field);
        if (end >= text.Length || text[end] == '\n')
            return (text.Split('\r', '\n'), false);
        // A sender that writes CR and LF may write LF alone as well: there a segment's name begins one.
        if (end + 1 < text.Length && text[end + 1] == '\n')
            return (text.Split('\r').SelectMany(line => Parted(line.Trim('\n'), marks.Field)), false);
        var lines = text.Split('\r').Select(line => line.Trim('\n')).ToList();
        return (lines, lines.Exists(line => MayHoldAnother(line, marks.Field)));
    }

    private static IEnumerable<string> Parted(string line, char field)
    {
        var begun = 0;
        for (var at = line.IndexOf('\n', StringComparison.Ordinal); at >= 0; at = line.IndexOf('\n', at + 1))
        {
            if (!IsNamed(line.AsSpan(at + 1), field))
                continue;
            yield return line[begun..at];
            begun = at + 1;
        }

        yield return line[begun..];
    }

    private static bool MayHoldAnother(string line, char field)
    {
        for (var at = line.IndexOf('\n', StringComparison.Ordinal); at >= 0; at = line.IndexOf('\n', at + 1))
        {
            var rest = line.AsSpan(at + 1);
            foreach (var name in Weighty)
            {
                if (rest.Length > 3 && rest[3] == field && rest.StartsWith(name, StringComparison.Ordinal))
                    return true;
            }
        }

        return false;
    }

    private static bool IsNamed(ReadOnlySpan<char> rest, char field) =>
        rest.Length > 3 && rest[3] == field && char.IsAsciiLetterUpper(rest[0]) && char.IsAsciiLetterOrDigit(rest[1]) && char.IsAsciiLetterOrDigit(rest[2]);

    private static int Next(string text, int at)
    {
        var next = text.AsSpan(at + 1).IndexOfAny(Both);
        return next < 0 ? -1 : at + 1 + next;
    }
}
