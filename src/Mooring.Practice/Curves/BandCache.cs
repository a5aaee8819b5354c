using System.Globalization;
using Mooring.Clinical;
using Mooring.Clinical.Sessions;
using Mooring.Kinetics;
using Mooring.Storage;

namespace Mooring.Practice.Curves;

/// <summary>
/// The predicted band of each session, computed again only when what was given changed or a minute passed. It describes
/// a population; nothing here says what to give.
/// </summary>
public sealed class BandCache(ModelChoice models) : IDisposable
{
    private const int Most = 200;

    private readonly RecentlyUsed<Id<Session>, (string Key, PredictedBand? Band)> kept = new(Most);

    /// <summary>Null before the first dose, and where no model fits drug and route.</summary>
    public PredictedBand? Of(Session session, DateTimeOffset now, Subject? subject = null)
    {
        if (SessionCase.Of(session, models, now, subject) is not { } seen)
            return null;
        var key = string.Create(CultureInfo.InvariantCulture, $"{seen.Model.Id} {seen.Model.Version} {seen.Minutes} {seen.Subject.BodyMassIndex} {string.Join('+', seen.Subject.Circumstances)} {GivenDoses.Text(seen.Regimen)}");
        if (!kept.TryGet(session.Id, out var before) || before.Key != key)
        {
            var band = Prediction.Band(seen.Model, seen.Subject, seen.Regimen, seen.At, SessionCase.Crowd);
            before = kept.Keep(session.Id, (key, band.IsGiven ? PredictedBand.Of(band.Value, seen.Start) : null));
        }

        return before.Band is null ? null : before.Band with { GoesOn = seen.GoesOn };
    }

    public void Dispose() => kept.Dispose();
}
