using Mooring.Clinical.Monitoring;

namespace Mooring.Clinical.Watching;

/// <summary>One measurement held against its limits, value after value. Hysteresis and delay live here.</summary>
internal sealed class SignTrack(IReadOnlyList<Limit> limits, double? baseline, SignalRule? rule, TimeSpan? unbroken)
{
    private readonly State[] states = [.. limits.Select(limit => new State(limit))];
    private Newest? last;

    /// <summary>The limits that stand as passed, with the last value that lay beyond each.</summary>
    public IEnumerable<Exceeded> Beyond => states.Where(state => state.IsRaised).Select(state => state.Newest!);

    /// <summary>Takes the next value. One that is not newer than the last says nothing about now.</summary>
    public bool Take(Sample sample)
    {
        if (Newest.With(last, sample) is not { } newest)
            return false;
        var isGap = last is not { } before || (unbroken is { } most && (sample.At - before.At).Duration() > most);
        last = newest;
        var persists = sample.IsDevice ? rule?.Persists ?? TimeSpan.Zero : TimeSpan.Zero;
        foreach (var state in states)
            state.Take(sample, baseline, rule?.Margin.Value ?? 0, persists, isGap);
        return true;
    }

    private sealed class State(Limit limit)
    {
        private DateTimeOffset? since;

        public bool IsRaised { get; private set; }

        public Exceeded? Newest { get; private set; }

        public void Take(Sample sample, double? baseline, double margin, TimeSpan persists, bool isGap)
        {
            var turns = IsRaised
                ? limit.Bound.IsClear(sample.Value, baseline, margin)
                : limit.Bound.Passed(sample.Value, baseline) == Finding.Met;
            // A value that is back within says nothing of what crossed, even while the limit still stands as passed.
            if (limit.Bound.Passed(sample.Value, baseline) == Finding.Met)
                Newest = new(limit, sample.Value, sample.At, baseline, sample.IsDevice) { IsReadOff = sample.IsReadOff };
            if (!turns)
            {
                since = null;
                return;
            }

            since = since <= sample.At ? since : sample.At;
            // After a silence, or at a slow pace, there is nothing to wait for: the one value is all we know.
            if (isGap || sample.At - since >= persists)
                (IsRaised, since) = (!IsRaised, null);
        }
    }
}
