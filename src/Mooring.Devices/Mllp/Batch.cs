namespace Mooring.Devices.Mllp;

/// <summary>
/// The messages of one frame. A batch (FHS, BHS, messages, BTS, FTS; HL7 2.x chapter 2.10.3) holds any number of them,
/// each read, kept and answered as if it had come alone.
/// </summary>
public static class Batch
{
    private static ReadOnlySpan<byte> Bom => [0xEF, 0xBB, 0xBF];

    public static IReadOnlyList<ReadOnlyMemory<byte>> Messages(ReadOnlyMemory<byte> frame)
    {
        var text = Trimmed(frame);
        if (!text.Span.StartsWith("FHS"u8) && !text.Span.StartsWith("BHS"u8))
            return [text];
        List<ReadOnlyMemory<byte>> messages = [];
        int? begun = null;
        for (var at = 0; at < text.Length; at = NextSegment(text.Span, at))
        {
            var segment = text.Span[at..];
            var isMessage = segment.StartsWith("MSH"u8);
            if (!isMessage && !segment.StartsWith("BHS"u8) && !segment.StartsWith("BTS"u8) && !segment.StartsWith("FHS"u8) && !segment.StartsWith("FTS"u8))
                continue;
            if (begun is { } from)
                messages.Add(text[from..at]);
            begun = isMessage ? at : null;
        }

        if (begun is { } last)
            messages.Add(text[last..]);
        // A batch without a message is one that can not be read.
        return messages.Count > 0 ? messages : [text];
    }

    // What stands before a message by mistake costs nobody the message.
    private static ReadOnlyMemory<byte> Trimmed(ReadOnlyMemory<byte> frame)
    {
        var text = frame.Span.StartsWith(Bom) ? frame[Bom.Length..] : frame;
        var begin = text.Span.IndexOfAnyExcept((byte)' ', (byte)'\r', (byte)'\n');
        return begin <= 0 ? text : text[begin..];
    }

    private static int NextSegment(ReadOnlySpan<byte> text, int at)
    {
        var end = text[at..].IndexOfAny((byte)'\r', (byte)'\n');
        if (end < 0)
            return text.Length;
        var next = text[(at + end)..].IndexOfAnyExcept((byte)'\r', (byte)'\n');
        return next < 0 ? text.Length : at + end + next;
    }
}
