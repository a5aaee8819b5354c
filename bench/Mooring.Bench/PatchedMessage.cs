using System.Globalization;
using System.Text;
using Mooring.Devices.Mllp;
using Mooring.Devices.Simulator;

namespace Mooring.Bench;

/// <summary>
/// A framed message of one monitor, six signals and their device lines, composed once. Before each sending only its
/// control id, its times and one number are written over: the sender must not cost more than what it measures.
/// </summary>
internal sealed class PatchedMessage
{
    private const string Id = "ID0000000000";
    private const int Rate = 888;
    private static readonly DateTimeOffset Time = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly List<int> ids;
    private readonly List<int> times;
    private readonly List<int> rates;

    public PatchedMessage(MonitorIdentity from)
    {
        Framed = Frame.Wrap(MonitorMessage.Compose(from, new(Rate, 97, 72, 14, 38, 36.6, 120, 75), null, Id, Time));
        ids = [.. Places(Id)];
        times = [.. Places("20260101000000.000")];
        rates = [.. Places("|888|")];
        if (ids.Count == 0 || times.Count == 0 || rates.Count != 1)
            throw new InvalidOperationException("The composed message no longer has its id, time and rate where they are looked for.");
    }

    public byte[] Framed { get; }

    public void Write(long id, DateTimeOffset at, int rate)
    {
        foreach (var place in ids)
            Put(place + 2, id.ToString("D10", CultureInfo.InvariantCulture));
        var time = at.UtcDateTime.ToString("yyyyMMddHHmmss.fff", CultureInfo.InvariantCulture);
        foreach (var place in times)
            Put(place, time);
        Put(rates[0] + 1, rate.ToString("D3", CultureInfo.InvariantCulture));
    }

    private IEnumerable<int> Places(string text)
    {
        var (bytes, from) = (Encoding.ASCII.GetBytes(text), 0);
        while (Framed.AsSpan(from).IndexOf(bytes) is >= 0 and var found)
        {
            yield return from + found;
            from += found + 1;
        }
    }

    private void Put(int at, string text) => Encoding.ASCII.GetBytes(text, Framed.AsSpan(at));
}
