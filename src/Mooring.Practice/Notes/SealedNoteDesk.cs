using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Clinical.Patients;
using Mooring.Content.Library;
using Mooring.Practice.Patients;
using Mooring.Storage;
using Mooring.Storage.Accounts;
using Mooring.Storage.Audit;

namespace Mooring.Practice.Notes;

/// <summary>
/// Opens a psychotherapy note to somebody who did not write it: handed over by its author to another therapist, or by the
/// privacy officer and the medical director together, with a reason, for a while. Never by one of them.
/// </summary>
public sealed class SealedNoteDesk(MooringDb db, RoleRights rights, ClinicalLibrary library, AccessLog log, TimeProvider clock)
{
    /// <summary>Letters of a reason.</summary>
    public const int Longest = 300;

    /// <summary>By the author, to another therapist of this clinic. PRV190 whom, PRV191 no such note of theirs, WEB150.</summary>
    public async Task<Outcome<Guid>> HandOver(Id<Patient> patient, Id<PsychotherapyNote> note, Guid? to, CancellationToken cancel)
    {
        if (db.Unless(Right.WriteTherapyNotes) is { } notTheirs)
            return notTheirs;
        if (await Reader(to, Right.ReadTherapyNotes, cancel) is not { } reader || reader.Id == db.Acting().Id)
            return new Refusal("PRV190", "Choose another therapist of this clinic.", "to");
        if (await Note(patient, note, cancel) is not { } row || row.By.Id != db.Acting().Id)
            return new Refusal("PRV191", "There is no such note of yours.");
        return await Keep(new() { Id = Guid.CreateVersion7(clock.GetUtcNow()), PatientId = patient, NoteId = note, ReaderId = reader.Id, ReaderName = reader.FullName, By = db.Acting(), At = clock.GetUtcNow(), AuthorSawAt = clock.GetUtcNow() }, "psychotherapy note handed over", cancel);
    }

    /// <summary>The first of the two: PRV192 for whom, PRV193 why, PRV194 the reason in words, PRV195 no such note, WEB150.</summary>
    public async Task<Outcome<Guid>> Ask(Id<Patient> patient, Id<PsychotherapyNote> note, Guid? reader, SealedReason? reason, string? says, CancellationToken cancel)
    {
        if (db.Unless(Right.OpenSealedNotes) is { } notTheirs)
            return notTheirs;
        var text = says?.Trim() ?? "";
        List<Refusal> refusals = [];
        var whom = await Reader(reader, Right.ReadCharts, cancel);
        if (whom is null)
            refusals.Add(new("PRV192", "Choose who reads the note: somebody who reads charts.", "reader"));
        if (reason is null)
            refusals.Add(new("PRV193", "Choose why it is opened.", "reason"));
        if (text.Length is 0 or > Longest)
            refusals.Add(new("PRV194", $"Write what for, in {Longest} letters at most.", "says"));
        if (refusals.Count > 0)
            return Outcome<Guid>.Refuse(refusals);
        if (await Note(patient, note, cancel) is null)
            return new Refusal("PRV195", "There is no such note of this patient.");
        return await Keep(new() { Id = Guid.CreateVersion7(clock.GetUtcNow()), PatientId = patient, NoteId = note, ReaderId = whom!.Id, ReaderName = whom.FullName, By = db.Acting(), At = clock.GetUtcNow(), Reason = reason, Says = text }, "psychotherapy note, asked to open", cancel);
    }

    /// <summary>
    /// The second of the two; it is open from now on for a while. PRV196 nothing waits, PRV197 one of them is the privacy officer
    /// and the other the medical director, and they are two people, WEB150.
    /// </summary>
    public async Task<Outcome<Guid>> Agree(Guid opening, CancellationToken cancel)
    {
        if (db.Unless(Right.OpenSealedNotes) is { } notTheirs)
            return notTheirs;
        if (await db.Set<NoteOpeningRow>().SingleOrDefaultAsync(row => row.Id == opening && row.Reason != null && row.SecondAt == null, cancel) is not { } row)
            return new Refusal("PRV196", "Nothing waits for you here any more; look at the page again.");
        var me = db.Acting();
        if (row.By.Id == me.Id || !(Pair(row.By, me) || Pair(me, row.By)))
            return new Refusal("PRV197", "Two people open a psychotherapy note together: the privacy officer and the medical director.");
        var now = clock.GetUtcNow();
        (row.SecondBy, row.SecondAt, row.Until) = (me, now, now + library.Sound().Privacy!.Value.Opening.NotesFor);
        await db.SaveChangesAsync(cancel);
        await Write(row, me, "psychotherapy note opened by two", cancel);
        return opening;
    }

