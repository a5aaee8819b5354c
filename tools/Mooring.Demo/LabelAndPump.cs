using System.Globalization;
using Mooring.Clinical.Sessions;
using Mooring.Clinical.Sessions.Clearance;
using Mooring.Practice.Bedside;

namespace Mooring.Demo;

/// <summary>What stands on label and pump of a session, as its plan works it out.</summary>
public static class LabelAndPump
{
    private const double UsualBag = 100;

    /// <summary>As two people read it before the first dose.</summary>
    public static TimeOutForm Of(Session session)
    {
        ArgumentNullException.ThrowIfNull(session);
        var pump = session.PumpFor(session.PumpMilliliters ?? UsualBag);
        return new()
        {
            Drug = session.Plan.Drug,
            Milligrams = Text(session.Plan.Dose.InMilligrams),
            PumpRate = Text(pump?.MillilitersPerHour),
            PumpVolume = Text(pump?.Milliliters),
            PumpConcentration = Text(pump?.MilligramsPerMilliliter),
        };
    }

    private static string? Text(double? value) => value?.ToString("0.##", CultureInfo.InvariantCulture);
}
