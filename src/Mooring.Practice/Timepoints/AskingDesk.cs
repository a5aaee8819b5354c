using Mooring.Clinical;
using Mooring.Clinical.Instruments;
using Mooring.Clinical.Patients;
using Mooring.Content.Library;
using Mooring.Practice.Access;
using Mooring.Practice.Questionnaires;

namespace Mooring.Practice.Timepoints;

/// <summary>One thing that is due for a person.</summary>
public sealed record DueSheet(Asking Line, Instrument Instrument)
{
    /// <summary>The patient can do it alone: it is theirs to answer, and its words are here.</summary>
    public bool IsForPatient => Instrument is { By: Respondent.Patient, HasText: true };
}

/// <summary>Says what is asked of a person now: by the clinic's plan, and by the protocol of the course.</summary>
public sealed class AskingDesk(CareTimesDesk times, QuestionnaireDesk questionnaires, InstrumentCatalog shelf, IntakeContent intake, StaffDesk staff, TimeProvider clock)
{
    public async Task<IReadOnlyList<DueSheet>> DueFor(Id<Patient> patient, CancellationToken cancel)
    {
        if (await times.Of(patient, cancel) is not { } care)
            return [];
        var (sheets, clinic) = (await questionnaires.Of(patient, cancel), (await staff.Clinic(cancel))!);
        var due = intake.Asking.Value.Due(care, sheets, clock.GetUtcNow());
        due = [.. due, .. CourseAsking.Due(care, sheets, clinic.DayOf, clinic.DayOf(clock.GetUtcNow())).Where(line => due.All(other => other.Instrument != line.Instrument))];
        return [.. from line in due let found = shelf.Find(line.Instrument) where found is not null select new DueSheet(line, found.Value)];
    }
}
