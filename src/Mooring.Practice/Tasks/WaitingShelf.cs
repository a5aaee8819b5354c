using System.Collections.Concurrent;
using Mooring.Clinical;
using Mooring.Storage.Audit;

namespace Mooring.Practice.Tasks;

/// <summary>
/// How much waits for each person, for the menu of every page. Counted anew once this server kept something, and after a
/// short while in any case, because another server may have kept something too.
/// </summary>
public sealed class WaitingShelf(SaveCount saves)
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(15);

    private readonly ConcurrentDictionary<(Id<Clinic> Clinic, Guid Person), (long Edition, DateTimeOffset At, int Count)> counts = new();

    /// <summary>Take it before counting: what is kept meanwhile makes the count old at once.</summary>
    public long Edition => saves.Edition;

    public void Keep(Id<Clinic> clinic, Guid person, long asOf, DateTimeOffset now, int count) => counts[(clinic, person)] = (asOf, now, count);

    /// <summary>Null when it must be counted.</summary>
    public int? Find(Id<Clinic> clinic, Guid person, DateTimeOffset now) =>
        counts.TryGetValue((clinic, person), out var kept) && kept.Edition == Edition && (now - kept.At).Duration() < Longest ? kept.Count : null;
}
