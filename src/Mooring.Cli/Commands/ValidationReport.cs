using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using Mooring.Content;
using Mooring.Content.Reading;
using Mooring.Kinetics.Validation;

namespace Mooring.Cli.Commands;

/// <summary><c>mooring predict --validate</c>: published values beside ours, as a table, JSON or a page. 1 when a gate is missed.</summary>
internal static class ValidationReport
{
    private static readonly CompositeFormat Page = CompositeFormat.Parse("""
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>Mooring: kinetic models against published values</title>
        <style>
        body {{ font: 15px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 78rem; padding: 0 1rem; color: #1c2733; background: #fff; }}
        .wide {{ overflow-x: auto; }}
        table {{ border-collapse: collapse; width: 100%; }}
        th, td {{ text-align: left; vertical-align: top; padding: .3rem .6rem; border-bottom: 1px solid #d9e0e7; }}
        td.n {{ text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }}
        tr.study td {{ background: #f2f5f8; font-weight: 600; }}
        .fails {{ font-weight: 700; color: #a61b1b; }}
        small {{ color: #4a5a6a; }}
        </style>
        </head>
        <body>
        <h1>Kinetic models against published values</h1>
        <p>Made by <code>mooring predict --validate --html docs/kinetics/validation.html</code>. {0}</p>
        <p>{1}</p>
        <div class="wide">
        <table>
        <thead><tr><th>Model</th><th>Regimen</th><th>Quantity</th><th>Published</th><th>Ours</th><th>Ratio</th><th>Gate</th><th>Result</th></tr></thead>
        <tbody>
        {2}</tbody>
        </table>
        </div>
        </body>
        </html>

        """);

    public static int Run(string? page, bool json, TextWriter output, TextWriter error)
    {
        var folder = ContentFolder.Find();
        var table = KineticTerms.Load(folder).Validation!;
        var run = Revalidation.Of(table, KineticModels.Load(folder).All);
        if (!run.IsGiven)
        {
            PredictOutput.WriteObjections(run.Objections, json ? output : null, error);
            return 1;
        }

        if (page is not null)
            File.WriteAllText(page, Html(table, run.Value));
        if (json)
            output.WriteLine(JsonSerializer.Serialize(run.Value.Select(Plain), CommandOutput.Json));
        else
            WriteTable(run.Value, output);
        return run.Value.Any(result => result.Passes == false) ? 1 : 0;
    }

    private static object Plain(ValidationResult result) => new
    {
        study = result.Study.Id,
        source = result.Study.Source,
        model = result.Model.Id,
        version = result.Model.Version,
        regimen = result.Value.Regimen,
        quantity = Quantity(result.Value),
        published = result.Value.Published,
        ours = result.Ours,
        unit = result.Value.Unit,
        ratio = result.Ratio,
        gate = Gate(result.Value),
        passes = result.Passes,
        because = result.Value.Because,
    };

    private static void WriteTable(IReadOnlyList<ValidationResult> results, TextWriter output)
    {
        foreach (var study in results.GroupBy(result => result.Study))
        {
            output.WriteLine($"{study.Key.Source} ({study.Key.People})");
            foreach (var one in study)
                output.WriteLine(Text($"  {one.Model.Id,-17} {Quantity(one.Value),-34} {Number(one.Value.Published),8} {Number(one.Ours),8} {one.Value.Unit,-10} ratio {one.Ratio:0.00}  {Gate(one.Value),-16} {Word(one)}"));
        }

        output.WriteLine(Sum(results));
    }

    private static string Html(ValidationTable table, IReadOnlyList<ValidationResult> results)
    {
        var rows = new StringBuilder();
        foreach (var study in results.GroupBy(result => result.Study))
        {
            rows.Append(Text($"<tr class=\"study\"><td colspan=\"8\">{Safe(study.Key.Source)} <small>({Safe(study.Key.People)}; {study.Key.Trust.ToString().ToLowerInvariant()})</small></td></tr>\n"));
            foreach (var one in study)
            {
                rows.Append(Text($"<tr><td>{one.Model.Id}, version {one.Model.Version}</td><td>{Safe(one.Value.Regimen)}</td><td>{Safe(Quantity(one.Value))}</td>"))
                    .Append(Text($"<td class=\"n\">{Number(one.Value.Published)} {one.Value.Unit}</td><td class=\"n\">{Number(one.Ours)}</td><td class=\"n\">{one.Ratio:0.00}</td>"))
                    .Append(Text($"<td>{Safe(Gate(one.Value))}<br><small>{Safe(one.Value.Because)}</small></td><td class=\"{Word(one)}\">{Word(one)}</td></tr>\n"));
            }
        }

        return string.Format(CultureInfo.InvariantCulture, Page, Safe(table.Because), Safe(Sum(results)), rows);
    }

    private static string Quantity(PublishedValue value)
    {
        var of = value.Of == Analyte.Plasma ? "" : value.Of.ToString().ToLowerInvariant() + " ";
        var what = of + value.Measure switch { Measure.PeakTime => "time of peak", Measure.HalfLife => "half-life", _ => value.Measure.ToString().ToLowerInvariant() };
        var when = (value.Measure, value.At, value.Until) switch
        {
            (Measure.Level, { } at, _) => Text($" at {at.TotalMinutes:0.#} min"),
            (Measure.PeakTime, { TotalMinutes: > 0 } at, _) => Text($" after {at.TotalMinutes:0.#} min"),
            (Measure.Area, _, { } until) => Text($" to {until.TotalMinutes:0.#} min"),
            (Measure.Area, _, null) => " to 24 h",
            _ => "",
        };
        var who = (value.Age is { } age ? Text($", {age} years") : "") + (value.Ancestry is { } ancestry ? ", " + ancestry : "");
        return what + when + who;
    }

    private static string Gate(PublishedValue value) => value switch
    {
        { Within: { } within } => Text($"within {within:0.00} times"),
        { Low: { } low, High: { } high } => Text($"{low:0.#} to {high:0.#}"),
        _ => "shown only",
    };

    private static string Word(ValidationResult result) => result.Passes switch { true => "passes", false => "fails", null => "shown" };

    private static string Sum(IReadOnlyList<ValidationResult> results) =>
        Text($"{results.Count} comparisons: {results.Count(one => one.Passes == true)} pass their gate, {results.Count(one => one.Passes == false)} miss it, {results.Count(one => one.Passes is null)} are shown without one.");

    private static string Number(double value) => value.ToString(Math.Abs(value) >= 1000 ? "0" : Math.Abs(value) >= 100 ? "0.0" : "0.00", CultureInfo.InvariantCulture);

    private static string Safe(string text) => WebUtility.HtmlEncode(text);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
