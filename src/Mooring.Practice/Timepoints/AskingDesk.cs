using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Clinical.Instruments;
using Mooring.Clinical.Patients;
using Mooring.Clinical.Surveillance;
using Mooring.Content.Library;
using Mooring.Practice.Access;
using Mooring.Practice.Questionnaires;
using Mooring.Storage;

namespace Mooring.Practice.Timepoints;

/// <summary>One thing that is due for a person.</summary>
public sealed record DueSheet(Asking Line, Instrument Instrument)
{
    /// <summary>The patient can do it alone: it is theirs to answer, and its words are here.</summary>
    public bool IsForPatient => Instrument is { By: Respondent.Patient, HasText: true };

    /// <summary>Who asked it of this patient alone; null of what the plan asks.</summary>
    public AskedSheet? Asked { get; init; }
}

/// <summary>Says what is asked of a person now: by the clinic's plan, by the protocol of the course, and by whoever asked something of them alone.</summary>
public sealed class AskingDesk(
    MooringDb db, CareTimesDesk times, QuestionnaireDesk questionnaires, InstrumentCatalog shelf, IntakeContent intake, StaffDesk staff, TimeProvider clock)
{
    public async Task<IReadOnlyList<DueSheet>> DueFor(Id<Patient> patient, CancellationToken cancel)
    {
        if (await times.Of(patient, cancel) is not { } care)
            return [];
        var (sheets, clinic) = (await questionnaires.Of(patient, cancel), (await staff.Clinic(cancel))!);
        var due = intake.Asking.Value.Due(care, sheets, clock.GetUtcNow());
        due = [.. due, .. CourseAsking.Due(care, sheets, clinic.DayOf, clinic.DayOf(clock.GetUtcNow())).Where(line => due.All(other => other.Instrument != line.Instrument))];
        return
        [
            .. from line in due let found = shelf.Find(line.Instrument) where found is not null select new DueSheet(line, found.Value),
            .. await Asked(patient, sheets, due, cancel),
        ];
    }

    // Once the plan asks it as well, it is asked once.
    private async Task<IEnumerable<DueSheet>> Asked(Id<Patient> patient, IReadOnlyList<AnswerSheet> sheets, IReadOnlyList<Asking> due, CancellationToken cancel) =>
        from asked in (await db.Set<AskedSheetRow>().AsNoTracking().Where(row => row.PatientId == patient).OrderBy(row => row.At).Select(row => row.What).ToListAsync(cancel)).DistinctBy(asked => (asked.Instrument, asked.IsOpen(sheets)))
        let found = shelf.Find(asked.Instrument)
        where found is not null && asked.IsOpen(sheets) && due.All(line => line.Instrument != asked.Instrument)
        select new DueSheet(new() { Id = AskedSheet.Occasion, Instrument = asked.Instrument, After = CountedFrom.CourseBegan }, found.Value) { Asked = asked };
}