    /// <summary>The author has seen that it was opened. PRV196, WEB150.</summary>
    public async Task<Outcome<Guid>> Seen(Guid opening, CancellationToken cancel)
    {
        if (db.Unless(Right.WriteTherapyNotes) is { } notTheirs)
            return notTheirs;
        var me = db.Acting().Id;
        if (await db.Set<NoteOpeningRow>().SingleOrDefaultAsync(row => row.Id == opening && row.AuthorSawAt == null, cancel) is not { } row
            || await Note(row.PatientId, row.NoteId, cancel) is not { } note || note.By.Id != me)
            return new Refusal("PRV196", "Nothing waits for you here any more; look at the page again.");
        row.AuthorSawAt = clock.GetUtcNow();
        await db.SaveChangesAsync(cancel);
        return opening;
    }

    /// <summary>All openings of a patient's notes, the last first.</summary>
    public async Task<IReadOnlyList<NoteOpening>> Of(Id<Patient> patient, CancellationToken cancel) =>
        (await db.Set<NoteOpeningRow>().AsNoTracking().Where(row => row.PatientId == patient).OrderByDescending(row => row.At).ToListAsync(cancel)).ConvertAll(row => row.AsOpening());

    /// <summary>Those that the author was not shown yet, with the author.</summary>
    internal async Task<IReadOnlyList<(NoteOpening Opening, Actor Author)>> Untold(Id<Patient> patient, CancellationToken cancel) =>
        [.. (await (
            from row in db.Set<NoteOpeningRow>().AsNoTracking()
            join note in db.Set<PsychotherapyNoteRow>().AsNoTracking() on row.NoteId equals note.Id
            where row.PatientId == patient && row.SecondAt != null && row.AuthorSawAt == null
            select new { row, note }).ToListAsync(cancel)).Select(one => (one.row.AsOpening(), one.note.By))];

    /// <summary>What waits for the second of the two, with the patient.</summary>
    public async Task<IReadOnlyList<(NoteOpening Opening, Patient Patient)>> Waiting(CancellationToken cancel) => db.Unless(Right.OpenSealedNotes) is not null ? [] :
        [.. (await (
            from row in db.Set<NoteOpeningRow>().AsNoTracking()
            join patient in db.Set<PatientRow>().AsNoTracking() on row.PatientId equals patient.Id
            where row.Reason != null && row.SecondAt == null
            orderby row.At
            select new { row, patient }).ToListAsync(cancel)).Select(one => (one.row.AsOpening(), one.patient.AsPatient()))];

    private static bool Pair(Actor officer, Actor director) => officer.Is(Role.PrivacyOfficer) && director.Is(Role.MedicalDirector);

    private async Task<StaffRow?> Reader(Guid? id, Right right, CancellationToken cancel)
    {
        var clinic = db.Clinic;
        var row = await db.Set<StaffRow>().AsNoTracking().SingleOrDefaultAsync(staff => staff.Id == id && staff.ClinicId == clinic && !staff.IsDisabled, cancel);
        return row?.AsActor(rights).May(right) == true ? row : null;
    }

    private Task<PsychotherapyNoteRow?> Note(Id<Patient> patient, Id<PsychotherapyNote> note, CancellationToken cancel) =>
        db.Set<PsychotherapyNoteRow>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == note && row.PatientId == patient, cancel);

    private async Task<Outcome<Guid>> Keep(NoteOpeningRow row, string says, CancellationToken cancel)
    {
        db.Add(row);
        await db.SaveChangesAsync(cancel);
        await Write(row, row.By, says, cancel);
        return row.Id;
    }

    private Task Write(NoteOpeningRow row, Actor by, string says, CancellationToken cancel) =>
        log.Note(db.Clinic, new(AccessActs.ChartOpened, says) { By = by, SubjectId = row.NoteId.ToString(), Patient = row.PatientId.Value }, cancel);
}
