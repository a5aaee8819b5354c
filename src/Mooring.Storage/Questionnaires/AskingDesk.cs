using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Clinical.Instruments;
using Mooring.Clinical.Patients;
using Mooring.Clinical.Sessions;
using Mooring.Storage.Chart;
using Mooring.Storage.Journal;
using Mooring.Storage.Library;

namespace Mooring.Storage.Questionnaires;

/// <summary>One thing that is due for a person.</summary>
public sealed record DueSheet(Asking Line, Instrument Instrument)
{
    /// <summary>She can do it herself: it is hers to answer, and its words are here.</summary>
    public bool IsForPatient => Instrument is { By: Respondent.Patient, HasText: true };
}

/// <summary>Says what is asked of a person now, by the clinic's plan.</summary>
public sealed class AskingDesk(MooringDb db, QuestionnaireDesk questionnaires, InstrumentShelf shelf, IntakeContent intake, TimeProvider clock)
{
    public async Task<IReadOnlyList<DueSheet>> DueFor(Id<Patient> patient, CancellationToken cancel)
    {
        var addedAt = await db.Set<PatientRow>().AsNoTracking().Where(row => row.Id == patient).Select(row => row.AddedAt).SingleOrDefaultAsync(cancel);
        var opened = await db.Set<SessionRow>().AsNoTracking()
            .Where(row => row.PatientId == patient && (row.Phase == Phase.Discharged || row.Phase == Phase.Signed))
            .OrderByDescending(row => row.OpenedAt).Select(row => (DateTimeOffset?)row.OpenedAt).FirstOrDefaultAsync(cancel);
        var due = intake.Asking.Value.Due(addedAt, opened, opened is not null, await questionnaires.Of(patient, cancel), clock.GetUtcNow());
        return [.. from line in due let found = shelf.Find(line.Instrument) where found is not null select new DueSheet(line, found.Value)];
    }
}
