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
/// Serious adverse events, patients who are to be called, and visits missed at risk: each stays until somebody closed it with an outcome.
/// A review of the course closes a serious event as well.
/// </summary>
public sealed class AttentionDesk(
    MooringDb db, SessionJournal journal, SessionContent content, CourseContent course, InstrumentCatalog shelf, MissedAtRisk missed, TimeProvider clock)
{
    /// <summary>Letters of an outcome.</summary>
    public const int LongestOutcome = 2000;

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
            .. from each in (await Serious(patient, cancel)).Concat(await Calls(patient, cancel)).Concat(await CallBacks(patient, cancel)).Concat(await missed.Of(patient, cancel))
               let taken = steps[(each.Matter.Kind, each.Matter.About)].ToList()
               where !taken.Exists(step => step.Outcome is not null && step.At >= each.Matter.Since)
               orderby each.Matter.Since
               let tried = taken.FindAll(step => step.NextTry is not null)
               select (each.Patient, each.Matter with
               {
                   TakenBy = taken.LastOrDefault()?.By,
                   TakenAt = taken.LastOrDefault()?.At,
                   Tries = tried.Count,
                   TriedAt = tried.LastOrDefault()?.At,
                   NextTry = tried.LastOrDefault()?.NextTry,
               }),
        ];
    }

    /// <summary>It is mine from now on. Refusals: WEB150, ATT101 not open, ATT102 who may.</summary>
    public Task<Outcome<Matter>> Take(Id<Patient> patient, MatterKind kind, Guid about, CancellationToken cancel) => Step(patient, kind, about, null, null, cancel);

    /// <summary>Closes it with what came of it. Refusals: ATT101, ATT102, ATT103 nothing written, ATT105 too long.</summary>
    public Task<Outcome<Matter>> Close(Id<Patient> patient, MatterKind kind, Guid about, string? outcome, CancellationToken cancel) =>
        Step(patient, kind, about, outcome?.Trim() ?? "", null, cancel);

    /// <summary>
    /// Somebody called and reached nobody: it stays open, with one try more and the hour of the next. Whoever tried has it.
    /// Refusals: ATT101, ATT102, ATT104 no such pause, or no call.
    /// </summary>
    /// <param name="again">After how long it is tried again; one of those that the content offers.</param>
    public Task<Outcome<Matter>> Tried(Id<Patient> patient, MatterKind kind, Guid about, TimeSpan? again, CancellationToken cancel) =>
        Step(patient, kind, about, null, again ?? TimeSpan.Zero, cancel);

    private async Task<Outcome<Matter>> Step(Id<Patient> patient, MatterKind kind, Guid about, string? outcome, TimeSpan? again, CancellationToken cancel)
    {
        if (db.Unless(Right.AnswerMatters) is { } notTheirs)
            return notTheirs;
        if (outcome?.Length < ShortestOutcome)
            return new Refusal("ATT103", "Write what was found and done; it closes this.", "outcome");
        if (outcome?.Length > LongestOutcome)
            return new Refusal("ATT105", $"Write what was found and done in {LongestOutcome} letters at most.", "outcome");
        if (again is { } pause && (!course.Tasks.TryAgain.Contains(pause) || kind == MatterKind.SeriousEvent))
            return new Refusal("ATT104", "Choose when it is tried again.", "again");
        var open = (await Open(patient, cancel)).Select(each => each.Matter).FirstOrDefault(matter => matter.Kind == kind && matter.About == about);
        if (open is null)
            return new Refusal("ATT101", "This is closed already, or was never open; look at the page again.");
        if (!db.Acting().IsOneOf(open.ClosedBy))
            return new Refusal("ATT102", $"This is taken and closed by: {string.Join(", ", open.ClosedBy)}.");
        var now = clock.GetUtcNow();
        db.Add(new AttentionRow { Id = Guid.CreateVersion7(now), PatientId = patient, Kind = kind, About = about, By = db.Acting(), At = now, Outcome = outcome, NextTry = now + again });
        await db.SaveChangesAsync(cancel);
        return open with { TakenBy = db.Acting(), TakenAt = now, NextTry = now + again };
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
    private async Task<IEnumerable<(Id<Patient> Patient, Matter Matter)>> CallBacks(Id<Patient>? patient, CancellationToken cancel) =>
        from row in await db.Set<CallBackRow>().AsNoTracking().Where(row => patient == null || row.PatientId == patient).ToListAsync(cancel)
        select (row.PatientId, new Matter(MatterKind.CallBack, row.Id, $"{row.About} (told {row.By.Name}{(row.Reach is { } reach ? $"; to be reached: {reach}" : "")})", row.At, null));
}
