using System.Net;

namespace Mooring.Devices.Mllp;

/// <summary>
/// Who may connect. Addresses from which a known device has spoken have places of their own; strangers share a few. Where all
/// are taken, the oldest connection over which no known device has spoken gives way, so that silence holds no place.
/// </summary>
public sealed class ConnectionPlaces(MllpLimits limits, TimeProvider clock)
{
    // More than any clinic has.
    private const int MostAddresses = 5000;

    private readonly Lock turn = new();
    private readonly Dictionary<long, Place> taken = [];
    private readonly Dictionary<IPAddress, int> counts = [];
    // What runs on this machine itself, such as a forwarder for all monitors, is no stranger.
    private readonly HashSet<IPAddress> known = [IPAddress.Loopback, IPAddress.IPv6Loopback];
    private int strangers;

    /// <summary>Whether this connection has a place.</summary>
    /// <param name="givesWay">One that has to be closed for it; null when none has.</param>
    public bool Take(long connection, IPAddress address, out long? givesWay)
    {
        lock (turn)
        {
            givesWay = null;
            var isKnown = known.Contains(address);
            if (Full(address, isKnown) is { } among)
            {
                givesWay = Oldest(among);
                if (givesWay is not { } one)
                    return false;
                Free(one);
            }

            taken[connection] = new(address, clock.GetTimestamp(), isKnown);
            counts[address] = counts.GetValueOrDefault(address) + 1;
            strangers += isKnown ? 0 : 1;
            return true;
        }
    }

    /// <summary>A known device has spoken over it: it holds its place, and so does its address from now on.</summary>
    public void Proved(long connection)
    {
        lock (turn)
        {
            if (!taken.TryGetValue(connection, out var place) || place.IsProved)
                return;
            place.IsProved = true;
            Know(place.Address);
        }
    }

    /// <summary>A known device has spoken from there, before this server started.</summary>
    public void Remember(IPAddress address)
    {
        lock (turn)
            Know(address);
    }

    public void Left(long connection)
    {
        lock (turn)
            Free(connection);
    }

    private void Know(IPAddress address)
    {
        if (known.Count >= MostAddresses || !known.Add(address))
            return;
        foreach (var place in taken.Values.Where(place => !place.IsOfKnown && place.Address.Equals(address)))
        {
            place.IsOfKnown = true;
            strangers--;
        }
    }

    // Among which connections one has to give way; null while a place is free.
    private Func<Place, bool>? Full(IPAddress address, bool isKnown)
    {
        if (counts.GetValueOrDefault(address) >= (isKnown ? limits.MostOfKnown : limits.MostOfStranger))
            return place => place.Address.Equals(address);
        if (!isKnown && strangers >= limits.MostOfStrangers)
            return place => !place.IsOfKnown;
        return taken.Count >= limits.MostConnections ? _ => true : null;
    }

    private long? Oldest(Func<Place, bool> among)
    {
        var silent = taken.Where(one => !one.Value.IsProved && among(one.Value) && clock.GetElapsedTime(one.Value.Since) >= limits.GivesWayAfter).ToList();
        return silent.Count == 0 ? null : silent.MinBy(one => one.Value.Since).Key;
    }

    private void Free(long connection)
    {
        if (!taken.Remove(connection, out var place))
            return;
        strangers -= place.IsOfKnown ? 0 : 1;
        if (--counts[place.Address] == 0)
            counts.Remove(place.Address);
    }

    private sealed class Place(IPAddress address, long since, bool isOfKnown)
    {
        public IPAddress Address => address;

        public long Since => since;

        public bool IsOfKnown { get; set; } = isOfKnown;

        public bool IsProved { get; set; }
    }
}
