using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Clinical.Courses;
using Mooring.Clinical.Patients;
using Mooring.Content.Library;
using Mooring.Practice.Courses;
using Mooring.Practice.Histories;
using Mooring.Practice.Questionnaires;
using Mooring.Practice.Timepoints;
using Mooring.Storage;

namespace Mooring.Practice.Surveillance;

/// <summary>What has to be known before the first session of a course, what of it is there, and what a prescriber waived.</summary>
public sealed class BaselineDesk(
    MooringDb db, CareTimesDesk times, CourseCount count, QuestionnaireDesk questionnaires, MeasurementDesk measurements, ClinicalLibrary library, IntakeContent intake, CourseContent content, TimeProvider clock)
{
    /// <summary>How each item stands; empty where no course waits for its first session.</summary>
    public async Task<IReadOnlyList<BaselineStanding>> Of(Id<Patient> patient, CancellationToken cancel) =>
        await count.Now(patient, cancel) is { GoesOn: true, Held.Count: 0 } course ? await Standing(patient, course, clock.GetUtcNow(), cancel) : [];

    /// <summary>How each item stood when the first session of the newest course was held, and when that was; null before it.</summary>
    public async Task<(DateTimeOffset At, IReadOnlyList<BaselineStanding> Items)?> Record(Id<Patient> patient, CancellationToken cancel) =>
        await count.Now(patient, cancel) is { Held: [var first, ..] } course ? (first, await Standing(patient, course, first, cancel)) : null;

    /// <summary>Why no session is opened (BSL101); null when nothing is missing, or the course is past its first session.</summary>
    public async Task<Refusal?> Blocks(Id<Patient> patient, CancellationToken cancel) => Baseline.Against(await Of(patient, cancel));

    /// <summary>Waives for this course. Refusals BSL102 to BSL106; the same id twice is kept once.</summary>
    public async Task<Outcome<BaselineWaiver>> Waive(Id<Patient> patient, Id<BaselineWaiver> id, IReadOnlyList<string> items, string? reason, CancellationToken cancel)
    {
        if (Baseline.Against(db.Acting()) is { } notTheirs)
            return notTheirs;
        return await ChosenId.Once(db, Kept, async () =>
        {
            if (await count.Now(patient, cancel) is not { GoesOn: true, Held.Count: 0 } course)
                return new Refusal("BSL106", "No course waits for its first session, so there is nothing to waive.");
            var waiver = Baseline.Waive(await Standing(patient, course, clock.GetUtcNow(), cancel), id, items, reason, db.Acting(), clock.GetUtcNow());
            if (!waiver.IsDone)
                return waiver;
            db.Add(new BaselineWaiverRow { Id = id, PatientId = patient, CourseId = course.Id, At = waiver.Value.At, What = waiver.Value });
            await db.SaveChangesAsync(cancel);
            return waiver;
        });

        Task<Outcome<BaselineWaiver>?> Kept() => ChosenId.Kept<BaselineWaiverRow, BaselineWaiver>(
            db, row => row.Id == id, row => row.PatientId == patient && row.What.Reason == (reason?.Trim() ?? "") && row.What.Items.SequenceEqual(items), row => row.What, cancel);
    }

    private async Task<IReadOnlyList<BaselineStanding>> Standing(Id<Patient> patient, Course course, DateTimeOffset at, CancellationToken cancel)
    {
        if (library.Surveillance?.Value is not { } plan || await times.Of(patient, cancel) is not { } care)
            return [];
        var waivers = (await db.Set<BaselineWaiverRow>().AsNoTracking().Where(row => row.PatientId == patient && row.CourseId == course.Id && row.At <= at).OrderBy(row => row.At).ToListAsync(cancel)).ConvertAll(row => row.What);
        var sheets = (await questionnaires.Of(patient, cancel)).Where(sheet => sheet.FinishedAt is not null && sheet.TakenAt <= at).ToLookup(sheet => sheet.Instrument, sheet => sheet.TakenAt);
        var measured = (await measurements.Of(patient, cancel)).Where(each => each.Observation.At <= at).ToLookup(each => each.Observation.Code, each => (DateTimeOffset?)each.Observation.At);
        var deciding = content.Protocol(course.ProtocolId)?.Instruments is [var first, ..] ? library.Instruments.GetValueOrDefault(first)?.Value : null;
        return Baseline.Of(
            plan,
            intake.Asking.Value,
            deciding,
            care,
            id => library.Instruments.TryGetValue(id, out var found) ? found.Value.Title.En : id,
            (instruments, measures) => instruments.SelectMany(id => sheets[id]).Concat(measures.SelectMany(id => measured[library.Words.Measures[id].Code!])).Max(),
            waivers,
            at);
    }
}
