using Mooring.Clinical;

namespace Mooring.Storage.Telemetry;

/// <summary>Two senders name one device at once.</summary>
/// <param name="Device">As it is named.</param>
/// <param name="Senders">Where from, the one heard last first.</param>
public sealed record DisputedDevice(string Device, IReadOnlyList<string> Senders);

/// <summary>What to do about a message's claim to its device.</summary>
/// <param name="IsDisputed">Another live sender names it too: what both say is kept, and marked.</param>
/// <param name="IsNews">It was not so before.</param>
/// <param name="Left">Connections that this sender may have left behind: to be closed when they stay silent for that long.</param>
public sealed record Claim(bool IsDisputed, bool IsNews, IReadOnlyList<long> Left, TimeSpan SilentFor, IReadOnlyList<string> Senders);

/// <summary>
/// Who speaks for each device, in memory; after a restart from what was kept of late. A sender that connects anew takes
/// over at once, and one may use several connections in turn. While two live ones name the same device, nobody here can
/// know which is right.
/// </summary>
public sealed class DeviceClaims
{
    /// <summary>A sender whose connection is open and that has been silent for longer is gone.</summary>
    public static readonly TimeSpan Live = TimeSpan.FromMinutes(10);

    private const int Most = 5000;
    private readonly Dictionary<(Id<Clinic> Clinic, string Device), List<Claimant>> known = [];
    private readonly Dictionary<long, DateTimeOffset> heard = [];
    private readonly Lock turn = new();

    /// <summary>A message with values of this device has come.</summary>
    /// <param name="sender">Who sent it: its address and the names it gives itself.</param>
    /// <param name="values">Its final values, each with what was observed when.</param>
    public Claim Take(Id<Clinic> clinic, string device, string sender, long connection, IReadOnlyList<(string Slot, double Value)> values, DateTimeOffset now)
    {
        lock (turn)
        {
            if (known.Count > Most)
                known.Clear();
            var claimants = Of(clinic, device);
            var before = IsDisputed(claimants, now);
            claimants.RemoveAll(one => !one.IsLive(now));
            var mine = claimants.Find(one => one.Sender == sender);
            if (mine is null)
                claimants.Add(mine = new(sender));
            var left = mine.HeardOn(connection, values, now);
            var isDisputed = IsDisputed(claimants, now);
            return new(isDisputed, isDisputed && !before, left, mine.SilentFor, Senders(claimants, now));
        }
    }

    /// <summary>A message of any kind has come over a connection.</summary>
    public void Heard(long connection, DateTimeOffset now)
    {
        lock (turn)
            heard[connection] = now;
    }

    /// <summary>Whether anything came over a connection after this.</summary>
    public bool IsHeardAfter(long connection, DateTimeOffset then)
    {
        lock (turn)
            return heard.TryGetValue(connection, out var last) && last > then;
    }

    public void Closed(long connection)
    {
        lock (turn)
        {
            if (!heard.Remove(connection))
                return;
            foreach (var claimant in known.Values.SelectMany(claimants => claimants))
                claimant.Closed(connection);
        }
    }

    /// <summary>Null when one sender at most speaks for it.</summary>
    public DisputedDevice? Of(Id<Clinic> clinic, string device, DateTimeOffset now)
    {
        lock (turn)
            return known.TryGetValue((clinic, device), out var claimants) && IsDisputed(claimants, now) ? new(device, Senders(claimants, now)) : null;
    }

    /// <summary>It was heard then, before this server started.</summary>
    internal void Remember(Id<Clinic> clinic, string device, string sender, DateTimeOffset heardAt)
    {
        lock (turn)
            Of(clinic, device).Add(Claimant.FromBefore(sender, heardAt));
    }

    private List<Claimant> Of(Id<Clinic> clinic, string device)
    {
        if (!known.TryGetValue((clinic, device), out var claimants))
            known[(clinic, device)] = claimants = [];
        return claimants;
    }

    private static bool IsDisputed(List<Claimant> claimants, DateTimeOffset now) =>
        claimants.Count(one => one.IsLive(now)) > 1 || claimants.Exists(one => one.IsLive(now) && one.IsContradicted(now));

    private static IReadOnlyList<string> Senders(List<Claimant> claimants, DateTimeOffset now) =>
        [.. claimants.OrderByDescending(one => one.HeardAt).SelectMany(one => one.IsContradicted(now) ? new[] { one.Sender, $"{one.Sender} over another connection" } : [one.Sender])];
}
