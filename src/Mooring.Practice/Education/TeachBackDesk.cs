using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Clinical.Education;
using Mooring.Clinical.Patients;
using Mooring.Clinical.Protocols;
using Mooring.Content.Library;
using Mooring.Practice.Content;
using Mooring.Practice.Planning;
using Mooring.Storage;

namespace Mooring.Practice.Education;

/// <summary>What the texts for patients ask back, what was answered, and what was not understood.</summary>
public sealed class TeachBackDesk(MooringDb db, PlanDesk plans, CourseContent content, TimeProvider clock)
{
    /// <summary>
    /// One for each text of the plan that holds that asks something back, in this language: empty without a plan. What was
    /// answered before the plan was signed was answered to another.
    /// </summary>
    public async Task<IReadOnlyList<Understanding>> Of(Id<Patient> patient, Language language, CancellationToken cancel)
    {
        if (await plans.Current(patient, cancel) is not { } plan || content.Protocol(plan.What.ProtocolId) is not { } protocol)
            return [];
        var tries = await db.Set<TeachBackRow>().AsNoTracking().Where(row => row.PatientId == patient && row.At >= plan.What.SignedAt).OrderBy(row => row.At).Select(row => row.What).ToListAsync(cancel);
        return
        [
            .. from id in EducationDesk.Texts
               let text = content.Education(id, language.Code())
               let asks = AskingBack.Of(text, Treatment.Of(protocol))
               where asks.Count > 0
               select new Understanding(id, text.Title, asks, [.. tries.Where(one => one.Text == id && one.Version == text.Version)]),
        ];
    }

    /// <summary>
    /// Keeps one try, right or wrong: WEB150, EDU101 what is not answered, EDU102 nothing is open, EDU103 no such text. The same id
    /// twice is one try. Patients answer for themselves; whoever takes histories answers with them.
    /// </summary>
    public async Task<Outcome<TeachBackTry>> Answer(
        Id<Patient> patient, Id<TeachBackTry> id, string text, Language language, IReadOnlyDictionary<string, string> answers, CancellationToken cancel)
    {
        if (db.Unless(Right.TakeHistories, patient) is { } notTheirs)
            return notTheirs;
        if (await Kept() is { } kept)
            return kept;
        if ((await Of(patient, language, cancel)).FirstOrDefault(one => one.Text == text) is not { } so)
            return new Refusal("EDU103", "This text asks nothing back, or no plan holds any more. Open your pages again.");
        var (read, now) = (content.Education(text, language.Code()), clock.GetUtcNow());
        var answered = AskingBack.Answer(read, so, answers, db.Acting(), now);
        if (!answered.IsDone)
            return answered;
        return await ChosenId.Keep(db, Kept, async () =>
        {
            db.Add(new TeachBackRow { Id = id, PatientId = patient, At = now, What = answered.Value });
            await db.Keep(read.Hash, $"{read.Id}.{read.Language}", content.TextOf("education", $"{read.Id}.{read.Language}"), now, cancel);
            await db.SaveChangesAsync(cancel);
            return answered.Value;
        });

        Task<Outcome<TeachBackTry>?> Kept() => ChosenId.Kept<TeachBackRow, TeachBackTry>(db, row => row.Id == id, row => row.PatientId == patient && row.What.Text == text, row => row.What, cancel);
    }
}
