using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Clinical.Patients;
using Mooring.Clinical.Screening;
using Mooring.Storage.Chart;
using Mooring.Storage.Library;
using Mooring.Storage.Questionnaires;

namespace Mooring.Storage.Histories;

/// <summary>Gathers what is known about a patient into the facts that screening judges.</summary>
public sealed class FactsDesk(MooringDb db, HistoryDesk histories, MeasurementDesk measurements, CheckInVitals checkIn, ClinicalLibrary library)
{
    /// <summary>All that screening may use; null when there is no such patient.</summary>
    public async Task<PatientFacts?> Of(Id<Patient> id, CancellationToken cancel)
    {
        if (await db.Set<PatientRow>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancel) is not { } patient)
            return null;

        var measured = (await measurements.Of(id, cancel)).Select(each => each.Observation).ToList();
        var facts = (await histories.Of(id, cancel)).AsFacts();
        var resistant = library.Trials is { } table ? TreatmentResistance.Assess(facts.Trials, table.Value).Result : Finding.Unknown;
        return facts with
        {
            BornOn = patient.BirthDate,
            Sex = patient.Sex,
            Scores = [.. (await Scores(id, cancel)).Concat(Totals(measured)).OrderByDescending(sheet => sheet.At)],
            // What was measured at rest; what a monitor said after a dose says nothing about her at rest.
            Observations = [.. measured, .. await checkIn.Of(id, cancel)],
            TreatmentResistant = resistant,
        };
    }

    private async Task<IReadOnlyList<ScoredSheet>> Scores(Id<Patient> id, CancellationToken cancel)
    {
        var sheets = await db.Set<AnswerSheetRow>().AsNoTracking().Where(row => row.PatientId == id && row.FinishedAt != null).ToListAsync(cancel);
        return [.. from sheet in sheets
                   where sheet.Score is not null && sheet.TakenAt is not null
                   orderby sheet.TakenAt descending
                   select new ScoredSheet(sheet.Instrument, sheet.Score!.Total, sheet.Score.Band, sheet.TakenAt!.Value)];
    }

    // Totals that came with another record, by the code of the instrument's total. Their band is ours to find.
    private IEnumerable<ScoredSheet> Totals(IReadOnlyList<Observation> measured) =>
        from observation in measured
        from instrument in library.Instruments.Values
        where instrument.Value.LoincTotal == observation.Code
        let total = observation.Value.Value
        select new ScoredSheet(instrument.Value.Id, total, instrument.Value.Bands.FirstOrDefault(band => total >= band.From && total <= band.To)?.Id, observation.At);
}
