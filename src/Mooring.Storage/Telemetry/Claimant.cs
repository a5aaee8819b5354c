namespace Mooring.Storage.Telemetry;

/// <summary>One sender that speaks for a device, over one connection or several in turn.</summary>
internal sealed class Claimant(string sender)
{
    // One that opens a connection for each message is there between two of them; else who has closed is gone.
    private static readonly TimeSpan LiveWhenClosed = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan LeastSilence = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan MostSilence = TimeSpan.FromMinutes(1);
    private const double Messages = 2.5;
    private const int Most = 200;
    private readonly HashSet<long> connections = [];
    private readonly Dictionary<string, (double Value, long Connection)> observed = new(StringComparer.Ordinal);
    private bool isFromBefore;
    private TimeSpan? every;
    private DateTimeOffset? contradictedAt;

    public string Sender { get; } = sender;
    public DateTimeOffset HeardAt { get; private set; }

    /// <summary>A connection of which nothing comes for so long is not one of several that are used in turn.</summary>
    public TimeSpan SilentFor => TimeSpan.FromTicks(Math.Clamp((long)((every ?? TimeSpan.Zero).Ticks * Messages), LeastSilence.Ticks, MostSilence.Ticks));

    /// <summary>Heard before this server started, over a connection that ended with it.</summary>
    public static Claimant FromBefore(string sender, DateTimeOffset heardAt) => new(sender) { HeardAt = heardAt, isFromBefore = true };

    public bool IsLive(DateTimeOffset now) => (now - HeardAt).Duration() <= (connections.Count > 0 || isFromBefore ? DeviceClaims.Live : LiveWhenClosed);

    /// <summary>Two connections said different things of one observation: they are two senders under one name.</summary>
    public bool IsContradicted(DateTimeOffset now) => contradictedAt is { } at && (now - at).Duration() <= DeviceClaims.Live;

    /// <summary>The other connections of this sender, when this one is new: it may have left them behind.</summary>
    public IReadOnlyList<long> HeardOn(long connection, IReadOnlyList<(string Slot, double Value)> values, DateTimeOffset now)
    {
        IReadOnlyList<long> left = connections.Contains(connection) ? [] : [.. connections];
        // A pause before a new connection says nothing of how often it sends, where that is known.
        if (HeardAt != default && !isFromBefore && (left.Count == 0 || every is null))
            every = (now - HeardAt).Duration();
        (HeardAt, isFromBefore) = (now, false);
        connections.Add(connection);
        foreach (var (slot, value) in values)
        {
            if (observed.TryGetValue(slot, out var before) && before.Connection != connection && !before.Value.Equals(value))
                contradictedAt = now;
            if (observed.Count > Most)
                observed.Clear();
            observed[slot] = (value, connection);
        }

        return left;
    }

    public void Closed(long connection) => connections.Remove(connection);
}
