using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Clinical.Instruments;
using Mooring.Clinical.Pathways;
using Mooring.Clinical.Patients;
using Mooring.Storage.Chart;
using Mooring.Storage.Library;
using Mooring.Storage.Questionnaires;

namespace Mooring.Storage.Pathways;

/// <summary>Questionnaires on the pathway and the timeline, and answers that ask for a call.</summary>
internal sealed class QuestionnairePart(MooringDb db, QuestionnaireDesk questionnaires, AskingDesk asking, InstrumentShelf shelf, TimeProvider clock) : ChartPart
{
    private const string CallToday = "call-today";
    private static readonly TimeSpan CalledWithin = TimeSpan.FromDays(2);

    public override async Task<PathwayFacts> Stand(PathwayFacts facts, Id<Patient> patient, CancellationToken cancel) => facts with
    {
        SheetsDue = [.. (await asking.DueFor(patient, cancel)).Where(due => due.Line.Needed).Select(due => due.Instrument.Title.En)],
    };

    public override async Task<IReadOnlyList<TimelineEntry>> Entries(Id<Patient> patient, CancellationToken cancel)
    {
        var sheets = (await questionnaires.Of(patient, cancel)).Where(sheet => sheet.FinishedAt is not null).OrderBy(sheet => sheet.TakenAt).ToList();
        return [.. sheets.Select((sheet, index) => new TimelineEntry(sheet.TakenAt!.Value, "score", Title(sheet, sheets.Take(index)),
            sheet.By.Role == Role.Patient ? "Filled in by the patient." : sheet.IsFromPaper ? $"Entered from paper by {sheet.By.Name}." : $"Asked by {sheet.By.Name}.",
            $"/patients/{patient}/questionnaires#{sheet.Id}"))];
    }

    public override async Task<IReadOnlyList<WaitingTask>> Waiting(CancellationToken cancel)
    {
        var since = clock.GetUtcNow() - CalledWithin;
        var sheets = await db.Set<AnswerSheetRow>().AsNoTracking().Where(row => row.FinishedAt != null && row.FinishedAt > since).ToListAsync(cancel);
        var calls = sheets.Where(row => row.Score?.Band == CallToday).ToList();
        var ids = calls.Select(row => row.PatientId).ToList();
        var names = await db.Set<PatientRow>().AsNoTracking().Where(row => ids.Contains(row.Id)).ToDictionaryAsync(row => row.Id, cancel);
        return [.. calls.Select(row => new WaitingTask($"Call {names[row.PatientId].AsPatient().ShortName}", $"{shelf.NameOf(row.Instrument)}: the answers ask for a call.",
            $"/patients/{row.PatientId}/questionnaires", true, [Role.Nurse, Role.Therapist, Role.Prescriber], "phone", row.FinishedAt))];
    }

    private string Title(AnswerSheet sheet, IEnumerable<AnswerSheet> earlier)
    {
        var instrument = shelf.Find(sheet.Instrument)?.Value;
        var before = earlier.LastOrDefault(each => each.Instrument == sheet.Instrument && each.Score?.Total is not null)?.Score?.Total;
        var name = sheet.Instrument == instrument?.Id && instrument.Scoring != ScoringMethod.Triage ? sheet.Instrument.ToUpperInvariant() : shelf.NameOf(sheet.Instrument);
        return SheetWords.Line(name, sheet.Score, before);
    }
}
