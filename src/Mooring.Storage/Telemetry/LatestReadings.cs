using System.Collections.Concurrent;
using Mooring.Clinical;
using Mooring.Clinical.Sessions;
using Mooring.Clinical.Vitals;
using Mooring.Clinical.Watching;

namespace Mooring.Storage.Telemetry;

/// <summary>A value as it was just filed.</summary>
/// <param name="Id">Of two values, the one that arrived later has the higher id.</param>
/// <param name="At">When it was measured, by this server's clock: never later than it arrived.</param>
public sealed record LatestReading(
    Guid Id, VitalSign Sign, double? Value, DateTimeOffset At, DateTimeOffset ReceivedAt, ValueStatus Status, string Device, Id<Session>? Session)
{
    /// <summary>The code as sent, with its system: one sign may come by several ways.</summary>
    public required string Code { get; init; }

    /// <summary>When it was measured, by the device's own clock.</summary>
    public required DateTimeOffset SaidAt { get; init; }

    /// <summary>Dated later than it arrived, by more than the table allows: shown, and never charted by a tap.</summary>
    public bool IsMisdated { get; init; }

    /// <summary>Dated later than it arrived at all: what comes next is newer, however it is dated.</summary>
    public bool IsAhead => SaidAt > ReceivedAt;

    /// <summary>What is measured later than this is newer.</summary>
    internal DateTimeOffset Rank { get; init; } = At;

    /// <summary>How often this value has been coming; null after only one.</summary>
    public TimeSpan? Every { get; init; }
}

/// <summary>
/// The newest value of each sign, by session and by device, in memory: what a live page shows between two looks at the
/// database. Filled only after a commit, and from the database when the server starts.
/// </summary>
public sealed class LatestReadings
{
    private readonly ConcurrentDictionary<(Id<Session> Session, string Sign), LatestReading> bySession = new();
    private readonly ConcurrentDictionary<Id<Session>, LatestReading> arrived = new();
    private readonly ConcurrentDictionary<(Id<Clinic> Clinic, string Device), LatestReading> byDevice = new();

    internal void Take(Id<Clinic> clinic, LatestReading reading)
    {
        // They come in the order in which they arrived, also when the server's clock was put back.
        byDevice[(clinic, reading.Device)] = reading;
        if (reading.Session is not { } session)
            return;
        arrived[session] = reading;
        bySession.AddOrUpdate((session, reading.Sign.Code), _ => Newer(null, reading), (_, old) => Newer(old, reading));
    }

    /// <summary>Takes these for all that is known of a session: one of its values was corrected or taken back.</summary>
    internal void Replace(Id<Session> session, IReadOnlyList<LatestReading> newest)
    {
        var folded = newest.GroupBy(reading => reading.Sign.Code).ToDictionary(readings => readings.Key, readings => readings.OrderBy(reading => reading.Id).Aggregate(default(LatestReading), Newer)!);
        if (newest.MaxBy(reading => reading.Id) is { } last)
            arrived[session] = last;
        foreach (var sign in VitalSign.All)
        {
            if (folded.TryGetValue(sign.Code, out var reading))
                bySession[(session, sign.Code)] = reading;
            else
                bySession.TryRemove((session, sign.Code), out _);
        }
    }

    /// <summary>The newest value of a sign that may be shown as current; null when none has come.</summary>
    public LatestReading? Of(Id<Session> session, VitalSign sign) =>
        bySession.TryGetValue((session, sign.Code), out var reading) && reading.Status != ValueStatus.Withdrawn ? reading : null;

    /// <summary>What arrived last of a session, whatever its time; null when nothing has come.</summary>
    public LatestReading? Arrived(Id<Session> session) => arrived.GetValueOrDefault(session);

    /// <summary>When a device was last heard with a value.</summary>
    public LatestReading? Of(Id<Clinic> clinic, string device) => byDevice.GetValueOrDefault((clinic, device));

    /// <summary>Everything known of a session, for its page.</summary>
    public IEnumerable<LatestReading> Of(Id<Session> session) => VitalSign.All.Select(sign => Of(session, sign)).OfType<LatestReading>();

    private static LatestReading Newer(LatestReading? old, LatestReading reading)
    {
        if (old is null)
            return reading.IsAhead ? reading with { Rank = DateTimeOffset.MinValue } : reading;
        // Measured after this one arrived: the server's own clock was put back since.
        if (old.At > reading.ReceivedAt)
            return Newer(null, reading) with { Every = old.Every };
        // A value that arrives late belongs to its own time and must not pass for the present. Of two at one time the first
        // code stands: the heart rate of the ECG (147842) sorts before the pulse of the oximeter (149530).
        if (reading.At == old.At)
            return string.CompareOrdinal(reading.Code, old.Code) <= 0 ? reading with { Every = old.Every, Rank = old.Rank } : old;
        // What its own device measured later, and what arrived later, is newer: what waited at the device at first passes for new
        // until that device's clock is known.
        var isLater = reading.Device == old.Device && reading.SaidAt > old.SaidAt && !reading.IsAhead && !old.IsAhead;
        if (reading.At <= old.Rank && !isLater)
            return old;
        // One that is dated later than it arrived ranks as what it took the place of: the next to arrive is newer.
        return reading with { Every = Staleness.Pace(old.Every, reading.At - old.At), Rank = reading.IsAhead ? old.At : reading.At };
    }
}
