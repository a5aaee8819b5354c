using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Clinical.Patients;
using Mooring.Clinical.Screening;
using Mooring.Content.Library;
using Mooring.Practice.Histories;
using Mooring.Practice.Plans;
using Mooring.Practice.Questionnaires;
using Mooring.Storage;

namespace Mooring.Practice.Risk;

/// <summary>One thing that opened the suicide-risk step.</summary>
/// <param name="At">A screener older than this does not answer it.</param>
/// <param name="What">Such as the name of a questionnaire.</param>
/// <param name="Place">Where it is read, below the patient's own address.</param>
public sealed record RiskFlag(Id<Patient> Patient, DateTimeOffset At, string What, string Place);

/// <summary>Everything that opens the step: a score, a yes in a follow-up call, an answer that came with another record.</summary>
public sealed class RiskFlags(MooringDb db, ClinicalLibrary library, InstrumentCatalog shelf)
{
    // As JSON columns keep it. Only what holds these words is read, however many sheets and calls there are.
    private const string Yes = "\"suicidalThoughts\":\"Met\"";

    /// <summary>Those of one patient, or of everyone in this clinic.</summary>
    public async Task<IReadOnlyList<RiskFlag>> Of(RiskPathway pathway, Id<Patient>? patient, CancellationToken cancel) =>
        [.. await Scores(pathway, patient, cancel), .. await Calls(patient, cancel), .. await Answers(pathway, patient, cancel)];

    /// <summary>Rows of one patient, or of everyone.</summary>
    internal static IQueryable<TRow> Rows<TRow>(MooringDb db, Id<Patient>? patient)
        where TRow : class
    {
        var rows = db.Set<TRow>().AsNoTracking();
        return patient is { } one ? rows.Where(row => EF.Property<Id<Patient>>(row, nameof(RiskDecisionRow.PatientId)) == one) : rows;
    }

    private async Task<IEnumerable<RiskFlag>> Scores(RiskPathway pathway, Id<Patient>? patient, CancellationToken cancel)
    {
        var (screener, repeat, step) = (pathway.Screener, pathway.Repeat, $"\"{pathway.Step}\"");
        var rows = await Rows<AnswerSheetRow>(db, patient)
            .Where(row => row.FinishedAt != null && row.Instrument != screener && row.Instrument != repeat && ((string)(object)row.Score!).Contains(step)).ToListAsync(cancel);
        return from row in rows
               where row.AsSheet().Opens(pathway.Step)
               select new RiskFlag(row.PatientId, row.FinishedAt!.Value, shelf.NameOf(row.Instrument), $"questionnaires/{row.Id}");
    }

    private async Task<IEnumerable<RiskFlag>> Calls(Id<Patient>? patient, CancellationToken cancel) =>
        from row in await Rows<FollowUpRow>(db, patient).Where(row => ((string)(object)row.What).Contains(Yes)).ToListAsync(cancel)
        where row.What.SuicidalThoughts == Finding.Met
        select new RiskFlag(row.PatientId, row.At, "a follow-up call", "follow-up");

    // Single answers of other records, judged by the same flags as our own sheets.
    private async Task<IEnumerable<RiskFlag>> Answers(RiskPathway pathway, Id<Patient>? patient, CancellationToken cancel)
    {
        var opening = Opening(pathway.Step).ToList();
        var codes = opening.Select(each => each.Code).ToList();
        var least = opening.Min(each => (double?)each.AtLeast) ?? 0;
        var rows = await Rows<MeasurementRow>(db, patient).Where(row => codes.Contains(row.Code) && row.Value >= least).ToListAsync(cancel);
        return from row in rows
               from each in opening
               where each.Code == row.Code && row.Value >= each.AtLeast
               select new RiskFlag(row.PatientId, row.At, $"an imported answer of {each.Title}", "history#measurements");
    }

    private IEnumerable<(string Code, double AtLeast, string Title)> Opening(string step) =>
        from instrument in library.Instruments.Values.Select(each => each.Value)
        from flag in instrument.Flags
        where flag.Opens == step
        from item in instrument.Items
        where item.Id == flag.Item && item.Loinc is not null
        select (item.Loinc!, flag.AtLeast, instrument.Title.En);
}
