using Mooring.Clinical;
using Mooring.Clinical.Patients;
using Mooring.Clinical.Surveillance;
using Mooring.Content.Library;
using Mooring.Practice.Histories;
using Mooring.Practice.Questionnaires;
using Mooring.Practice.Timepoints;

namespace Mooring.Practice.Surveillance;

/// <summary>Says which long-term checks are due for a person. A check is done by the sheet or the measure it names.</summary>
public sealed class SurveillanceDesk(
    CareTimesDesk times, QuestionnaireDesk questionnaires, MeasurementDesk measurements, ClinicalLibrary library, TimeProvider clock)
{
    /// <summary>Longest due first; nothing for somebody who is not here.</summary>
    public async Task<IReadOnlyList<DueCheck>> DueFor(Id<Patient> patient, CancellationToken cancel)
    {
        if (library.Surveillance?.Value is not { } plan || await times.Of(patient, cancel) is not { } care)
            return [];

        var sheets = (await questionnaires.Of(patient, cancel)).Where(sheet => sheet.FinishedAt is not null).ToLookup(sheet => sheet.Instrument, sheet => sheet.TakenAt);
        var measured = (await measurements.Of(patient, cancel)).ToLookup(each => each.Observation.Code, each => (DateTimeOffset?)each.Observation.At);
        return plan.DueFor(
            care,
            check => check.Instruments.SelectMany(id => sheets[id]).Concat(check.Measures.SelectMany(id => measured[library.Words.Measures[id].Code!])).Max(),
            clock.GetUtcNow());
    }
}
