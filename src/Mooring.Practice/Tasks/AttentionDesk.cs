using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Clinical.Attention;
using Mooring.Clinical.Patients;
using Mooring.Clinical.Sessions.Clearance;
using Mooring.Clinical.Sessions.Rescuing;
using Mooring.Content.Library;
using Mooring.Practice.Plans;
using Mooring.Practice.Questionnaires;
using Mooring.Practice.Sessions;
using Mooring.Storage;

namespace Mooring.Practice.Tasks;

/// <summary>
/// Serious adverse events and patients who asked to be called: each stays until somebody closed it with an outcome. A
/// review of the course closes a serious event as well.
/// </summary>
public sealed class AttentionDesk(MooringDb db, SessionJournal journal, SessionContent content, InstrumentCatalog shelf, TimeProvider clock)
{
    private const int ShortestOutcome = 10;

    // As the band stands in a kept score. Only what holds it is read.
    private const string CallToday = "call-today";
    private const string AsKept = "\"call-today\"";

    /// <summary>After so long without anybody, a serious event is every prescriber's.</summary>
    public TimeSpan TakenWithin => content.AdverseTerms.Capture.TakenWithin;

    /// <summary>What is open of one patient, or of everyone in this clinic, longest waiting first.</summary>
    public async Task<IReadOnlyList<(Id<Patient> Patient, Matter Matter)>> Open(Id<Patient>? patient, CancellationToken cancel)
    {
        var rows = await db.Set<AttentionRow>().AsNoTracking().Where(row => patient == null || row.PatientId == patient).OrderBy(row => row.At).ToListAsync(cancel);
        var steps = rows.ToLookup(row => (row.Kind, row.About));
        return
        [
            .. from each in (await Serious(patient, cancel)).Concat(await Calls(patient, cancel))
               let taken = steps[(each.Matter.Kind, each.Matter.About)].ToList()
               where !taken.Exists(step => step.Outcome is not null && step.At >= each.Matter.Since)
               orderby each.Matter.Since
               select (each.Patient, each.Matter with { TakenBy = taken.LastOrDefault()?.By, TakenAt = taken.LastOrDefault()?.At }),
        ];
    }

    /// <summary>It is mine from now on. Refusals: WEB150, ATT101 not open, ATT102 who may.</summary>
    public Task<Outcome<Matter>> Take(Id<Patient> patient, MatterKind kind, Guid about, CancellationToken cancel) => Step(patient, kind, about, null, cancel);

    /// <summary>Closes it with what came of it. Refusals: ATT101, ATT102, ATT103 nothing written.</summary>
    public Task<Outcome<Matter>> Close(Id<Patient> patient, MatterKind kind, Guid about, string? outcome, CancellationToken cancel) =>
        Step(patient, kind, about, outcome?.Trim() ?? "", cancel);

    private async Task<Outcome<Matter>> Step(Id<Patient> patient, MatterKind kind, Guid about, string? outcome, CancellationToken cancel)
    {
        if (db.Unless(Right.AnswerMatters) is { } notTheirs)
            return notTheirs;
        if (outcome?.Length < ShortestOutcome)
            return new Refusal("ATT103", "Write what was found and done; it closes this.", "outcome");
        var open = (await Open(patient, cancel)).Select(each => each.Matter).FirstOrDefault(matter => matter.Kind == kind && matter.About == about);
        if (open is null)
            return new Refusal("ATT101", "This is closed already, or was never open; look at the page again.");
        if (!db.Acting().IsOneOf(open.For))
            return new Refusal("ATT102", $"This is taken and closed by: {string.Join(", ", open.For)}.");
        var now = clock.GetUtcNow();
        db.Add(new AttentionRow { Id = Guid.CreateVersion7(now), PatientId = patient, Kind = kind, About = about, By = db.Acting(), At = now, Outcome = outcome });
        await db.SaveChangesAsync(cancel);
        return open with { TakenBy = db.Acting(), TakenAt = now };
    }

    private async Task<IEnumerable<(Id<Patient> Patient, Matter Matter)>> Serious(Id<Patient>? patient, CancellationToken cancel)
    {
        var sessions = await db.Set<SessionRow>().AsNoTracking().Where(row => row.SeriousSince != null && (patient == null || row.PatientId == patient)).ToListAsync(cancel);
        var ids = sessions.ConvertAll(row => row.PatientId);
        var reviewed = (await db.Set<ReviewRow>().AsNoTracking().Where(row => ids.Contains(row.PatientId)).ToListAsync(cancel)).ToLookup(row => row.PatientId, row => row.At);
        List<(Id<Patient>, Matter)> found = [];
        foreach (var row in sessions.Where(row => !reviewed[row.PatientId].Any(at => at > row.SeriousSince)))
        {
            if (await journal.Load(row.Id, cancel) is not { } session)
                continue;
            var names = session.AdverseCases.Where(each => each.What.Serious).Select(each => content.AdverseTerms.Find(each.What.Term)?.Name ?? each.What.Term).Distinct();
            found.Add((row.PatientId, new(MatterKind.SeriousEvent, row.Id.Value, $"{string.Join(", ", names)}, recorded as serious. {content.AdverseTerms.Capture.Serious}", row.SeriousSince!.Value, session.Decision?.Prescriber)));
        }

        return found;
    }

    private async Task<IEnumerable<(Id<Patient> Patient, Matter Matter)>> Calls(Id<Patient>? patient, CancellationToken cancel)
    {
        var sheets = await db.Set<AnswerSheetRow>().AsNoTracking()
            .Where(row => row.FinishedAt != null && (patient == null || row.PatientId == patient) && ((string)(object)row.Score!).Contains(AsKept)).ToListAsync(cancel);
        return sheets.Where(row => row.Score?.Band == CallToday)
            .Select(row => (row.PatientId, new Matter(MatterKind.CallAsked, row.Id.Value, $"{shelf.NameOf(row.Instrument)}: the answers ask for a call.", row.FinishedAt!.Value, null)));
    }
}
