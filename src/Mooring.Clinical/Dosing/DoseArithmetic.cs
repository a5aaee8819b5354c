using Mooring.Clinical.Protocols;
using static Mooring.Clinical.Dosing.DoseLine;

namespace Mooring.Clinical.Dosing;

/// <summary>The lines of a sheet. Products come before quotients, so that no digit is lost on the way.</summary>
internal static class DoseArithmetic
{
    private const int MinutesInAnHour = 60;
    private const int MicrogramsInAMilligram = 1000;

    public static IReadOnlyList<DoseLine> Lines(Protocol protocol, DoseRules rules, DoseRequest request)
    {
        var kg = (decimal)request.Weight.Weight.Value;
        var dose = Dose(protocol, rules, request, kg);
        List<DoseLine> lines =
        [
            dose,
            Line("dose-per-kg", "Dose for each kg", dose.Value / kg, 3, "mg/kg", $"{Print(dose.Value)} mg / {Print(kg)} kg"),
        ];

        if (protocol.TermsFor(request.Dose.Unit)!.Device is { } device)
        {
            var content = (decimal)device.Value;
            lines.Add(Line("devices", "Devices", dose.Value / content, 2, "devices", $"{Print(dose.Value)} mg / {Print(content)} mg"));
        }

        if (request.Over is { } over)
            Infusion(lines, dose.Value, kg, (decimal)over.Value, (decimal?)request.Bag?.Value);
        if (request.Stock is { } stock)
            Stock(lines, dose, (decimal)stock.Value);
        if (request.Height is { } height)
            lines.AddRange(BuildLines.Of(rules.Build, kg, (decimal)height.Value, request.Sex));
        return lines;
    }

    internal static DoseLine Line(string code, string name, decimal value, int decimals, string unit, string sum)
    {
        var rounded = Math.Round(value, decimals, MidpointRounding.AwayFromZero);
        var sign = rounded == value ? "=" : "≈";
        return new(code, name, value, rounded, unit, $"{sum} {sign} {Print(value)} {unit}");
    }

    private static DoseLine Dose(Protocol protocol, DoseRules rules, DoseRequest request, decimal kg)
    {
        var typed = (decimal)request.Dose.Value;
        var (value, sum) = request.Dose.Unit switch
        {
            "mg/kg" => (kg * typed, $"{Print(kg)} kg × {Print(typed)} mg/kg"),
            "mg/kg/h" => (
                kg * typed * (decimal)request.Over!.Value.Value / MinutesInAnHour,
                $"{Print(kg)} kg × {Print(typed)} mg/kg/h × {Print((decimal)request.Over.Value.Value)} min / 60 min/h"),
            "mg" => (typed, $"{Print(typed)} mg as written"),
            _ => Counted((decimal)protocol.TermsFor(request.Dose.Unit)!.Device!.Value.Value, typed),
        };
        var step = (decimal)rules.RoundDoseTo.Value;
        var rounded = Math.Round(value / step, MidpointRounding.AwayFromZero) * step;
        return new("dose", "Dose", value, rounded, "mg", $"{sum} = {Print(value)} mg, to the nearest {rules.RoundDoseTo} {Print(rounded)} mg");
    }

    private static (decimal Value, string Sum) Counted(decimal device, decimal devices) =>
        (device * devices, $"{Print(devices)} devices × {Print(device)} mg");

    private static void Infusion(List<DoseLine> lines, decimal mg, decimal kg, decimal minutes, decimal? bag)
    {
        var each = $"{Print(mg)} mg";
        var time = $"{Print(minutes)} min × 60 min/h";
        lines.Add(Line("minutes", "Infusion time", minutes, 1, "min", "as written"));
        lines.Add(Line("rate", "Rate", mg * MinutesInAnHour / minutes, 2, "mg/h", $"{each} / {time}"));
        lines.Add(Line("rate-per-kg", "Rate for each kg", mg * MinutesInAnHour / (minutes * kg), 3, "mg/kg/h",
            $"{each} / {time} / {Print(kg)} kg"));
        lines.Add(Line("rate-ug", "Rate for each kg and minute", mg * MicrogramsInAMilligram / (kg * minutes), 2, "ug/kg/min",
            $"{each} × 1000 ug/mg / {Print(kg)} kg / {Print(minutes)} min"));
        if (bag is not { } volume)
            return;

        lines.Add(Line("concentration", "Concentration in the bag", mg / volume, 4, "mg/mL", $"{each} / {Print(volume)} mL"));
        lines.Add(Line("pump", "Pump", volume * MinutesInAnHour / minutes, 2, "mL/h", $"{Print(volume)} mL / {time}"));
    }

    private static void Stock(List<DoseLine> lines, DoseLine dose, decimal stock)
    {
        lines.Add(Line("stock", "Stock for the calculated dose", dose.Value / stock, 3, "mL",
            $"{Print(dose.Value)} mg / {Print(stock)} mg/mL"));
        lines.Add(Line("stock-rounded", "Stock for the rounded dose", dose.Rounded / stock, 3, "mL",
            $"{Print(dose.Rounded)} mg / {Print(stock)} mg/mL"));
    }
}
