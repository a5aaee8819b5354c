namespace Mooring.Devices.Mllp;

/// <summary>What came out of a stream: a whole message, or notice that something was dropped whole.</summary>
/// <param name="Bytes">The message between the marks; of one that is too long its beginning, else empty when dropped.</param>
/// <param name="Dropped">Why there is no message, or null.</param>
public readonly record struct Frame(byte[] Bytes, string? Dropped = null)
{
    /// <summary>It was longer than is taken, and its end has come: its sender can be told.</summary>
    public bool IsTooLong { get; init; }

    public const byte Start = 0x0B;
    public const byte End = 0x1C;
    public const byte Return = 0x0D;

    public static byte[] Wrap(ReadOnlySpan<byte> message) => [Start, .. message, End, Return];
}
