using System.Net;

namespace Mooring.Devices.Mllp;

/// <summary>Says once a minute how many connections of an address found no place: ten thousand are one line, not ten thousand.</summary>
internal sealed class RefusedConnections(TimeProvider clock)
{
    private static readonly TimeSpan Between = TimeSpan.FromMinutes(1);
    private const int MostAddresses = 1000;

    private readonly Dictionary<IPAddress, (long SaidAt, int Since)> counts = [];

    /// <summary>The sentence to say; null when it was said a moment ago.</summary>
    public string? Count(IPAddress address)
    {
        if (counts.TryGetValue(address, out var before) && clock.GetElapsedTime(before.SaidAt) < Between)
        {
            counts[address] = before with { Since = before.Since + 1 };
            return null;
        }

        if (counts.Count >= MostAddresses)
            counts.Clear();
        counts[address] = (clock.GetTimestamp(), 0);
        var more = before.Since == 0 ? "" : FormattableString.Invariant($" {before.Since} more were refused since it was last said.");
        return $"Refused: no place is free for this address. Those of devices that the clinic knows are kept.{more}";
    }
}
