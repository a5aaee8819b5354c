using Mooring.Clinical.Monitoring;
using Mooring.Clinical.Sessions;
using Mooring.Clinical.Sessions.Charting;
using Mooring.Clinical.Vitals;
using Mooring.Clinical.Watching;
using Mooring.Storage.Telemetry;

namespace Mooring.Practice.Bedside;

/// <summary>What the devices of a chair show that may be charted as now.</summary>
/// <param name="LeftOut">What may not, and why, in words.</param>
public sealed record MonitorOffer(IReadOnlyList<ChartedValue> Values, IReadOnlyList<string> LeftOut)
{
    // A pump's numbers are settings; they are charted by the verbs that set them.
    private static readonly VitalSign[] Signs = [.. VitalSign.All.Except([VitalSign.PumpRate, VitalSign.PumpSetting, VitalSign.PumpVolume])];

    public static MonitorOffer Of(Session session, LatestReadings latest, DateTimeOffset now)
    {
        HashSet<string?> charted = [.. session.Told.Select(entry => entry.What).OfType<VitalsCharted>().SelectMany(set => set.Values).Select(value => value.Reading)];
        List<ChartedValue> values = [];
        List<string> leftOut = [];
        foreach (var sign in Signs)
        {
            if (latest.Of(session.Id, sign) is not { Value: { } value } reading)
                continue;
            if (charted.Contains(reading.Id.ToString()))
                leftOut.Add($"{Measures.Print(sign.Code, value)} is charted already");
            else if (reading.IsMisdated)
                leftOut.Add($"{Measures.Print(sign.Code, value)} is dated {Math.Floor((reading.SaidAt - reading.ReceivedAt).TotalSeconds):0} s later than it arrived: look at the clock of {reading.Device}, and type it if it is true");
            else if (reading.Status == ValueStatus.NotFinal)
                leftOut.Add($"{Measures.Print(sign.Code, value)} is not final: the device doubts it, or two senders speak for it");
            else if (!IsFresh(session, reading, now))
                leftOut.Add($"{sign.Name} is {Math.Floor((now - reading.At).TotalSeconds):0} s old");
            else if (Doubted(session, sign, value))
                leftOut.Add($"{Measures.Print(sign.Code, value)} is out of reason: look twice, and type it if it is true");
            else
                values.Add(new(sign, value, reading.At, ValueSource.Device) { Device = reading.Device, Reading = reading.Id.ToString(), DeviceAt = ItsOwn(reading) });
        }

        return new(values, leftOut);
    }

    /// <summary>What the monitor shows at this moment, charted already or not.</summary>
    public static IReadOnlyList<Observed> Shown(Session session, LatestReadings latest, DateTimeOffset now) =>
    [
        .. from sign in Signs
           let reading = latest.Of(session.Id, sign)
           let value = reading?.Value
           where value is not null && !reading.IsMisdated && IsFresh(session, reading, now) && !Doubted(session, sign, value.Value)
           select new Observed(sign.Code, value.Value, reading.At, ValueSource.Device, Guid.Empty) { Device = reading.Device },
    ];

    private static DateTimeOffset? ItsOwn(LatestReading reading) =>
        (reading.SaidAt - reading.At).Duration() >= TimeSpan.FromSeconds(1) ? reading.SaidAt : null;

    // One tap confirms nothing: what is asked about when it is typed is not taken unasked, and does not hold up the rest.
    private static bool Doubted(Session session, VitalSign sign, double value) =>
        session.Pack.Entry.Plausible.Any(range => range.Of == sign.Code && (value < range.Low.Value || value > range.High.Value));

    // A cuff measures now and then: before its pace is known, it is as good as the rule for the start takes it.
    private static bool IsFresh(Session session, LatestReading reading, DateTimeOffset now) =>
        reading.Every is null && reading.Sign.Code.StartsWith("nibp", StringComparison.Ordinal)
            ? (now - reading.At).Duration() <= session.Pack.Pressure.FreshFor
            : Staleness.Of(reading.At, reading.Every ?? session.Pack.Staleness.FastUpTo, now, session.Pack.Staleness) == Freshness.Fresh;
}
