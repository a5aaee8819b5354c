using Mooring.Clinical.Monitoring;

namespace Mooring.Clinical.Watching;

/// <summary>
/// One number whose silence is itself to be noticed. What tells a lost number from a lost network is that another value
/// of the chair went on all the while; without such a witness the signals' own place says it.
/// </summary>
internal sealed class LossTrack(LossRule rule, StalenessRule staleness)
{
    private readonly Dictionary<string, Witness> witnesses = new(StringComparer.Ordinal);
    private readonly Limit limit = rule.AsLimit();
    private (Newest Newest, double Value, TimeSpan? Every)? last;

    /// <summary>Null while the number comes, or never came often enough to be missed.</summary>
    public Exceeded? Lost { get; private set; }

    /// <summary>Takes a device's value; true when the number was found lost by it, or is back.</summary>
    /// <param name="counts">It can be the patient's; one that can hardly be is no number, and only shows that the device goes on.</param>
    public bool Take(Sample sample, bool counts)
    {
        if (counts && sample.Of == rule.Of)
            return IsBack(sample);
        var missed = Missed(sample);
        return Lost is null && last is { Every: { } every } && missed > Allowed(every) && Lose();
    }

    private bool IsBack(Sample sample)
    {
        if (Newest.With(last?.Newest, sample) is not { } newest)
            return false;
        last = (newest, sample.Value, Staleness.Pace(last?.Every, sample.At - last?.Newest.At));
        foreach (var witness in witnesses.Values)
            witness.Restart(sample.At);
        var wasLost = Lost is not null;
        Lost = null;
        return wasLost;
    }

    private bool Lose()
    {
        Lost = new(limit, last!.Value.Value, last.Value.Newest.At, null, IsDevice: true) { IsLost = true };
        return true;
    }

    private TimeSpan? Missed(Sample sample)
    {
        if (!witnesses.TryGetValue(sample.Of, out var witness))
            witnesses[sample.Of] = witness = new();
        return witness.Take(sample, rule.After);
    }

    // What comes slowly can not be missed as soon as what comes each second.
    private TimeSpan Allowed(TimeSpan every) => Staleness.SilentAfter(every, staleness) is var silent && silent > rule.After ? silent : rule.After;

    /// <summary>Another signal, held only against itself: two devices may be late by different times.</summary>
    private sealed class Witness
    {
        private Newest? newest;
        private DateTimeOffset? since;
        private TimeSpan? every;

        /// <summary>The number came again. Only a value of that very time can be known not to lie before it.</summary>
        public void Restart(DateTimeOffset at) => since = newest?.At == at ? at : null;

        /// <summary>For how long this signal has gone on without the number; null when that can not be said.</summary>
        public TimeSpan? Take(Sample sample, TimeSpan pause)
        {
            if (Newest.With(newest, sample) is not { } next)
                return null;
            var at = sample.At;
            var gap = at - newest?.At;
            if (gap < TimeSpan.Zero)
                since = null;
            // After a pause of its own it has witnessed nothing of what was before.
            if (gap > pause && gap > every * 2)
                since = null;
            every = Staleness.Pace(every, gap);
            newest = next;
            since ??= at;
            return at - since;
        }
    }
}
