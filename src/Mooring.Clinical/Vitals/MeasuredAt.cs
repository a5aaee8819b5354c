namespace Mooring.Clinical.Vitals;

/// <summary>When a value was measured, by this server's clock.</summary>
public static class MeasuredAt
{
    /// <summary>
    /// As old as its sender said it was when it sent it, and as long as the message was on its way, before its arrival;
    /// never later than that, so that no clock that is ahead can outrank what comes next.
    /// </summary>
    /// <param name="said">The value's time, by the sender's clock.</param>
    /// <param name="sent">The message's, by the same clock; null when it has none that can be read.</param>
    /// <param name="heldUp">How long the message was on its way.</param>
    public static DateTimeOffset Of(DateTimeOffset said, DateTimeOffset? sent, DateTimeOffset received, TimeSpan heldUp)
    {
        var old = sent is { } by ? by - said : received - said;
        return received - heldUp - (old > TimeSpan.Zero ? old : TimeSpan.Zero);
    }
}
