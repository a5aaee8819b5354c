using System.Collections.Concurrent;
using System.Net;

namespace Mooring.Practice.Devices;

/// <summary>The addresses from which the clinic's devices spoke before this server started: their places are kept.</summary>
public sealed class HeardAddresses
{
    private readonly ConcurrentDictionary<IPAddress, bool> known = new();

    public IReadOnlyList<IPAddress> All => [.. known.Keys];

    /// <param name="source">A sender, as its messages are kept under: its address stands first.</param>
    internal void Remember(string source)
    {
        if (IPAddress.TryParse(source.Split('|')[0], out var address))
            known[address] = true;
    }
}
