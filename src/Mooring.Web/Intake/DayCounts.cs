using System.Net;
using Mooring.Devices.Mllp;

namespace Mooring.Web.Intake;

/// <summary>What each address has sent today, in memory: messages, bytes, and names that nobody knows.</summary>
internal sealed class DayCounts(MllpLimits limits)
{
    // More than any clinic has: then addresses or names are made up, and the day begins anew.
    private const int Most = 20_000;

    private readonly Lock turn = new();
    private readonly Dictionary<(IPAddress From, string? Device), (long Messages, long Bytes)> sent = [];
    private readonly Dictionary<IPAddress, HashSet<string>> fresh = [];
    private DateOnly day;

    /// <summary>Counts a message; why it is too much, or null.</summary>
    /// <param name="device">The known device that it names; null for a stranger's.</param>
    public string? Count(IPAddress from, string? device, int bytes, DateOnly today)
    {
        lock (turn)
        {
            Turn(today);
            var (messages, all) = sent.GetValueOrDefault((from, device));
            sent[(from, device)] = (messages + 1, all + bytes);
            var (mostMessages, mostBytes) = device is null ? (limits.StrangerMessagesADay, limits.StrangerBytesADay) : (limits.DeviceMessagesADay, limits.DeviceBytesADay);
            return messages >= mostMessages ? FormattableString.Invariant($"more than {mostMessages} messages in a day")
                : all + bytes > mostBytes ? FormattableString.Invariant($"more than {mostBytes} bytes in a day")
                : null;
        }
    }

    /// <summary>Those of these names that may wait for a person; the others are too many of a day.</summary>
    /// <param name="names">Names that nobody knows, and that do not wait yet.</param>
    /// <param name="waiting">How many wait already.</param>
    public IReadOnlyList<string> MayWait(IPAddress from, IReadOnlyList<string> names, int waiting, DateOnly today)
    {
        lock (turn)
        {
            Turn(today);
            if (!fresh.TryGetValue(from, out var mine))
                fresh[from] = mine = new(StringComparer.Ordinal);
            List<string> may = [];
            foreach (var name in names)
            {
                if (mine.Contains(name) || (mine.Count < limits.NewNamesADay && waiting + fresh.Values.Sum(one => one.Count) < limits.MostNamesWaiting && mine.Add(name)))
                    may.Add(name);
            }

            return may;
        }
    }

    private void Turn(DateOnly today)
    {
        if (today == day && sent.Count < Most && fresh.Count < Most)
            return;
        day = today;
        sent.Clear();
        fresh.Clear();
    }
}
