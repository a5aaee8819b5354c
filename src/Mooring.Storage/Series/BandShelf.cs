using System.Collections.Concurrent;
using System.Globalization;
using Mooring.Clinical;
using Mooring.Clinical.Sessions;
using Mooring.Kinetics;

namespace Mooring.Storage.Series;

/// <summary>
/// The predicted band of each session, computed again only when what was given changed or a minute passed. It describes
/// a population; nothing here says what to give.
/// </summary>
public sealed class BandShelf(ModelChoice models)
{
    private const int Most = 200;

    private readonly ConcurrentDictionary<Id<Session>, (string Key, PredictedBand? Band)> kept = new();

    /// <summary>Null before the first dose, and where no model fits drug and route.</summary>
    public PredictedBand? Of(Session session, DateTimeOffset now, Subject? subject = null)
    {
        if (SessionCase.Of(session, models, now, subject) is not { } seen)
            return null;
        var key = string.Create(CultureInfo.InvariantCulture, $"{seen.Model.Id} {seen.Model.Version} {seen.Minutes} {seen.Subject.BodyMassIndex} {string.Join('+', seen.Subject.Circumstances)} {GivenDoses.Text(seen.Regimen)}");
        if (!kept.TryGetValue(session.Id, out var before) || before.Key != key)
        {
            var band = Prediction.Band(seen.Model, seen.Subject, seen.Regimen, seen.At, SessionCase.Crowd);
            if (kept.Count >= Most)
                kept.Clear();
            before = kept[session.Id] = (key, band.IsGiven ? PredictedBand.Of(band.Value, seen.Start) : null);
        }

        return before.Band is null ? null : before.Band with { GoesOn = seen.GoesOn };
    }
}
