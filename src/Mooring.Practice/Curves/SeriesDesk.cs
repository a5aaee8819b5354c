using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Clinical.Sessions;
using Mooring.Clinical.Sessions.Charting;
using Mooring.Clinical.Vitals;
using Mooring.Practice.Sessions;
using Mooring.Practice.Settings;
using Mooring.Storage;
using Mooring.Storage.Telemetry;

namespace Mooring.Practice.Curves;

/// <summary>A value that has just come, for a chart that is open.</summary>
public sealed record SeriesPoint(string Signal, double T, double V);

/// <summary>Reads a session as a chart wants it: what devices sent, what was typed, what happened, what is predicted.</summary>
public sealed class SeriesDesk(MooringDb db, SessionJournal journal, BandCache bands, SubjectDesk subjects, TimeProvider clock)
{
    private const int MostPoints = 900;

    // How long before the first dose the axis may begin; a session checked in earlier starts there.
    private static readonly TimeSpan Before = TimeSpan.FromMinutes(45);

    // A value may reach us that much after it was measured and still be drawn without a new look at everything.
    private static readonly TimeSpan Latest = TimeSpan.FromMinutes(5);

    /// <summary>Null when there is no such session in this clinic.</summary>
    public async Task<SessionSeries?> Of(Id<Session> id, CancellationToken cancel)
    {
        if (await journal.Load(id, cancel) is not { } session)
            return null;
        var zone = (await db.ClinicHere(cancel)).TimeZone;
        var start = Start(session);
        var points = Good(await SessionReadings.Of(db, id, cancel, from: start - Before)).Select(value => (Sign: value.Sign.Code, T: Seconds(value.At), V: value.Value!.Value))
            .Concat(session.Chart.All.Where(value => value.Source == ValueSource.Hand && VitalSign.Find(value.Of) is not null)
                .Select(value => (Sign: value.Of, T: Seconds(value.At), V: value.Value)));
        return new(
            start,
            zone,
            points.GroupBy(point => point.Sign).ToDictionary(signal => signal.Key, signal => AsTrack(signal.Select(point => (point.T, point.V)))),
            EventMarks.Of(session),
            bands.Of(session, clock.GetUtcNow(), await subjects.Of(session.Plan, cancel)));
    }

    /// <summary>What was received after <paramref name="after"/>, oldest first; at one time only the first code of a sign.</summary>
    public async Task<(IReadOnlyList<SeriesPoint> Points, DateTimeOffset Until)> Since(Id<Session> id, DateTimeOffset after, CancellationToken cancel)
    {
        List<LatestReading> values = [.. Good(await SessionReadings.Of(db, id, cancel, after - Latest, after))];
        return (
            [.. values.DistinctBy(value => (value.Sign, value.At)).Select(value => new SeriesPoint(value.Sign.Code, Seconds(value.At), value.Value!.Value))],
            values.Count == 0 ? after : values.Max(value => value.ReceivedAt));
    }

    // Preliminary and withdrawn numbers are kept, but never drawn.
    private static IEnumerable<LatestReading> Good(IEnumerable<LatestReading> values) => values
        .Where(value => value is { Value: not null, Status: ValueStatus.Final or ValueStatus.Corrected })
        .OrderBy(value => value.At).ThenBy(value => value.Code, StringComparer.Ordinal);

    private static DateTimeOffset Start(Session session)
    {
        var came = session.Steps.FirstOrDefault(step => step.Phase == Phase.Checking)?.Since ?? session.Journal[0].HappenedAt;
        return session.FirstDoseAt is { } dosed && dosed - Before > came ? dosed - Before : came;
    }

    private static Track AsTrack(IEnumerable<(double T, double V)> points)
    {
        var thin = Thinning.Of([.. points.DistinctBy(point => point.T).OrderBy(point => point.T)], MostPoints);
        return new([.. thin.Select(point => point.T)], [.. thin.Select(point => point.V)]);
    }

    private static double Seconds(DateTimeOffset at) => at.ToUnixTimeMilliseconds() / 1000.0;
}
