using Mooring.Clinical;
using Mooring.Clinical.Patients;
using Mooring.Clinical.Sessions;
using Mooring.Clinical.Sessions.Leaving;
using Mooring.Content.Library;
using Mooring.Kinetics;
using Mooring.Kinetics.Readiness;
using Mooring.Practice.Sessions;

namespace Mooring.Practice.Curves;

/// <summary>
/// How likely a patient in recovery is to be ready in a while. It lets nobody go: every criterion is answered by a
/// person, and the minimum stay of the session is handed to the estimate, which only ever waits longer.
/// </summary>
public sealed class ReadinessDesk(SessionFacts sessions, ClinicalLibrary library, ModelChoice models)
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

    private async Task<IReadOnlyList<TimeSpan>> Earlier(Session session, RouteReadiness entry, CancellationToken cancel) =>
    [
        .. (await sessions.Of(new Id<Patient>(session.Plan.Patient), cancel))
            .Where(earlier => earlier.Id != session.Id && IsAlike(earlier, session)).Select(earlier => TookUntilReady(earlier, entry.Clock)).OfType<TimeSpan>(),
    ];

    private static bool IsAlike(SessionFact earlier, Session session) =>
        earlier.FirstDoseAt < session.FirstDoseAt && earlier.Route == session.Plan.Route && ModelChoice.DrugOf(earlier.Drug) == ModelChoice.DrugOf(session.Plan.Drug);

    // Until the last criterion was met; who left with one waived was not found ready, and tells nothing.
    private static TimeSpan? TookUntilReady(SessionFact earlier, ReadinessClock clock) =>
        earlier.ReadyAt - (clock == ReadinessClock.FirstDose ? earlier.FirstDoseAt : earlier.DosingEndedAt) is { } took && took > TimeSpan.Zero ? took : null;
}
