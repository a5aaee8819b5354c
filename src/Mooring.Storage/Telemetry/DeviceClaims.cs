using Mooring.Clinical;

namespace Mooring.Storage.Telemetry;

/// <summary>Two senders name one device at once.</summary>
/// <param name="Device">As it is named.</param>
/// <param name="Senders">Where from, the one heard last first.</param>
public sealed record DisputedDevice(string Device, IReadOnlyList<string> Senders);

/// <summary>What to do about a message's claim to its device.</summary>
/// <param name="IsDisputed">Another live sender names it too: what both say is kept, and marked.</param>
/// <param name="IsNews">It was not so before.</param>
/// <param name="HalfOpen">The connection that its sender has left behind; null when there is none.</param>
public sealed record Claim(bool IsDisputed, bool IsNews, long? HalfOpen, IReadOnlyList<string> Senders);

/// <summary>
/// Who speaks for each device, in memory. A sender that connects anew takes over at once. While two live ones name the
/// same device, nobody here can know which is right.
/// </summary>
public sealed class DeviceClaims
{
    // A sender that has been silent for longer is gone, or its connection is closed by then.
    private static readonly TimeSpan Live = TimeSpan.FromMinutes(10);

    // One that comes back so often in this time is two.
    private const int MostTakeOvers = 3;
    private static readonly TimeSpan Lately = TimeSpan.FromMinutes(2);

    private const int Most = 5000;

    private readonly Dictionary<(Id<Clinic> Clinic, string Device), List<Claimant>> known = [];
    private readonly Lock turn = new();

    /// <summary>A message with values of this device has come.</summary>
    /// <param name="sender">Who sent it: its address and the names it gives itself.</param>
    public Claim Take(Id<Clinic> clinic, string device, string sender, long connection, DateTimeOffset now)
    {
        lock (turn)
        {
            if (known.Count > Most)
                known.Clear();
            if (!known.TryGetValue((clinic, device), out var claimants))
                known[(clinic, device)] = claimants = [];
            var before = IsDisputed(claimants, now);
            claimants.RemoveAll(one => (now - one.HeardAt).Duration() > Live);
            var mine = claimants.Find(one => one.Sender == sender);
            if (mine is null)
                claimants.Add(mine = new(sender, connection));
            var halfOpen = mine.HeardOn(connection, now);
            var isDisputed = IsDisputed(claimants, now);
            return new(isDisputed, isDisputed && !before, mine.ComesBackTooOften(now) ? null : halfOpen, Senders(claimants));
        }
    }

    /// <summary>Null when one sender at most speaks for it.</summary>
    public DisputedDevice? Of(Id<Clinic> clinic, string device, DateTimeOffset now)
    {
        lock (turn)
            return known.TryGetValue((clinic, device), out var claimants) && IsDisputed(claimants, now) ? new(device, Senders(claimants)) : null;
    }

    private static bool IsDisputed(List<Claimant> claimants, DateTimeOffset now) =>
        claimants.Count(one => (now - one.HeardAt).Duration() <= Live) > 1 || claimants.Exists(one => one.ComesBackTooOften(now));

    private static IReadOnlyList<string> Senders(List<Claimant> claimants) => [.. claimants.OrderByDescending(one => one.HeardAt).Select(one => one.Sender)];

    private sealed class Claimant(string sender, long connection)
    {
        private readonly Queue<DateTimeOffset> takeOvers = new();
        private long on = connection;

        public string Sender { get; } = sender;

        public DateTimeOffset HeardAt { get; private set; }

        public long? HeardOn(long connection, DateTimeOffset now)
        {
            HeardAt = now;
            if (connection == on)
                return null;
            var left = on;
            on = connection;
            takeOvers.Enqueue(now);
            if (takeOvers.Count > MostTakeOvers)
                takeOvers.Dequeue();
            return left;
        }

        public bool ComesBackTooOften(DateTimeOffset now) => takeOvers.Count == MostTakeOvers && (now - takeOvers.Peek()).Duration() < Lately;
    }
}
