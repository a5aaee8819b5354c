using System.Collections.Concurrent;
using System.Threading.Channels;
using Mooring.Clinical;
using Mooring.Clinical.Sessions;

namespace Mooring.Storage.Changes;

/// <summary>Something that a live page shows has changed.</summary>
/// <param name="Clinic">Whose: a watcher of another clinic never hears of it.</param>
/// <param name="Session">Which session; null when the board as a whole changed, such as a device without a chair.</param>
/// <param name="IsTelemetry">New values from a device, rather than something somebody entered.</param>
public sealed record Change(Id<Clinic> Clinic, Id<Session>? Session, bool IsTelemetry)
{
    /// <summary>An older value was corrected or withdrawn: a chart must be drawn anew.</summary>
    public bool IsRewritten { get; init; }
}

/// <summary>
/// Tells live pages that they must look again. A change carries no content: the page reads what is kept, so what it
/// shows is never ahead of what was committed, and a lost message costs nothing but the next one's delay.
/// </summary>
public sealed class ChangeFeed
{
    // A watcher that is slow misses repetitions, not changes: one waiting message is enough to make it look again.
    private const int Waiting = 256;

    private readonly ConcurrentDictionary<Guid, Watcher> watchers = new();

    /// <summary>Hears everything this server says, to tell other servers; nobody by default.</summary>
    internal Action<Change> Echo { get; set; } = _ => { };

    public void Publish(Change change)
    {
        Repeat(change);
        Echo(change);
    }

    /// <summary>Tells the watchers here what another server has said.</summary>
    internal void Repeat(Change change)
    {
        foreach (var watcher in watchers.Values)
        {
            if (watcher.Wants(change))
                watcher.Channel.Writer.TryWrite(change);
        }
    }

    /// <summary>Watches until disposed.</summary>
    public ChangeSubscription Subscribe(Func<Change, bool> wants)
    {
        var channel = Channel.CreateBounded<Change>(new BoundedChannelOptions(Waiting) { FullMode = BoundedChannelFullMode.DropOldest });
        var key = Guid.CreateVersion7();
        watchers[key] = new(wants, channel);
        return new(channel.Reader, () => watchers.TryRemove(key, out _));
    }

    private sealed record Watcher(Func<Change, bool> Wants, Channel<Change> Channel);
}

/// <summary>A live page's ear.</summary>
public sealed class ChangeSubscription(ChannelReader<Change> changes, Action leave) : IDisposable
{
    public ChannelReader<Change> Changes => changes;

    public void Dispose() => leave();
}
