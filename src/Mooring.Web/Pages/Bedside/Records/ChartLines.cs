using System.Globalization;
using Mooring.Clinical.Sessions;
using Mooring.Clinical.Sessions.Dosing;
using Mooring.Clinical.Vitals;

namespace Mooring.Web.Pages.Bedside.Records;

/// <summary>One line of the printed chart, as the points of an SVG polyline.</summary>
/// <param name="Dash">The pattern that tells the lines apart without color.</param>
public sealed record ChartLine(string Name, string Points, string Dash);

/// <summary>A dose or a change of it, where it stands on the time axis.</summary>
public sealed record ChartMark(string X, string Says);

/// <summary>The charted values of a session on one time axis, for paper: 700 by 260 units, 0 to 220 upwards.</summary>
public sealed record ChartLines(IReadOnlyList<ChartLine> Lines, IReadOnlyList<ChartMark> Marks, DateTimeOffset From, DateTimeOffset Until)
{
    public const double Width = 700;
    public const double Height = 260;
    public const double Top = 220;

    private static readonly (VitalSign Sign, string Dash)[] Drawn =
        [(VitalSign.Systolic, "none"), (VitalSign.Diastolic, "6 3"), (VitalSign.HeartRate, "2 3"), (VitalSign.SpO2, "10 3 2 3"), (VitalSign.RespiratoryRate, "1 5")];

    /// <summary>Null when there is nothing to draw a line through.</summary>
    public static ChartLines? Of(Session session)
    {
        var shown = session.Chart.All.Where(value => Drawn.Any(drawn => drawn.Sign.Code == value.Of)).ToList();
        if (shown.Count < 2 || shown[0].At == shown[^1].At)
            return null;
        var (from, until) = (shown[0].At, shown[^1].At);
        string X(DateTimeOffset at) => Plain((at - from) / (until - from) * Width);
        var lines = Drawn.Select(drawn => new ChartLine(
            drawn.Sign.Name,
            string.Join(' ', shown.Where(value => value.Of == drawn.Sign.Code).Select(value => $"{X(value.At)},{Plain(Height - (value.Value / Top * Height))}")),
            drawn.Dash));
        var marks = session.Told
            .Where(entry => entry.What is InfusionStarted or InfusionStopped or InfusionPaused or InfusionResumed or RateChanged or DoseGiven or DeviceUsed or BolusGiven or HoldStarted)
            .Where(entry => entry.HappenedAt >= from && entry.HappenedAt <= until)
            .Select(entry => new ChartMark(X(entry.HappenedAt), Describe.What(entry.What, session.Pack)));
        return new([.. lines.Where(line => line.Points.Contains(' ', StringComparison.Ordinal))], [.. marks], from, until);
    }

    private static string Plain(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
