using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Clinical.Courses;
using Mooring.Clinical.Patients;
using Mooring.Content.Library;
using Mooring.Practice.Plans;
using Mooring.Practice.Questionnaires;
using Mooring.Storage;

namespace Mooring.Practice.Courses;

/// <summary>Judges what was told after a session, by telephone or on the form of the day after: an adverse event of the record, or none.</summary>
public sealed class ToldEventDesk(MooringDb db, CourseCount count, IntakeContent intake, TimeProvider clock)
{
    /// <summary>What was told since the first course began and that nobody has judged yet, oldest first. A new course leaves none of it behind.</summary>
    public async Task<IReadOnlyList<ToldUnjudged>> Unjudged(Id<Patient> patient, CancellationToken cancel)
    {
        if (await count.Of(patient, cancel) is not [var course, ..])
            return [];
        var (since, harms) = (course.BeganAt, Harms());
        var judged = await db.Set<ToldEventRow>().AsNoTracking().Where(row => row.PatientId == patient && row.About != null).Select(row => row.About!.Value).ToListAsync(cancel);
        var calls = await db.Set<FollowUpRow>().AsNoTracking().Where(row => row.PatientId == patient && row.At >= since).ToListAsync(cancel);
        var forms = harms.Keys.ToList();
        var sheets = await db.Set<AnswerSheetRow>().AsNoTracking()
            .Where(row => row.PatientId == patient && row.FinishedAt != null && row.FinishedAt >= since && forms.Contains(row.Instrument)).ToListAsync(cancel);
        return
        [
            .. calls.Where(call => call.What is { Result: CallResult.Reached, SideEffects.Length: > 0 }).Select(call => new ToldUnjudged(ToldBy.Telephone, call.Id.Value, call.At, call.What.SideEffects))
                .Concat(from sheet in sheets
                        from item in harms[sheet.Instrument]
                        where sheet.Answers.ElementAtOrDefault(item.At) is > 0
                        select new ToldUnjudged(ToldBy.DayAfterForm, sheet.Id.Value, sheet.FinishedAt!.Value, item.Says(sheet.Answers[item.At]!.Value)))
                .Where(told => !judged.Contains(told.About)).OrderBy(told => told.At),
        ];
    }

    /// <summary>What was judged so far, oldest first, no event among them too.</summary>
    public async Task<IReadOnlyList<ToldEvent>> Judged(Id<Patient> patient, CancellationToken cancel) =>
        (await db.Set<ToldEventRow>().AsNoTracking().Where(row => row.PatientId == patient).OrderBy(row => row.At).ToListAsync(cancel)).ConvertAll(row => row.What);

    /// <summary>Keeps what a clinician made of it: ADV101 to ADV108; ADV109 somebody judged it already. The same id twice is kept once.</summary>
    public async Task<Outcome<ToldEvent>> Judge(Id<Patient> patient, Id<ToldEvent> id, ToldDraft draft, CancellationToken cancel)
    {
        if (ToldDraft.Against(db.Acting()) is { } notTheirs)
            return notTheirs;
        return await ChosenId.Once(db, Kept, async () =>
        {
            if (draft.About is { } about && (await Unjudged(patient, cancel)).All(told => told.About != about))
                return new Refusal("ADV109", "This was judged already; look at the page again.");
            var told = draft.Decide(id, db.Acting(), clock.GetUtcNow());
            if (!told.IsDone)
                return told;
            db.Add(new ToldEventRow { Id = id, PatientId = patient, At = told.Value.At, About = draft.About, What = told.Value });
            await db.SaveChangesAsync(cancel);
            return told;
        });

        Task<Outcome<ToldEvent>?> Kept() => ChosenId.Kept<ToldEventRow, ToldEvent>(
            db, row => row.Id == id, row => row.PatientId == patient && row.About == draft.About && row.What.Event?.Term == (draft.IsNone ? null : draft.Term?.Id), row => row.What, cancel);
    }

    // The items of the clinic's forms whose answers tell of harm.
    private Dictionary<string, IReadOnlyList<(int At, Func<int, string> Says)>> Harms() => intake.Forms.Values
        .Select(form => (form.Value.Id, Items: (IReadOnlyList<(int, Func<int, string>)>)[.. form.Value.Items.Index().Where(item => item.Item.TellsOfHarm).Select(item =>
            (item.Index, (Func<int, string>)(answer => $"{item.Item.Text?.En} {(item.Item.Choices ?? form.Value.Choices).FirstOrDefault(choice => choice.Value == answer)?.Says}")))]))
        .Where(form => form.Items.Count > 0).ToDictionary(form => form.Id, form => form.Items, StringComparer.Ordinal);
}
