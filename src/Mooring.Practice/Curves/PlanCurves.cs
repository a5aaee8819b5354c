using System.Globalization;
using Mooring.Clinical;
using Mooring.Clinical.Dosing;
using Mooring.Clinical.Patients;
using Mooring.Clinical.Protocols;
using Mooring.Content.Library;
using Mooring.Kinetics;
using Mooring.Kinetics.Quantities;
using Mooring.Kinetics.Regimens;
using DoseRoute = Mooring.Clinical.DoseRoute;

namespace Mooring.Practice.Curves;

/// <summary>What a model expects of a plan: one session of it, given as written. It judges no dose and proposes none.</summary>
public sealed class PlanCurves(CourseContent content, ModelChoice models, SubjectDesk subjects)
{
    private static readonly TimeSpan After = TimeSpan.FromHours(4);
    private static readonly TimeSpan Step = TimeSpan.FromMinutes(2);

    /// <summary>The band, counted from the first dose, or why the engine refuses it (KIN3xx); null where no model speaks for drug and route.</summary>
    /// <param name="on">The day on which the age counts.</param>
    public async Task<Outcome<DrawnCurve>?> Of(Patient patient, DoseSheet sheet, DateOnly on, CancellationToken cancel) =>
        Of(sheet, await subjects.Of(patient.Id, sheet.ProtocolId, Weight.Kilograms(sheet.Request.Weight.Weight.Value), patient.AgeOn(on), cancel));

    private Outcome<DrawnCurve>? Of(DoseSheet sheet, Subject subject)
    {
        if (content.Protocol(sheet.ProtocolId) is not { } protocol || models.For(protocol) is not { } model
            || sheet.Find("dose") is not { } dose)
            return null;
        var regimen = Given(protocol, sheet, Mass.Milligrams((double)dose.Rounded));
        var until = After + (sheet.Request.Over is { } over ? TimeSpan.FromMinutes(over.Value) : TimeSpan.Zero);
        TimeSpan[] at = [.. Enumerable.Range(0, (int)(until / Step) + 1).Select(i => i * Step)];
        var band = Prediction.Band(model, subject, regimen, at, SessionCase.Crowd);
        if (!band.IsGiven)
            return Outcome<DrawnCurve>.Refuse([.. band.Objections.Select(one => new Refusal(one.Code, one.Says, one.At))]);
        var venous = Comparison.Venous(model, models.All, subject, regimen, at, SessionCase.Crowd);
        return new DrawnCurve(
            PredictedBand.Of(band.Value, DateTimeOffset.UnixEpoch),
            venous is { IsGiven: true } ? PredictedBand.Of(venous.Value, DateTimeOffset.UnixEpoch) : null,
            [.. regimen.Doses.Select(one => new Mark(one.At.TotalSeconds, "dose", Said(one)))]);
    }

    private Kinetics.Regimens.Regimen Given(Protocol protocol, DoseSheet sheet, Mass dose)
    {
        if (protocol.Route == DoseRoute.Iv && sheet.Request.Over is { } over)
            return Kinetics.Regimens.Regimen.Nothing.Infuse(dose, TimeSpan.FromMinutes(over.Value), TimeSpan.Zero);
        var rule = content.Pack(protocol).Pack.Dosing;
        if (sheet.Find("devices") is not { } devices || rule.Apart is not { } apart || devices.Rounded < 1)
            return Kinetics.Regimens.Regimen.Nothing.Give(dose, GivenDoses.Way(protocol.Route)!.Value, TimeSpan.Zero);
        var count = (int)Math.Ceiling(devices.Rounded);
        return new([.. Enumerable.Range(0, count).Select(i => new Dose.Single(dose * (1.0 / count), GivenDoses.Way(protocol.Route)!.Value, i * apart))]);
    }

    private static string Said(Dose dose) => dose switch
    {
        Dose.Infusion run => string.Create(CultureInfo.InvariantCulture, $"{(run.Rate * (run.Until!.Value - run.At)).InMilligrams:0.##} mg over {(run.Until!.Value - run.At).TotalMinutes:0.##} min"),
        Dose.Single one => string.Create(CultureInfo.InvariantCulture, $"{one.Amount.InMilligrams:0.##} mg"),
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
