using System.Globalization;
using Mooring.Devices.Hl7;

namespace Mooring.Devices.Mllp;

/// <summary>Answers to what can not be read: a sender that hears nothing sends the same for ever.</summary>
public static class Refusing
{
    private static long answers;

    /// <summary>A message over the limit, by its beginning.</summary>
    public static Answer TooLong(ReadOnlySpan<byte> beginning, int mostBytes, DateTimeOffset now) => Of(
        beginning, new("DEV107", "MSH[1]-1", $"The message is longer than {mostBytes} bytes, the most that is taken; send less at a time.", Hl7Codes.ValueTooLong), now);

    /// <summary>A message without a header that can be read: the answer can name no message. None to what is no text, or answers something itself.</summary>
    public static Answer Unreadable(ReadOnlySpan<byte> message, DateTimeOffset now) => message.Length < Shortest || message.IndexOf("MSA"u8) >= 0
        ? Answer.None
        : Of(message, new("DEV101", "MSH[1]-2", "The message does not begin with MSH and its delimiters.", Hl7Codes.SegmentSequence), now);

    // A single byte is how MLLP itself says yes or no.
    private const int Shortest = 3;

    private static Answer Of(ReadOnlySpan<byte> message, Problem because, DateTimeOffset now)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"R{now.ToUnixTimeSeconds():X}{Interlocked.Increment(ref answers):X6}");
        return Header.Read(message) is { } header
            ? Acknowledgement.Of(header, Verdict.Refused, [because], id, now)
            : Acknowledgement.ToNobody(because, id, now);
    }
}
