using System.Collections.Concurrent;
using Mooring.Clinical;
using Mooring.Clinical.Sessions;
using Mooring.Clinical.Vitals;

namespace Mooring.Storage.Telemetry;

/// <summary>A value as it was just filed.</summary>
public sealed record LatestReading(
    Guid Id, VitalSign Sign, double? Value, DateTimeOffset At, DateTimeOffset ReceivedAt, ValueStatus Status, string Device, Id<Session>? Session)
{
    /// <summary>The code as sent, with its system: one sign may come by several ways.</summary>
    public required string Code { get; init; }

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
    private readonly ConcurrentDictionary<(Id<Clinic> Clinic, string Device), LatestReading> byDevice = new();

    internal void Take(Id<Clinic> clinic, LatestReading reading)
    {
        byDevice.AddOrUpdate((clinic, reading.Device), reading, (_, old) => reading.ReceivedAt >= old.ReceivedAt ? reading : old);
        if (reading.Session is { } session)
            bySession.AddOrUpdate((session, reading.Sign.Code), reading, (_, old) => Newer(old, reading));
    }

    /// <summary>Takes these for all that is known of a session: one of its values was corrected or taken back.</summary>
    internal void Replace(Id<Session> session, IReadOnlyList<LatestReading> newest)
    {
        var folded = newest.GroupBy(reading => reading.Sign.Code).ToDictionary(readings => readings.Key, readings => readings.Aggregate(Newer));
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

    /// <summary>When a device was last heard with a value.</summary>
    public LatestReading? Of(Id<Clinic> clinic, string device) => byDevice.GetValueOrDefault((clinic, device));

    /// <summary>Everything known of a session, for its page.</summary>
    public IEnumerable<LatestReading> Of(Id<Session> session) => VitalSign.All.Select(sign => Of(session, sign)).OfType<LatestReading>();

    // A value that arrives late belongs to its own time and must not pass for the present. Of two at one time the first
    // code stands: the heart rate of the ECG (147842) sorts before the pulse of the oximeter (149530).
    private static LatestReading Newer(LatestReading old, LatestReading reading) =>
        reading.At > old.At ? reading with { Every = Every(old.Every, reading.At - old.At) }
        : reading.At == old.At && string.CompareOrdinal(reading.Code, old.Code) <= 0 ? reading with { Every = old.Every }
        : old;

    // A silence is not a slower pace: a gap counts for twice the usual at most.
    private static TimeSpan Every(TimeSpan? usual, TimeSpan gap) => usual is { } before && gap > before * 2 ? before * 2 : gap;
}
