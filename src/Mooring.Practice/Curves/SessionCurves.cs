using Mooring.Clinical.Sessions;
using Mooring.Kinetics;

namespace Mooring.Practice.Curves;

/// <summary>The curves of one session for pages that are read, not watched: its record, and all models side by side.</summary>
public sealed class SessionCurves(ModelChoice models)
{
    /// <summary>Null before the first dose, and where no model fits drug and route.</summary>
    public DrawnCurve? Of(Session session, DateTimeOffset now, Subject? subject = null)
    {
        if (SessionCase.Of(session, models, now, subject) is not { } seen)
            return null;
        var band = Prediction.Band(seen.Model, seen.Subject, seen.Regimen, seen.At, SessionCase.Crowd);
        return band.IsGiven ? new(PredictedBand.Of(band.Value, seen.Start), Venous(seen), EventMarks.Doses(session)) : null;
    }

    /// <summary>The bands of every model that describes what was given; null where <see cref="Of"/> is.</summary>
    public ComparedModels? Compare(Session session, DateTimeOffset now, Subject? subject = null)
    {
        if (Of(session, now, subject) is not { } own || SessionCase.Of(session, models, now, subject) is not { } seen)
            return null;
        var compared = Comparison.Of(models.All, ModelChoice.DrugOf(session.Plan), seen.Subject, seen.Regimen, seen.At, SessionCase.Crowd);
        return new(
            own,
            [.. compared.Bands.Select(band => PredictedBand.Of(band, seen.Start))],
            [.. compared.LeftOut.Select(left => new LeftOutModel($"{left.Model.Name}, version {left.Model.Version}", left.Because))]);
    }

    private PredictedBand? Venous(SessionCase seen) =>
        Comparison.Venous(seen.Model, models.All, seen.Subject, seen.Regimen, seen.At, SessionCase.Crowd) is { IsGiven: true } band
            ? PredictedBand.Of(band.Value, seen.Start)
            : null;
}
