using System.Globalization;
using Mooring.Content.Reading;
using Mooring.Kinetics;
using Mooring.Kinetics.Models;
using Mooring.Kinetics.Regimens;

namespace Mooring.Cli.Commands;

/// <summary>What was typed, still as text where people write units.</summary>
internal sealed record PredictRequest(
    string Model, string Weight, string Regimen, string At, string? Age, Ancestry? Race, Scaling? Scaling, Population? Population)
{
    /// <summary>The prediction, or every objection: CLI101 to CLI104 for the words, KIN codes for what they ask.</summary>
    public (PredictResult? Result, IReadOnlyList<Objection> Objections) Compute(KineticModels library)
    {
        var wrong = new List<Objection>();
        var model = library.Find(Model);
        if (model is null)
            wrong.Add(new("CLI101", $"There is no model '{Model}'; there are {string.Join(", ", library.All.Select(one => one.Id))}.", "model"));
        var kilograms = Read(Weight, "kg");
        if (kilograms is null)
            wrong.Add(new("CLI102", $"'{Weight}' is not a weight; write it like 70kg.", "weight"));
        var years = Age is null ? null : Read(Age, "y");
        if (Age is not null && (years is null or < 0 or > 130))
            wrong.Add(new("CLI103", $"'{Age}' is not an age; write it like 70y.", "age"));
        var times = At.Split(',', StringSplitOptions.TrimEntries).Select(RegimenText.ReadTime).ToList();
        if (times.Contains(null))
            wrong.Add(new("CLI104", $"'{At}' are not times; write them like 10min,20min,1.5h.", "at"));

        var weight = Mooring.Kinetics.Quantities.Weight.Kilograms(kilograms ?? 0);
        var regimen = RegimenText.Read(Regimen, weight);
        wrong.AddRange(regimen.Objections);
        if (wrong.Count > 0 || model is null || !regimen.IsGiven)
            return (null, wrong);

        var subject = new Subject(weight) { AgeInYears = (int?)years, Ancestry = Race, Scaling = Scaling };
        List<TimeSpan> at = [.. times.OfType<TimeSpan>()];
        var curve = Prediction.Predict(model, subject, regimen.Value, at);
        var band = Population is null ? null : Prediction.Band(model, subject, regimen.Value, at, Population);
        wrong.AddRange(curve.Objections.Concat(band?.Objections ?? []).Distinct());
        return curve.IsGiven && wrong.Count == 0 ? (new(curve.Value, band?.Value), []) : (null, wrong);
    }

    private static double? Read(string text, string unit)
    {
        var trimmed = text.Trim();
        return trimmed.EndsWith(unit, StringComparison.OrdinalIgnoreCase)
            && double.TryParse(trimmed.AsSpan(0, trimmed.Length - unit.Length), NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            && double.IsFinite(value)
            ? value
            : null;
    }
}

internal sealed record PredictResult(Curve Curve, Band? Band);
