using Mooring.Clinical.Sessions;

namespace Mooring.Clinical.Watching;

public enum SignalTrouble
{
    /// <summary>It had been coming, and stopped.</summary>
    Stopped,

    /// <summary>It came, outside what can be.</summary>
    Implausible,
}

/// <summary>A stretch in which a signal could not be relied on: a technical matter. Signals that stop together are one.</summary>
public sealed record SignalGap(SignalTrouble Trouble, IReadOnlyList<string> Of, DateTimeOffset Since)
{
    /// <summary>Null while it lasts.</summary>
    public DateTimeOffset? Until { get; init; }
}

/// <summary>Counts what went wrong with the signals, apart from the patient.</summary>
internal sealed class SignalWatch(MonitoringPack pack)
{
    private readonly Dictionary<string, (DateTimeOffset At, TimeSpan? Every)> last = new(StringComparer.Ordinal);
    private readonly List<SignalGap> gaps = [];

    /// <summary>Whether the value may count as the patient's.</summary>
    public bool Take(Sample sample)
    {
        var before = last.TryGetValue(sample.Of, out var known) ? known : default;
        if (sample.At <= before.At)
            return true;
        if (before.Every is { } every && Silence(every) is { } silence && sample.At - before.At >= silence)
            Note(SignalTrouble.Stopped, sample.Of, before.At + silence, sample.At);
        var gap = sample.At - before.At;
        last[sample.Of] = (sample.At, before.At == default ? null : before.Every is { } usual && gap > usual * 2 ? usual : gap);

        var isPlausible = pack.Entry.Plausible.FirstOrDefault(range => range.Of == sample.Of) is not { } range
            || (sample.Value >= range.Low.Value && sample.Value <= range.High.Value);
        var lasting = gaps.FindIndex(one => one is { Trouble: SignalTrouble.Implausible, Until: null } && one.Of.Contains(sample.Of));
        if (!isPlausible && lasting < 0)
            gaps.Add(new(SignalTrouble.Implausible, [sample.Of], sample.At));
        if (isPlausible && lasting >= 0)
            gaps[lasting] = gaps[lasting] with { Until = sample.At };
        return isPlausible;
    }

    public IReadOnlyList<SignalGap> At(DateTimeOffset now)
    {
        var silent = last.Where(one => one.Value.Every is { } every && Silence(every) is { } most && now - one.Value.At >= most)
            .Select(one => (Of: one.Key, Since: one.Value.At + Silence(one.Value.Every!.Value)!.Value)).OrderBy(one => one.Since).ToList();
        return silent.Count == 0 ? [.. gaps] : [.. gaps, new(SignalTrouble.Stopped, [.. silent.Select(one => one.Of)], silent[0].Since)];
    }

    // Only what comes all the time can be missed; a cuff measures when it is told to.
    private TimeSpan? Silence(TimeSpan every) => every <= pack.Staleness.FastUpTo ? pack.Staleness.SilentFast : null;

    // A cable that slips off stops several signals in the same breath.
    private void Note(SignalTrouble trouble, string of, DateTimeOffset since, DateTimeOffset until)
    {
        var same = gaps.FindIndex(gap => gap.Trouble == trouble && gap.Until is { } end && gap.Since <= until && end >= since);
        if (same < 0)
            gaps.Add(new(trouble, [of], since) { Until = until });
        else
            gaps[same] = gaps[same] with { Of = [.. gaps[same].Of.Union([of])], Since = since < gaps[same].Since ? since : gaps[same].Since, Until = until > gaps[same].Until ? until : gaps[same].Until };
    }
}
