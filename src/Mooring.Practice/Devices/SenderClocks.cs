using System.Collections.Concurrent;
using Mooring.Clinical;
using Mooring.Clinical.Vitals;
using Mooring.Content.Library;

namespace Mooring.Practice.Devices;

/// <summary>The clocks of all senders, in memory; after a restart from the last that was kept of them.</summary>
public sealed class SenderClocks(ClinicalLibrary library, TimeProvider time)
{
    // More than any clinic has: then names are made up, and everything is learned anew.
    private const int Most = 5000;

    private readonly ConcurrentDictionary<(Id<Clinic> Clinic, string Source), SenderClock> known = new();

    private TimeSpan Drift => library.DeviceCodes!.FutureAllowed;

    private ClockTerms Terms => library.Sound().DeviceTerms!.Value.Clock;

    /// <summary>How long a message was on its way; nothing when it does not say when it was sent.</summary>
    /// <param name="source">The sender, as its messages are kept under.</param>
    public TimeSpan HeldUp(Id<Clinic> clinic, string source, DateTimeOffset? sent, DateTimeOffset received)
    {
        if (sent is not { } at)
            return TimeSpan.Zero;
        if (known.Count > Most)
            known.Clear();
        var clock = known.GetOrAdd((clinic, source), _ => new(Terms, Drift));
        lock (clock)
            return clock.HeldUp(at, received, time.GetElapsedTime(0));
    }

    /// <summary>How long a message of a sender that nothing else is known of was on its way.</summary>
    public TimeSpan HeldUp(DateTimeOffset? sent, DateTimeOffset received) => sent is { } at ? new SenderClock(Terms, Drift).HeldUp(at, received) : TimeSpan.Zero;

    internal void Remember(Id<Clinic> clinic, string source, TimeSpan ahead, DateTimeOffset receivedAt) =>
        known[(clinic, source)] = SenderClock.Known(Terms, Drift, ahead, receivedAt);
}
