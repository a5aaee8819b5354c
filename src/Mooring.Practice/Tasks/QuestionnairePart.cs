using Mooring.Clinical;
using Mooring.Clinical.Instruments;
using Mooring.Clinical.Pathways;
using Mooring.Clinical.Patients;
using Mooring.Content.Library;
using Mooring.Practice.Questionnaires;
using Mooring.Practice.Timepoints;

namespace Mooring.Practice.Tasks;

/// <summary>Questionnaires on the pathway and the timeline.</summary>
internal sealed class QuestionnairePart(QuestionnaireDesk questionnaires, AskingDesk asking, InstrumentCatalog shelf) : ChartPart
{
    public override async Task<PathwayFacts> Stand(PathwayFacts facts, Id<Patient> patient, CancellationToken cancel)
    {
        return facts with
        {
            SheetsDue = [.. (await asking.DueFor(patient, cancel)).Where(due => due.Line.Needed).Select(due => due.Instrument.Title.En)],
            HeardAt = (await questionnaires.Of(patient, cancel)).Select(sheet => sheet.FinishedAt).Append(facts.HeardAt).Max(),
        };
    }

    public override async Task<IReadOnlyList<TimelineEntry>> Entries(Id<Patient> patient, CancellationToken cancel)
    {
        var sheets = (await questionnaires.Of(patient, cancel)).Where(sheet => sheet.FinishedAt is not null).OrderBy(sheet => sheet.TakenAt).ToList();
        return [.. sheets.Select((sheet, index) => new TimelineEntry(sheet.TakenAt!.Value, "score", Title(sheet, sheets.Take(index)),
            sheet.By.IsPatient ? "Filled in by the patient." : sheet.IsFromPaper ? $"Entered from paper by {sheet.By.Name}." : $"Asked by {sheet.By.Name}.",
            ChartPlace.Questionnaires,
            sheet.Id.Value))];
    }

    private string Title(AnswerSheet sheet, IEnumerable<AnswerSheet> earlier)
    {
        var instrument = shelf.Find(sheet.Instrument)?.Value;
        var before = earlier.LastOrDefault(each => each.Instrument == sheet.Instrument && each.Score?.Total is not null)?.Score?.Total;
        var name = sheet.Instrument == instrument?.Id && instrument.Scoring != ScoringMethod.Triage ? sheet.Instrument.ToUpperInvariant() : shelf.NameOf(sheet.Instrument);
        return SheetWords.Line(name, sheet.Score, before);
    }
}
