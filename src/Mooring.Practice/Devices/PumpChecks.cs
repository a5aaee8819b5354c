using System.Collections.Concurrent;
using Mooring.Clinical;
using Mooring.Clinical.Sessions;
using Mooring.Clinical.Sessions.Dosing;

namespace Mooring.Practice.Devices;

/// <summary>The last pump check of each session, so that a page that looks four times a second does not compare each time.</summary>
public sealed class PumpChecks
{
    private static readonly TimeSpan Good = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<Id<Session>, (DateTimeOffset At, long Seq, PumpCheck? Check)> known = new();
    private long cleared;

    /// <summary>How many sessions it remembers.</summary>
    public int Count => known.Count;

    /// <summary>The last answer while it is good, else a new one.</summary>
    public async Task<PumpCheck?> Of(Session session, DateTimeOffset now, Func<Task<PumpCheck?>> compare)
    {
        if (known.TryGetValue(session.Id, out var last) && last.Seq == session.LastSeq && IsGood(last.At, now))
            return last.Check;
        var check = await compare();
        if (Math.Abs(now.UtcTicks - Interlocked.Read(ref cleared)) >= Good.Ticks)
            Clear(now);
        known[session.Id] = (now, session.LastSeq, check);
        return check;
    }

    private static bool IsGood(DateTimeOffset at, DateTimeOffset now) => (now - at).Duration() < Good;

    // What is no longer good would be asked for anew in any case: nothing is lost with it, and closed sessions go.
    private void Clear(DateTimeOffset now)
    {
        Interlocked.Exchange(ref cleared, now.UtcTicks);
        foreach (var (session, last) in known)
        {
            if (!IsGood(last.At, now))
                known.TryRemove(new(session, last));
        }
    }
}
