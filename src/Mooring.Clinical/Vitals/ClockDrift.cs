namespace Mooring.Clinical.Vitals;

/// <summary>
/// How far a device's clock lies from ours: the median of what its last messages showed. Messages that a device had kept
/// and sends in a rush are old without its clock being slow, so they do not count.
/// </summary>
public sealed class ClockDrift(ClockTerms terms)
{
    private readonly Queue<TimeSpan> offsets = new();
    private (DateTimeOffset Sent, DateTimeOffset Received)? last;

    /// <summary>Positive when the device's clock is ahead; null until enough messages have come.</summary>
    public TimeSpan? Offset { get; private set; }

    /// <summary>Whether it is off by more than the clinic allows; unknown until enough messages have come.</summary>
    public Finding IsOff => Offset is not { } offset ? Finding.Unknown : offset.Duration() > terms.WarnBeyond ? Finding.Met : Finding.NotMet;

    /// <summary>Takes the time a message says it was sent and the time it arrived.</summary>
    public void Take(DateTimeOffset sent, DateTimeOffset received)
    {
        var before = last;
        last = (sent, received);
        if (before is { } earlier && !IsLive(sent - earlier.Sent, received - earlier.Received))
            return;
        offsets.Enqueue(sent - received);
        while (offsets.Count > terms.MedianOf)
            offsets.Dequeue();
        if (offsets.Count >= terms.AtLeast)
            Offset = offsets.Order().ElementAt(offsets.Count / 2);
    }

    // What is sent as it is measured comes at about the pace of its own times; twice as fast is catching up. A message
    // said again, or an older one, is no measure either.
    private static bool IsLive(TimeSpan sent, TimeSpan received) => sent > TimeSpan.Zero && received >= sent / 2;
}
