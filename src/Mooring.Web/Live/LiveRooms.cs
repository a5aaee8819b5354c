using System.Threading.Channels;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Mooring.Storage.Changes;

namespace Mooring.Web.Live;

/// <summary>The subjects that are watched now. The first watcher opens a room, the last one closes it.</summary>
internal sealed class LiveRooms(ChangeFeed feed, IServiceScopeFactory scopes, TimeProvider clock, ILogger<LiveRoom> log)
{
    private readonly Lock gate = new();
    private readonly Dictionary<LiveSubject, (LiveRoom Room, CancellationTokenSource Stop)> open = [];

    /// <summary>How many streams are open.</summary>
    public int Watchers
    {
        get
        {
            lock (gate)
                return open.Values.Sum(place => place.Room.Audience.Count);
        }
    }

    public Subscription Enter(LiveSubject subject)
    {
        lock (gate)
        {
            if (!open.TryGetValue(subject, out var place))
            {
                place = (new LiveRoom(subject, feed, scopes, clock, log), new CancellationTokenSource());
                open[subject] = place;
                _ = Task.Run(() => place.Room.Run(place.Stop.Token));
            }

            var watcher = place.Room.Audience.Join();
            return new(watcher.Reader, () => place.Room.Audience.Patients, () => Leave(subject, place.Room, watcher));
        }
    }

    private void Leave(LiveSubject subject, LiveRoom room, Channel<Numbered> watcher)
    {
        lock (gate)
        {
            room.Audience.Leave(watcher);
            if (room.Audience.Count > 0 || !open.Remove(subject, out var place))
                return;
            place.Stop.Cancel();
            place.Stop.Dispose();
        }
    }
}

/// <summary>A watcher's place: what they hear, until they leave.</summary>
internal sealed class Subscription(ChannelReader<Numbered> events, Func<IReadOnlyList<Guid>> patients, Action leave) : IDisposable
{
    public ChannelReader<Numbered> Events => events;

    /// <summary>Whose charts were shown last.</summary>
    public IReadOnlyList<Guid> Patients => patients();

    public void Dispose() => leave();
}
