using System.Globalization;
using Mooring.Clinical.Monitoring;
using Mooring.Clinical.Sessions;
using Mooring.Clinical.Sessions.Charting;
using Mooring.Clinical.Vitals;
using Mooring.Clinical.Watching;
using Mooring.Storage.Telemetry;

namespace Mooring.Web.Pages.Bedside.Panels;

/// <summary>The newest value of each sign, charted or from a device, held against the limits.</summary>
public static class VitalViews
{
    private static readonly (string Code, string Sign, string Short)[] Tiles =
    [
        (VitalSign.Systolic.Code, "nibp", "NIBP"),
        (VitalSign.HeartRate.Code, "hr", "HR"),
        (VitalSign.SpO2.Code, "spo2", "SpO₂"),
        (VitalSign.RespiratoryRate.Code, "rr", "RR"),
        (VitalSign.EtCO2.Code, "etco2", "EtCO₂"),
        (VitalSign.PumpRate.Code, "pump", "Pump"),
        (VitalSign.Temperature.Code, "temp", "Temp"),
        (Scale.Sedation.Code, "", "MOAA/S"),
        (Scale.Dissociation.Code, "", "Dissoc."),
    ];

    // What every chair watches; the others appear once there is a value.
    private static readonly string[] Always = ["nibp", "hr", "spo2", "rr"];

    public static IReadOnlyList<VitalView> Of(Session session, LatestReadings latest, DateTimeOffset now) =>
    [
        .. from tile in Tiles
           let newest = Newest(session, latest, tile.Code)
           where newest is not null || Always.Contains(tile.Sign) || Expected(session, tile.Code)
           select newest is null
               ? new VitalView(tile.Sign, tile.Short, Name(tile.Code))
               : View(session, latest, tile, newest, now),
    ];

    /// <summary>The newest value, by the time it was read; the charted one wins a tie, for somebody stood by it.</summary>
    public static Observed? Newest(Session session, LatestReadings latest, string code)
    {
        var charted = session.Chart.Last(code);
        var read = VitalSign.Find(code) is { } sign && latest.Of(session.Id, sign) is { Value: { } value } reading
            ? new Observed(code, value, reading.At, ValueSource.Device, Guid.Empty) { Device = reading.Device }
            : null;
        return read is null || charted?.CountsAt >= read.At ? charted : read;
    }

    private static bool Expected(Session session, string code) =>
        code == Scale.Sedation.Code && session.FirstDoseAt is not null && session.Pack.Schedule.Any(round => round.Measures.Contains(code));

    private static VitalView View(Session session, LatestReadings latest, (string Code, string Sign, string Short) tile, Observed value, DateTimeOffset now)
    {
        var isPressure = tile.Sign == "nibp";
        var diastolic = isPressure ? Beside(session, latest, VitalSign.Diastolic.Code, value) : null;
        var mean = isPressure ? Beside(session, latest, VitalSign.MeanPressure.Code, value) : null;
        var findings = new[] { value, diastolic, mean }.OfType<Observed>().Select(read => Watch.Gravest(session, read)).OfType<WatchFinding>();
        var finding = findings.OrderByDescending(found => found.Level).FirstOrDefault();
        var isLive = value.Source == ValueSource.Device && value.Event == Guid.Empty;
        var every = isLive && VitalSign.Find(value.Of) is { } sign ? latest.Of(session.Id, sign)?.Every : null;
        return new(tile.Sign, tile.Short, Name(tile.Code))
        {
            Value = isPressure ? $"{Number(value)}/{(diastolic is null ? "–" : Number(diastolic))}" : Number(value),
            Mean = mean is null ? null : Number(mean),
            Unit = Unit(value.Of),
            Limit = finding is null ? null : finding.Limit.Bound.Kind is BoundKind.AtLeast or BoundKind.Above or BoundKind.RisesBy ? "high" : "low",
            LimitSays = finding is null ? null : (isPressure ? Measures.NameOf(finding.Limit.Of) + ": " : "") + finding.Limit.Label,
            From = isLive ? "Monitor" : value.Source == ValueSource.Device ? "charted from monitor" : "by hand",
            At = value.CountsAt,
            StaleAfter = isLive && !isPressure ? Ages.StaleAfter(every, session.Pack.Staleness) : null,
            IsStale = isLive && !isPressure && Ages.Of(value.At, every, now, session.Pack.Staleness) is Freshness.Stale or Freshness.Silent,
        };
    }

    // Numbers of one cuff measurement belong together; another measurement's are not put beside it.
    private static Observed? Beside(Session session, LatestReadings latest, string code, Observed systolic) =>
        session.Chart.Of(code).LastOrDefault(value => value.At == systolic.At)
        ?? (Newest(session, latest, code) is { } newest && (newest.At - systolic.At).Duration() < TimeSpan.FromSeconds(1) ? newest : null);

    private static string Name(string code) => code == VitalSign.Systolic.Code ? "Blood pressure" : Measures.NameOf(code);

    private static string Number(Observed value) =>
        value.Value.ToString(VitalSign.Find(value.Of)?.Decimals == 1 ? "0.0" : "0", CultureInfo.InvariantCulture);

    private static string Unit(string code) => VitalSign.Find(code)?.Unit switch
    {
        null => code == Scale.Sedation.Code ? "of 5" : "of 10",
        "mm[Hg]" => "mmHg",
        "Cel" => "°C",
        var unit => unit,
    };
}
