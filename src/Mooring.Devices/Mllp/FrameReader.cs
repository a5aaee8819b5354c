using System.Buffers;

namespace Mooring.Devices.Mllp;

/// <summary>
/// Cuts a stream into messages, however it was cut into packets: VT message FS CR. Bytes between messages are junk and
/// dropped; a missing CR is forgiven; a message that grows past the cap, or into which the next one starts, is dropped
/// whole, and the next one is read. Holds never more than the cap.
/// </summary>
/// <param name="mostBytes">The longest message taken.</param>
public sealed class FrameReader(int mostBytes)
{
    private readonly ArrayBufferWriter<byte> message = new(Math.Min(mostBytes, 4096));
    // As much as holds any MSH.
    private const int MostOfHeader = 4096;

    private bool isInside;
    private bool isTooLong;

    /// <summary>Whether a message has begun and not ended.</summary>
    public bool IsInside => isInside;

    /// <summary>Takes the next bytes and hands every message they complete to <paramref name="take"/>.</summary>
    public void Feed(ReadOnlySpan<byte> bytes, Action<Frame> take)
    {
        while (!bytes.IsEmpty)
            bytes = isInside ? Inside(bytes, take) : Between(bytes, take);
    }

    private ReadOnlySpan<byte> Between(ReadOnlySpan<byte> bytes, Action<Frame> take)
    {
        var start = bytes.IndexOf(Frame.Start);
        var junk = start < 0 ? bytes : bytes[..start];
        if (junk.IndexOfAnyExcept(Frame.Return, (byte)'\n') >= 0)
            take(new([], $"{junk.Length} bytes outside of any message"));
        if (start < 0)
            return [];
        isInside = true;
        return bytes[(start + 1)..];
    }

    private ReadOnlySpan<byte> Inside(ReadOnlySpan<byte> bytes, Action<Frame> take)
    {
        var mark = bytes.IndexOfAny(Frame.Start, Frame.End);
        Keep(mark < 0 ? bytes : bytes[..mark]);
        if (mark < 0)
            return [];
        if (isTooLong)
            take(new([.. message.WrittenSpan[..Math.Min(message.WrittenCount, MostOfHeader)]], $"a message longer than {mostBytes} bytes") { IsTooLong = bytes[mark] == Frame.End });
        else if (bytes[mark] == Frame.Start)
            take(new([], "a message that never ended before the next began"));
        else
            take(new(message.WrittenSpan.ToArray()));
        isInside = bytes[mark] == Frame.Start;
        isTooLong = false;
        message.ResetWrittenCount();
        return bytes[(mark + 1)..];
    }

    private void Keep(ReadOnlySpan<byte> bytes)
    {
        var room = mostBytes - message.WrittenCount;
        isTooLong |= bytes.Length > room;
        // Its beginning stays, for the answer; the rest is let go.
        message.Write(isTooLong ? bytes[..Math.Clamp(Math.Min(room, MostOfHeader - message.WrittenCount), 0, bytes.Length)] : bytes);
    }
}
