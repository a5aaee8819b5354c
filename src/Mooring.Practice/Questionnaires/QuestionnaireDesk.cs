using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Clinical.Instruments;
using Mooring.Clinical.Patients;
using Mooring.Content.Library;
using Mooring.Content.Reading;
using Mooring.Practice.Content;
using Mooring.Practice.Patients;
using Mooring.Storage;

namespace Mooring.Practice.Questionnaires;

/// <summary>Asks instruments one item at a time, keeps the answers as they come, and scores the finished sheet.</summary>
public sealed class QuestionnaireDesk(MooringDb db, InstrumentCatalog shelf, TimeProvider clock)
{
    /// <summary>Every sheet of a patient, newest first, unfinished ones too.</summary>
    public async Task<IReadOnlyList<AnswerSheet>> Of(Id<Patient> patient, CancellationToken cancel) =>
        [.. (await db.Set<AnswerSheetRow>().AsNoTracking().Where(row => row.PatientId == patient).OrderByDescending(row => row.StartedAt).ToListAsync(cancel))
            .Select(row => row.AsSheet())];

    /// <summary>A sheet of this patient; null when it is another's or there is none.</summary>
    public async Task<AnswerSheet?> Find(Id<Patient> patient, Id<AnswerSheet> sheet, CancellationToken cancel) =>
        (await db.Set<AnswerSheetRow>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == sheet && row.PatientId == patient, cancel))?.AsSheet();

    /// <summary>The questionnaire as it was when the sheet was answered; null where it has changed and was not kept.</summary>
    public async Task<Instrument?> AsAsked(AnswerSheet sheet, CancellationToken cancel)
    {
        if (shelf.Find(sheet.Instrument) is { } now && now.Hash == sheet.Hash)
            return now.Value;
        var kept = await db.Set<ArchivedContentRow>().AsNoTracking().SingleOrDefaultAsync(row => row.Hash == sheet.Hash, cancel);
        return kept is null ? null : shelf.Read(kept.Text, kept.Id);
    }

    /// <summary>Begins a sheet, or goes on with the one that was begun for the same occasion. Refusals: STO105, STO148, STO153, STO155.</summary>
    public async Task<Outcome<AnswerSheet>> Start(Id<Patient> patient, string instrument, string occasion, CancellationToken cancel)
    {
        if (db.Unless(Right.AskQuestionnaires, patient) is { } notTheirs)
            return notTheirs;
        if (shelf.Find(instrument) is not { } content)
            return new Refusal("STO153", $"There is no questionnaire '{instrument}'.", "instrument");
        if (db.Acting().IsPatient && content.Value.By == Respondent.Clinician)
            return new Refusal("STO155", "This one is asked by a clinician.");
        if (db.Acting().IsPatient && !content.Value.HasText)
            return new Refusal("STO148", "This one is filled in on paper.");
        if (!await db.Set<PatientRow>().AnyAsync(row => row.Id == patient, cancel))
            return new Refusal("STO105", "There is no such patient in this clinic.");

        var begun = await db.Set<AnswerSheetRow>().AsNoTracking()
            .Where(row => row.PatientId == patient && row.Instrument == instrument && row.Occasion == occasion && row.FinishedAt == null && row.InstrumentHash == content.Hash)
            .OrderByDescending(row => row.StartedAt).FirstOrDefaultAsync(cancel);
        if (begun is not null)
            return begun.AsSheet();

        var row = await Add(patient, Id<AnswerSheet>.New(clock.GetUtcNow()), content, occasion, cancel);
        await db.SaveChangesAsync(cancel);
        return row.AsSheet();
    }

    /// <summary>Keeps the answer to one item at once, so that they can stop at any time. Refusals: STO143, STO144.</summary>
    public async Task<Outcome<AnswerSheet>> Answer(Id<Patient> patient, Id<AnswerSheet> sheet, string item, int? answer, CancellationToken cancel)
    {
        if (db.Unless(Right.AskQuestionnaires, patient) is { } notTheirs)
            return notTheirs;
        var (row, instrument) = await Open(patient, sheet, cancel);
        if (row is null || instrument is null)
            return new Refusal("STO143", "This sheet is finished or is not here.");

        var index = instrument.Items.ToList().FindIndex(each => each.Id == item);
        if (index < 0 || answer is not { } value || instrument.ChoicesOf(instrument.Items[index]).All(choice => choice.Value != value))
            return new Refusal("STO144", "Choose one of the answers.", "answer");

        int?[] answers = [.. row.Answers, .. Enumerable.Repeat<int?>(null, Math.Max(0, instrument.Items.Count - row.Answers.Length))];
        answers[index] = value;
        row.Answers = answers;
        await db.SaveChangesAsync(cancel);
        return row.AsSheet();
    }

    /// <summary>Ends and scores a sheet, also an incomplete one: what is missing stays missing. Refusal: STO143.</summary>
    public async Task<Outcome<AnswerSheet>> Finish(Id<Patient> patient, Id<AnswerSheet> sheet, CancellationToken cancel)
    {
        if (db.Unless(Right.AskQuestionnaires, patient) is { } notTheirs)
            return notTheirs;
        var (row, instrument) = await Open(patient, sheet, cancel);
        if (row is null || instrument is null)
            return new Refusal("STO143", "This sheet is finished or is not here.");
        return await Finish(row, instrument, clock.GetUtcNow(), cancel);
    }

    /// <summary>
    /// Enters a whole sheet at once: from paper, or read aloud by a clinician. The same sheet again changes nothing.
    /// Refusals: STO105, STO146, STO147, STO154, STO401, SCR102, SCR103.
    /// </summary>
    /// <param name="takenAt">When the person answered.</param>
    public async Task<Outcome<AnswerSheet>> Enter(
        Id<Patient> patient, Id<AnswerSheet> id, string instrument, IReadOnlyList<int?> answers, string occasion, DateTimeOffset takenAt, bool isFromPaper, CancellationToken cancel)
    {
        if (db.Unless(Right.AskQuestionnaires, patient) is { } notTheirs)
            return notTheirs;
        if (shelf.Find(instrument) is not { } content)
            return new Refusal("STO154", "Choose which questionnaire it is.", "instrument");
        if (takenAt > clock.GetUtcNow())
            return new Refusal("STO146", "The day it was filled in is still to come.", "on");
        if (answers.All(answer => answer is null))
            return new Refusal("STO147", "Nothing is answered yet.", "answers");
        if (!await db.Set<PatientRow>().AnyAsync(row => row.Id == patient, cancel))
            return new Refusal("STO105", "There is no such patient in this clinic.");

        return await ChosenId.Once(db, () => ChosenId.Kept<AnswerSheetRow, AnswerSheet>(db, row => row.Id == id, IsSame, row => row.AsSheet(), cancel), async () =>
        {
            var row = await Add(patient, id, content, occasion, cancel);
            (row.Answers, row.IsFromPaper) = ([.. answers], isFromPaper);
            return await Finish(row, content.Value, takenAt, cancel);
        });

        bool IsSame(AnswerSheetRow row) => row.PatientId == patient && row.Instrument == instrument && row.FinishedAt is not null && row.IsFromPaper == isFromPaper
            && row.Answers.SequenceEqual([.. answers, .. Enumerable.Repeat<int?>(null, Math.Max(0, row.Answers.Length - answers.Count))]);
    }

    private async Task<Outcome<AnswerSheet>> Finish(AnswerSheetRow row, Instrument instrument, DateTimeOffset takenAt, CancellationToken cancel)
    {
        int?[] answers = [.. row.Answers, .. Enumerable.Repeat<int?>(null, Math.Max(0, instrument.Items.Count - row.Answers.Length))];
        var score = instrument.Score(answers);
        if (!score.IsDone)
        {
            db.ChangeTracker.Clear();
            return Outcome<AnswerSheet>.Refuse(score.Refusals);
        }

        (row.Answers, row.Score, row.TakenAt, row.FinishedAt) = (answers, score.Value, takenAt, clock.GetUtcNow());
        await db.SaveChangesAsync(cancel);
        return row.AsSheet();
    }

    // A sheet begun with an older version of its instrument can not be finished with the new one.
    private async Task<(AnswerSheetRow?, Instrument?)> Open(Id<Patient> patient, Id<AnswerSheet> sheet, CancellationToken cancel)
    {
        var row = await db.Set<AnswerSheetRow>().SingleOrDefaultAsync(row => row.Id == sheet && row.PatientId == patient && row.FinishedAt == null, cancel);
        var content = row is null ? null : shelf.Find(row.Instrument);
        return content?.Hash == row?.InstrumentHash ? (row, content?.Value) : (null, null);
    }

    // With the text that it was asked in: a clinic changes its forms, and an old answer is read beside its own question.
    private async Task<AnswerSheetRow> Add(Id<Patient> patient, Id<AnswerSheet> id, ContentItem<Instrument> content, string occasion, CancellationToken cancel)
    {
        await db.Keep(content.Hash, content.Value.Id, shelf.TextOf(content), clock.GetUtcNow(), cancel);
        var row = NewRow(patient, id, content, occasion);
        db.Add(row);
        return row;
    }

    private AnswerSheetRow NewRow(Id<Patient> patient, Id<AnswerSheet> id, ContentItem<Instrument> content, string occasion) => new()
    {
        Id = id,
        PatientId = patient,
        Instrument = content.Value.Id,
        InstrumentVersion = content.Value.Version,
        InstrumentHash = content.Hash,
        Occasion = occasion,
        By = db.Acting(),
        StartedAt = clock.GetUtcNow(),
    };
}
