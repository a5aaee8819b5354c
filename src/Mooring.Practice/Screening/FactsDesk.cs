using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Clinical.Facts;
using Mooring.Clinical.Patients;
using Mooring.Clinical.Rules;
using Mooring.Clinical.Screening;
using Mooring.Content.Library;
using Mooring.Practice.Histories;
using Mooring.Practice.Patients;
using Mooring.Practice.Questionnaires;
using Mooring.Practice.Recognition;
using Mooring.Storage;

namespace Mooring.Practice.Screening;

/// <summary>Gathers what is known about a patient into the facts that screening judges.</summary>
public sealed class FactsDesk(
    MooringDb db, HistoryDesk histories, MeasurementDesk measurements, Scores scores, CheckInVitals checkIn, EarlierDoses doses, ClinicWords words, ClinicalLibrary library)
{
    /// <summary>All that screening may use; null when there is no such patient.</summary>
    public async Task<PatientFacts?> Of(Id<Patient> id, CancellationToken cancel)
    {
        if (await db.Set<PatientRow>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancel) is not { } patient)
            return null;

        var measured = (await measurements.Of(id, cancel)).Select(each => each.Observation).ToList();
        var scored = (await scores.Of(id, cancel)).Select(AsSheet).ToList();
        var facts = (await histories.Of(id, cancel)).AsFacts();
        var resistant = library.Trials is { } table ? TreatmentResistance.Assess(facts.Trials, table.Value, (await words.Of(cancel)).Recognizer).Result : Finding.Unknown;
        return facts with
        {
            BornOn = patient.BirthDate,
            Sex = patient.Sex,
            Scores = [.. scored.Concat(SheetsElsewhere.Of(measured, library.Instruments.Values.Select(instrument => instrument.Value))).OrderByDescending(sheet => sheet.At)],
            // What was measured at rest and written down; what a monitor said during a session says nothing about the patient at rest.
            Observations = [.. measured, .. await checkIn.Of(id, cancel), .. scored.SelectMany(AsObservation)],
            Doses = await doses.Of(id, cancel),
            TreatmentResistant = resistant,
        };
    }

    // A rule that reads a total by its code finds the sheet filled in here as well as one from elsewhere.
    private IEnumerable<Observation> AsObservation(ScoredSheet sheet) =>
        sheet.Total is { } total && library.Instruments.GetValueOrDefault(sheet.Instrument)?.Value.LoincTotal is { } code && IsMeasured(code)
            ? [new(code, new(total, "{score}"), sheet.At)]
            : [];

    private bool IsMeasured(string code) => library.Words.Measures.Values.Any(measure => measure.From == MeasureFrom.Observation && measure.Code == code);

    // A part of a sheet is known by both names, so that a rule can ask for the highest item of one.
    private static ScoredSheet AsSheet(KeptScore score) =>
        new(score.Part.Length == 0 ? score.Instrument : $"{score.Instrument}-{score.Part}", score.Value, score.Band, score.TakenAt);
}
