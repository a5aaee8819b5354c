using System.Collections.Concurrent;
using Mooring.Clinical;
using Mooring.Clinical.Vitals;
using Mooring.Content.Library;

namespace Mooring.Practice.Devices;

/// <summary>What is known of a device's link since this server started.</summary>
/// <param name="LastMessageAt">When its last message arrived.</param>
/// <param name="PerMinute">Messages a minute of late.</param>
/// <param name="From">The address it comes from.</param>
public sealed record DeviceLink(DateTimeOffset LastMessageAt, double PerMinute, string From)
{
    /// <summary>Its connection is open; that says nothing about whether it still sends.</summary>
    public required bool IsConnected { get; init; }

    /// <summary>Why the connection ended; null while it is open.</summary>
    public string? Closed { get; init; }

    /// <summary>How far its clock is ahead of ours, negative when behind; null until enough messages have come.</summary>
    public TimeSpan? ClockOffset { get; init; }

    /// <summary>Whether its clock is off by more than the clinic allows.</summary>
    public Finding ClockIsOff { get; init; }
}

/// <summary>A message as the gateway heard it.</summary>
/// <param name="Connection">Counts connections since the start.</param>
/// <param name="SentAt">The time of the message itself; null when it has none that can be read.</param>
public sealed record HeardMessage(long Connection, string From, IReadOnlyList<string> Devices, DateTimeOffset? SentAt, DateTimeOffset ReceivedAt);

/// <summary>The devices' links as they are now, in memory: nothing of it is a fact about a patient.</summary>
public sealed class DeviceTraffic(ClinicalLibrary library)
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(2);

    // After a day of silence a link says nothing that the last value in the database does not say.
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(1);
    private static readonly TimeSpan Between = TimeSpan.FromHours(1);

    // More than any clinic has: then names are made up, and everything is forgotten until it is heard again.
    private const int Most = 5000;

    private readonly ConcurrentDictionary<(Id<Clinic> Clinic, string Device), Known> known = new();
    private readonly ConcurrentDictionary<long, string?> connections = new();

    private long cleared;

    /// <summary>How many devices it remembers.</summary>
    public int Count => known.Count;

    public void Opened(long connection) => connections[connection] = null;

    public void Closed(long connection, string why)
    {
        connections.TryRemove(connection, out _);
        foreach (var device in known.Values.Where(device => device.Connection == connection))
            device.Closed = why;
    }

    public void Heard(Id<Clinic> clinic, HeardMessage message)
    {
        foreach (var name in message.Devices)
            known.GetOrAdd((clinic, name), _ => new(new ClockDrift(library.Sound().DeviceTerms!.Value.Clock))).Take(message);
        if (known.Count > Most)
            known.Clear();
        else if (Math.Abs(message.ReceivedAt.UtcTicks - Interlocked.Read(ref cleared)) >= Between.Ticks)
            Clear(message.ReceivedAt);
    }

    /// <summary>Null when it was not heard since this server started.</summary>
    public DeviceLink? Of(Id<Clinic> clinic, string device, DateTimeOffset now) =>
        known.TryGetValue((clinic, device), out var found) ? found.At(now, connections.ContainsKey(found.Connection)) : null;

    // A device that was taken away does not stay for as long as the server runs.
    private void Clear(DateTimeOffset now)
    {
        Interlocked.Exchange(ref cleared, now.UtcTicks);
        foreach (var device in known.Where(device => device.Value.IsSilentSince(now - Remembered)))
            known.TryRemove(device);
    }

    private sealed class Known(ClockDrift clock)
    {
        private readonly Lock turn = new();
        private readonly Queue<DateTimeOffset> received = new();
        private DateTimeOffset first;
        private string from = "";

        public long Connection { get; private set; }

        public string? Closed { get; set; }

        public bool IsSilentSince(DateTimeOffset then)
        {
            lock (turn)
                return received.Count > 0 && received.Last() < then;
        }

        public void Take(HeardMessage message)
        {
            lock (turn)
            {
                if (received.Count == 0 && first == default)
                    first = message.ReceivedAt;
                (Connection, from, Closed) = (message.Connection, message.From, null);
                received.Enqueue(message.ReceivedAt);
                while (received.Count > 1 && message.ReceivedAt - received.Peek() > Window)
                    received.Dequeue();
                if (message.SentAt is { } sent)
                    clock.Take(sent, message.ReceivedAt);
            }
        }

        public DeviceLink At(DateTimeOffset now, bool isConnected)
        {
            lock (turn)
            {
                // Over two minutes, or since it was first heard, and never over less than the seconds a rate needs.
                var over = now - first < Window ? now - first : Window;
                var recent = received.Count(at => now - at <= Window);
                var rate = over < TimeSpan.FromSeconds(10) ? recent * (60 / 10.0) : recent / over.TotalMinutes;
                return new(received.Last(), rate, from)
                {
                    IsConnected = isConnected,
                    Closed = Closed,
                    ClockOffset = clock.Offset,
                    ClockIsOff = clock.IsOff,
                };
            }
        }
    }
}
