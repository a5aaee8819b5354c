using System.Globalization;
using System.Text;

namespace Mooring.Devices.Simulator;

/// <summary>
/// What a monitor sends, message by message: a function of its settings and of when it was switched on, so that the same
/// seed gives the same values however busy the machine is.
/// </summary>
public sealed class MonitorCourse(SimulatedMonitorSettings settings, DateTimeOffset started)
{
    private const int ShuffledTogether = 4;
    private static readonly TimeSpan WrongFrom = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan WrongUntil = TimeSpan.FromSeconds(60);

    private readonly Physiology patient = new(settings.Scenario, settings.Seed, settings.DoseAt);
    private readonly MonitorAlarms? alarms = settings.HasAlarms ? new(settings.Identity) : null;
    private readonly List<byte[]> held = [];
    private TimeSpan cuffDue;
    private long count;

    /// <summary>What goes out at this moment since the start: one message, several, or none yet.</summary>
    public IReadOnlyList<byte[]> At(TimeSpan elapsed)
    {
        var (at, id) = (started + elapsed, string.Create(CultureInfo.InvariantCulture, $"{started.ToUnixTimeSeconds():x}-{count}"));
        var message = MonitorMessage.Compose(Who(elapsed), patient.At(elapsed), Cuff(elapsed, at), id, at);
        if (settings.Scenario == Scenario.DirtyVendorValues)
            message = VendorDirt.Spoil(message, count);
        List<byte[]> sent = [.. settings.Scenario == Scenario.DuplicateAndReordered ? Shuffle(message) : [message]];
        if (settings.Pump is var (pump, identity) && count % 10 == 0)
            sent.Add(pump.Compose(identity, elapsed, id + "P", at));
        if (alarms is not null)
            sent.AddRange(alarms.At(elapsed, patient.At(elapsed), id, at));
        count++;
        return sent;
    }

    private MonitorIdentity Who(TimeSpan elapsed) => settings.Scenario == Scenario.WrongPatient && elapsed >= WrongFrom && elapsed < WrongUntil
        ? settings.Identity with { Patient = "SIM-ANOTHER" }
        : settings.Identity;

    private CuffReading? Cuff(TimeSpan elapsed, DateTimeOffset at)
    {
        if (elapsed < cuffDue)
            return null;
        var isSecond = cuffDue > TimeSpan.Zero;
        cuffDue += settings.CuffEvery;
        var signs = patient.At(elapsed);
        var cuff = new CuffReading(signs.Systolic, signs.Diastolic, Math.Round(signs.MeanPressure), at);
        return settings.Scenario == Scenario.DirtyVendorValues && isSecond ? VendorDirt.UpsideDown(cuff) : cuff;
    }

    // The first again as it was, the second again under another id, and all of them in an order that the seed decides.
    private IEnumerable<byte[]> Shuffle(byte[] message)
    {
        held.Add(message);
        if (held.Count < ShuffledTogether)
            return [];
        List<byte[]> all = [.. held, held[0], Renamed(held[1])];
        held.Clear();
        return all.Select((bytes, index) => (bytes, Order: Mixed(count, index))).OrderBy(one => one.Order).Select(one => one.bytes);
    }

    private static byte[] Renamed(byte[] message)
    {
        var lines = Encoding.UTF8.GetString(message).Split('\r');
        var header = lines[0].Split('|');
        header[9] += "R";
        lines[0] = string.Join('|', header);
        return Encoding.UTF8.GetBytes(string.Join('\r', lines));
    }

    private uint Mixed(long moment, int index)
    {
        unchecked
        {
            var x = ((uint)settings.Seed * 0x9E3779B9u) ^ ((uint)moment * 0x85EBCA6Bu) ^ ((uint)(index + 1) * 0xC2B2AE35u);
            x = (x ^ (x >> 16)) * 0x7FEB352Du;
            return x ^ (x >> 15);
        }
    }
}
