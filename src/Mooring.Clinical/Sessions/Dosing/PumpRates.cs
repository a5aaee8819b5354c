using Mooring.Clinical.Vitals;

namespace Mooring.Clinical.Sessions.Dosing;

/// <summary>Holds the rate a pump runs at, and the one it was set to, against the one charted.</summary>
internal static class PumpRates
{
    /// <summary>A sentence where they do not fit; null where they do, or where there is nothing to compare.</summary>
    public static string? Compare(Infusion? infusion, PumpReport told, PumpTerms terms, DateTimeOffset now)
    {
        var charted = ChartedAt(infusion);
        // Who has just changed the pump charts it a moment later, or the other way round.
        if (infusion is not null && now - infusion.LastChangeAt < terms.Settling)
            return null;
        if (told.Rate is { } rate && rate.At > (infusion?.LastChangeAt ?? DateTimeOffset.MinValue) && Differs(rate.Value, charted, terms))
        {
            return charted == 0
                ? $"The pump runs at {Plain(rate.Value)} mL/h; the chart says that nothing runs."
                : $"The pump runs at {Plain(rate.Value)} mL/h; charted are {Plain(charted)} mL/h.";
        }

        return told.Setting is { } setting && charted > 0 && setting.At > infusion!.LastChangeAt && Differs(setting.Value, charted, terms)
            ? $"The pump is set to {Plain(setting.Value)} mL/h; charted are {Plain(charted)} mL/h."
            : null;
    }

    private static double ChartedAt(Infusion? infusion) =>
        infusion is null or { StoppedAt: not null } or { PausedSince: not null } ? 0 : infusion.MillilitersPerHour;

    private static bool Differs(double value, double charted, PumpTerms terms) => Math.Abs(value - charted) > charted * terms.RateShare.Value / 100;

    private static string Plain(double value) => PumpCheck.Plain(value);
}
