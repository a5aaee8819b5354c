using System.Text;

namespace Mooring.Devices.Mllp;

/// <summary>
/// What goes back to the sender, framed and ready: none, one or two messages. Store <see cref="Wire"/> with the
/// message, so that a resend gets the very same bytes.
/// </summary>
/// <param name="Wire">The bytes as they travel.</param>
public sealed record Answer(ReadOnlyMemory<byte> Wire)
{
    public static readonly Answer None = new(ReadOnlyMemory<byte>.Empty);

    /// <summary>Messages whose characters each stand for one byte.</summary>
    public static Answer Of(params IReadOnlyList<string> messages) =>
        new(messages.Count == 1 ? Framed(messages[0]) : [.. messages.SelectMany(Framed)]);

    private static byte[] Framed(string message) => Frame.Wrap(Encoding.Latin1.GetBytes(message));
}
