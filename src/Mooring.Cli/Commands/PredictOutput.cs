using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Mooring.Kinetics;
using Mooring.Kinetics.Quantities;

namespace Mooring.Cli.Commands;

/// <summary>Prints a prediction. The member names of the JSON are a contract that scripts rely on.</summary>
internal static class PredictOutput
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    public static void WriteJson(PredictResult result, TextWriter output)
    {
        var (curve, band) = (result.Curve, result.Band);
        var json = new JsonObject
        {
            ["model"] = curve.Model.Id,
            ["version"] = curve.Model.Version,
            ["drug"] = curve.Model.Drug.ToString().ToLowerInvariant(),
            ["site"] = curve.Model.Site.ToString().ToLowerInvariant(),
            ["values"] = new JsonArray([.. curve.Points.Select(point => new JsonObject
            {
                ["atMinutes"] = point.At.TotalMinutes,
                ["plasma"] = Ng(point.Plasma),
                ["effect"] = Ng(point.Effect),
                ["norketamine"] = Ng(point.Norketamine),
                ["hydroxynorketamine"] = Ng(point.Hydroxynorketamine),
            })]),
            ["summary"] = new JsonObject
            {
                ["cmax"] = Ng(curve.Summary.Cmax),
                ["tmaxMinutes"] = curve.Summary.Tmax.TotalMinutes,
                ["aucNgHPerMl"] = curve.Summary.Auc.InNanogramHoursPerMilliliter,
                ["aucUntilMinutes"] = curve.Summary.AucUntil.TotalMinutes,
            },
            ["caveats"] = new JsonArray([.. curve.Caveats.Select(caveat => JsonValue.Create(caveat))]),
        };
        if (band is not null)
            json["band"] = Json(band);
        output.WriteLine(json.ToJsonString(Indented));
    }

    public static void WriteTable(PredictResult result, TextWriter output)
    {
        var curve = result.Curve;
        output.WriteLine(Text($"{curve.Model.Name}, version {curve.Model.Version}: {curve.Model.Drug}, {curve.Model.Site} levels in ng/mL"));
        output.WriteLine($"{"min",8} {"plasma",10} {"effect",10} {"norketamine",12}  {(result.Band is null ? "" : "plasma 5 / 50 / 95 %")}");
        var spreads = result.Band?.Points.ToDictionary(point => point.At, point => point.Plasma);
        foreach (var point in curve.Points)
        {
            var spread = spreads?[point.At];
            output.WriteLine(Text($"{point.At.TotalMinutes,8:0.##} {Ng(point.Plasma),10:0.00} {Ng(point.Effect),10:0.00} {Ng(point.Norketamine),12:0.00}  ")
                + (spread is null ? "" : Text($"{Ng(spread.Low):0.0} / {Ng(spread.Median):0.0} / {Ng(spread.High):0.0}")));
        }

        output.WriteLine(Text($"Highest {Ng(curve.Summary.Cmax):0.0} ng/mL at {curve.Summary.Tmax.TotalMinutes:0.0} min; area {curve.Summary.Auc.InNanogramHoursPerMilliliter:0.0} ng.h/mL in {curve.Summary.AucUntil.TotalHours:0.#} h"));
        foreach (var caveat in curve.Caveats)
            output.WriteLine("- " + caveat);
    }

    public static void WriteObjections(IReadOnlyList<Objection> objections, TextWriter? json, TextWriter error)
    {
        foreach (var objection in objections)
            error.WriteLine($"{objection.Code} {objection.At}: {objection.Says}");
        json?.WriteLine(new JsonObject
        {
            ["refusals"] = new JsonArray([.. objections.Select(one => new JsonObject { ["code"] = one.Code, ["at"] = one.At, ["says"] = one.Says })]),
        }.ToJsonString(Indented));
    }

    private static JsonObject Json(Band band) => new()
    {
        ["patients"] = band.Population.Size,
        ["seed"] = band.Population.Seed,
        ["values"] = new JsonArray([.. band.Points.Select(point => new JsonObject
        {
            ["atMinutes"] = point.At.TotalMinutes,
            ["plasma"] = Json(point.Plasma),
            ["effect"] = Json(point.Effect),
            ["norketamine"] = Json(point.Norketamine),
            ["hydroxynorketamine"] = Json(point.Hydroxynorketamine),
        })]),
    };

    private static JsonObject? Json(Spread? spread) => spread is null
        ? null
        : new() { ["p5"] = Ng(spread.Low), ["p50"] = Ng(spread.Median), ["p95"] = Ng(spread.High) };

    private static double? Ng(Concentration? level) => level?.InNanogramsPerMilliliter;

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
