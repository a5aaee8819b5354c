using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Clinical.Patients;
using Mooring.Clinical.Screening;
using Mooring.Clinical.Sessions;
using Mooring.Clinical.Sessions.Events;
using Mooring.Clinical.Vitals;
using Mooring.Kinetics.Quantities;
using Mooring.Storage.Journal;
using Mooring.Storage.Library;

namespace Mooring.Storage.Histories;

/// <summary>
/// What was charted at the chair before anything was given, and what its questions found. It tells of the patient at rest,
/// as a value from the desk does; what comes after the first dose tells of the drug.
/// </summary>
public sealed class CheckInVitals(MooringDb db, SessionJournal journal, ClinicalLibrary library, TimeProvider clock)
{
    // Rules ask for a test of the last week; sessions of earlier days would only cost time.
    private static readonly TimeSpan LooksBack = TimeSpan.FromDays(9);

    public async Task<IReadOnlyList<Observation>> Of(Id<Patient> patient, CancellationToken cancel)
    {
        var since = clock.GetUtcNow() - LooksBack;
        var ids = await db.Set<SessionRow>().AsNoTracking().Where(row => row.PatientId == patient && row.OpenedAt >= since).Select(row => row.Id).ToListAsync(cancel);
        List<Observation> found = [];
        foreach (var id in ids)
        {
            var session = (await journal.Load(id, cancel))!;
            found.AddRange(
                from value in session.Chart.All
                where session.FirstDoseAt is not { } dosed || value.At < dosed
                let sign = VitalSign.Find(value.Of)
                where sign?.Loinc is not null
                select new Observation(sign!.Loinc!, new Quantity(value.Value, sign.Unit), value.At));
            found.AddRange(Answered(session));
        }

        return found;
    }

    private IEnumerable<Observation> Answered(Session session) =>
        from entry in session.Told
        let answer = entry.What as GateAnswered
        where answer is { Answer: GateAnswer.Met or GateAnswer.NotMet }
        let tells = session.Pack.Gates.FirstOrDefault(gate => gate.Id == answer.Item)?.Tells
        where tells is not null
        let measure = library.Words.Measures.GetValueOrDefault(tells.Measure)
        where measure?.Code is not null
        select new Observation(measure!.Code!, new Quantity(answer.Answer == GateAnswer.Met ? tells.Met : tells.NotMet, measure.Unit), entry.HappenedAt);
}
