using System.Collections.Concurrent;
using Mooring.Clinical;
using Mooring.Clinical.Sessions;
using Mooring.Kinetics;
using Mooring.Kinetics.Quantities;
using Mooring.Storage.Library;

namespace Mooring.Storage.Series;

/// <summary>
/// The predicted band of each session, computed again only when what was given changed or a minute passed. It describes
/// a population; nothing here says what to give.
/// </summary>
public sealed class BandShelf(KineticModels models)
{
    private const int MostPoints = 120;
    private const int Most = 200;
    private static readonly Population Crowd = new(500);
    private static readonly TimeSpan Ahead = TimeSpan.FromHours(1);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(4);

    private readonly ConcurrentDictionary<Id<Session>, (string Key, PredictedBand? Band)> kept = new();

    /// <summary>Null before the first dose, and where no model fits drug and route.</summary>
    public PredictedBand? Of(Session session, DateTimeOffset now)
    {
        if (session.FirstDoseAt is not { } start || ModelChoice.For(session.Plan, models) is not { } model)
            return null;
        var last = session.DosingEndedAt is { } ended && ended + Longest < now ? ended + Longest : now;
        var minutes = Math.Ceiling((last + Ahead - start).TotalMinutes);
        var doses = GivenDoses.Of(session, start, now, start.AddMinutes(minutes));
        var key = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{model.Id} {model.Version} {minutes} {GivenDoses.Text(doses)}");
        if (kept.TryGetValue(session.Id, out var before) && before.Key == key)
            return before.Band;

        var step = Math.Max(1, Math.Ceiling(minutes / MostPoints));
        TimeSpan[] at = [.. Enumerable.Range(0, (int)(minutes / step) + 1).Select(i => TimeSpan.FromMinutes(i * step))];
        var band = Prediction.Band(model, new Subject(session.Plan.Weight) { AgeInYears = session.Plan.Age }, doses, at, Crowd);
        if (kept.Count >= Most)
            kept.Clear();
        return (kept[session.Id] = (key, band.IsGiven ? Draw(band.Value, start) : null)).Band;
    }

    private static PredictedBand Draw(Band band, DateTimeOffset start) => new()
    {
        T = [.. band.Points.Select(point => (start + point.At).ToUnixTimeMilliseconds() / 1000.0)],
        P5 = Levels(band, spread => spread.Low),
        P50 = Levels(band, spread => spread.Median),
        P95 = Levels(band, spread => spread.High),
        Model = $"{band.Model.Name}, version {band.Model.Version}",
        Version = band.Model.Version,
        Site = $"{band.Model.Site.ToString().ToLowerInvariant()} plasma",
        Population = band.Model.Population,
        Caveat = $"Made from: {band.Model.Population}. The band is where nine in ten such people would lie, not a measurement of this patient. {string.Join(' ', band.Caveats)}",
    };

    private static IReadOnlyList<double> Levels(Band band, Func<Spread, Concentration> which) =>
        [.. band.Points.Select(point => Math.Round(which(point.Plasma).InNanogramsPerMilliliter, 2))];
}
