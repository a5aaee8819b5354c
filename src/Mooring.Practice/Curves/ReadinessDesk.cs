using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Clinical.Patients;
using Mooring.Clinical.Sessions;
using Mooring.Clinical.Sessions.Events;
using Mooring.Content.Library;
using Mooring.Kinetics;
using Mooring.Kinetics.Readiness;
using Mooring.Practice.Sessions;
using Mooring.Storage;

namespace Mooring.Practice.Curves;

/// <summary>
/// How likely a patient in recovery is to be ready in a while. It lets nobody go: every criterion is answered by a
/// person, and the minimum stay of the session is handed to the estimate, which only ever waits longer.
/// </summary>
public sealed class ReadinessDesk(MooringDb db, SessionJournal journal, ClinicalLibrary library, ModelChoice models)
{
    /// <summary>The estimate, or KIN34x why there is none; null outside recovery and where no model or no terms speak for the session.</summary>
    public async Task<Answer<ReadinessEstimate>?> Of(Session session, DateTimeOffset now, CancellationToken cancel)
    {
        if (session.Phase != Phase.Recovering || session.EarliestDischarge is not { } earliest || library.KineticTerms.Readiness is not { } terms
            || SessionCase.Of(session, models, now) is not { } seen)
            return null;
        var given = GivenDoses.Of(session, seen.Start, now, now);
        var slowest = given.Routes.Select(route => terms.For(seen.Model.Drug, route)).MaxBy(entry => entry?.Median);
        return TimeToReady.Of(
            new(seen.Model, seen.Subject, given, seen.Now, earliest - seen.Start)
            {
                NotReadyAt = NotReadyAt(session) is { } found ? found - seen.Start : null,
                Earlier = slowest is null ? [] : await Earlier(session, slowest, cancel),
            },
            terms);
    }

    /// <summary>When somebody last found a criterion not met that is not met still; null when nobody did.</summary>
    private static DateTimeOffset? NotReadyAt(Session session) => session.Told
        .Where(entry => entry.What is DischargeCriterionAnswered { Met: Finding.NotMet } answer && session.Criteria[answer.Item].Met == Finding.NotMet)
        .Select(entry => (DateTimeOffset?)entry.HappenedAt).LastOrDefault();

    private async Task<IReadOnlyList<TimeSpan>> Earlier(Session session, RouteReadiness entry, CancellationToken cancel)
    {
        var patient = new Id<Patient>(session.Plan.Patient);
        var ids = await db.Set<SessionRow>().AsNoTracking().Where(row => row.PatientId == patient && row.Id != session.Id).Select(row => row.Id).ToListAsync(cancel);
        List<TimeSpan> took = [];
        foreach (var id in ids)
        {
            if (await journal.Load(id, cancel) is { } earlier && IsAlike(earlier, session) && TookUntilReady(earlier, entry.Clock) is { } time)
                took.Add(time);
        }

        return took;
    }

    private static bool IsAlike(Session earlier, Session session) =>
        earlier.FirstDoseAt < session.FirstDoseAt && earlier.Plan.Route == session.Plan.Route && ModelChoice.DrugOf(earlier.Plan) == ModelChoice.DrugOf(session.Plan);

    // Until the last criterion was met; who left with one waived was not found ready, and tells nothing.
    private static TimeSpan? TookUntilReady(Session session, ReadinessClock clock)
    {
        if (session.Phase < Phase.Discharged || session.Pack.Discharge.Criteria.Any(one => session.Criteria.GetValueOrDefault(one.Id)?.Met != Finding.Met))
            return null;
        var met = session.Told.Where(entry => entry.What is DischargeCriterionAnswered { Met: Finding.Met }).Max(entry => (DateTimeOffset?)entry.HappenedAt);
        return met - (clock == ReadinessClock.FirstDose ? session.FirstDoseAt : session.DosingEndedAt) is { } took && took > TimeSpan.Zero ? took : null;
    }
}
