using System.Globalization;
using System.Threading.Channels;

namespace Mooring.Web.Live;

/// <summary>A numbered event, ready to be sent.</summary>
internal sealed record Numbered(string Id, LiveEvent Event);

/// <summary>
/// All who watch one subject, and what they were last shown. Who comes, or comes back, is shown everything at once: no
/// history is kept, so a gap can only ever end in the present.
/// </summary>
internal sealed class Subscribers
{
    // A watcher who can not follow is let go; it comes back and is shown the present.
    private const int MostWaiting = 256;

    private readonly string name = Guid.CreateVersion7().ToString("N", CultureInfo.InvariantCulture)[^12..];
    private readonly Lock gate = new();
    private readonly List<Channel<Numbered>> watchers = [];
    private Snapshot? shown;
    private long number;

    public int Count
    {
        get
        {
            lock (gate)
                return watchers.Count;
        }
    }

    /// <summary>Whose charts the watchers were shown last.</summary>
    public IReadOnlyList<Guid> Patients
    {
        get
        {
            lock (gate)
                return shown?.Patients ?? [];
        }
    }

    public Channel<Numbered> Join()
    {
        var watcher = Channel.CreateBounded<Numbered>(MostWaiting);
        lock (gate)
        {
            watchers.Add(watcher);
            foreach (var fragment in shown is null ? [] : All(shown))
                watcher.Writer.TryWrite(Next(LiveRoom.Fragment(fragment)));
        }

        return watcher;
    }

    public void Leave(Channel<Numbered> watcher)
    {
        lock (gate)
            watchers.Remove(watcher);
    }

    public void Show(Snapshot picture, IReadOnlyList<LiveEvent> events)
    {
        lock (gate)
        {
            var before = shown;
            shown = picture;
            var changed = before is null || (picture.Whole is not null && before.Shape != picture.Shape)
                ? All(picture)
                : picture.Parts.Except(before.Parts);
            foreach (var one in changed.Select(LiveRoom.Fragment).Concat(events))
                Send(one);
        }
    }

    public void Say(LiveEvent one)
    {
        lock (gate)
            Send(one);
    }

    private static IEnumerable<Fragment> All(Snapshot picture) => picture.Whole is { } whole
        ? [whole, .. picture.Parts.Where(part => !whole.Html.Contains($"id=\"{part.Target}\"", StringComparison.Ordinal))]
        : picture.Parts;

    private void Send(LiveEvent one)
    {
        var next = Next(one);
        foreach (var watcher in watchers.Where(watcher => !watcher.Writer.TryWrite(next)))
            watcher.Writer.TryComplete();
    }

    private Numbered Next(LiveEvent one) => new($"{name}-{(++number).ToString(CultureInfo.InvariantCulture)}", one);
}
