using Mooring.Clinical.Monitoring;

namespace Mooring.Clinical.Watching;

public enum SignalTrouble
{
    /// <summary>It had been coming, and stopped.</summary>
    Stopped,

    /// <summary>It came, outside what can be.</summary>
    Implausible,

    /// <summary>It came dated later than it arrived, by more than is allowed: the device's clock is ahead.</summary>
    Misdated,
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
    private readonly Dictionary<string, (Newest Newest, TimeSpan? Every)> last = new(StringComparer.Ordinal);
    private readonly List<SignalGap> gaps = [];

    /// <summary>Whether the value may count as the patient's.</summary>
    public bool Take(Sample sample)
    {
        (Newest Newest, TimeSpan? Every)? before = last.TryGetValue(sample.Of, out var known) ? known : null;
        if (Newest.With(before?.Newest, sample) is not { } newest)
            return true;
        if (before is { Every: { } every, Newest.At: var silentFrom } && Silence(every) is { } silence && sample.At - silentFrom >= silence)
            Note(SignalTrouble.Stopped, sample.Of, silentFrom + silence, sample.At);
        last[sample.Of] = (newest, Pace(before?.Every, sample.At - before?.Newest.At));
        Lasting(SignalTrouble.Misdated, sample, sample.IsMisdated);

        var isPlausible = pack.Entry.Plausible.FirstOrDefault(range => range.Of == sample.Of) is not { } range
            || (sample.Value >= range.Low.Value && sample.Value <= range.High.Value);
        Lasting(SignalTrouble.Implausible, sample, !isPlausible);
        return isPlausible;
    }

    private void Lasting(SignalTrouble trouble, Sample sample, bool isSo)
    {
        var lasting = gaps.FindIndex(one => one.Trouble == trouble && one.Until is null && one.Of.Contains(sample.Of));
        if (isSo && lasting < 0)
            gaps.Add(new(trouble, [sample.Of], sample.At));
        if (!isSo && lasting >= 0)
            gaps[lasting] = gaps[lasting] with { Until = sample.At };
    }

    private static TimeSpan? Pace(TimeSpan? usual, TimeSpan? gap) =>
        gap is not { } apart || apart <= TimeSpan.Zero || apart > usual * 2 ? usual : apart;

    public IReadOnlyList<SignalGap> At(DateTimeOffset now)
    {
        var silent = last.Where(one => one.Value.Every is { } every && Silence(every) is { } most && (now - one.Value.Newest.At).Duration() >= most)
            .Select(one => (Of: one.Key, Since: one.Value.Newest.At + Silence(one.Value.Every!.Value)!.Value)).OrderBy(one => one.Since).ToList();
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
