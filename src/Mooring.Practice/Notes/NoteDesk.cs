using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Clinical.Notes;
using Mooring.Clinical.Patients;
using Mooring.Content.Library;
using Mooring.Practice.Content;
using Mooring.Practice.Patients;
using Mooring.Storage;

namespace Mooring.Practice.Notes;

/// <summary>The notes of the chart: begun, signed, amended. A signed version is never overwritten.</summary>
public sealed class NoteDesk(MooringDb db, NoteContent content, NoteSessions sessions, RoleRights rights, TimeProvider clock)
{
    private const int MostTries = 3;
    private const int MostShown = 40;

    /// <summary>All notes of a patient, newest first; drafts among them, discarded ones too.</summary>
    public async Task<IReadOnlyList<Note>> Of(Id<Patient> patient, CancellationToken cancel)
    {
        var rows = await db.Set<NoteRow>().AsNoTracking().Where(row => row.PatientId == patient).ToListAsync(cancel);
        var versions = (await db.Set<NoteVersionRow>().AsNoTracking().Where(row => row.PatientId == patient).ToListAsync(cancel)).ToLookup(row => row.NoteId);
        var steps = (await db.Set<NoteStepRow>().AsNoTracking().Where(row => row.PatientId == patient).ToListAsync(cancel)).ToLookup(row => row.NoteId);
        return [.. rows.Select(row => row.AsNote(versions[row.Id], steps[row.Id])).OrderByDescending(note => note.At)];
    }

    /// <summary>One note of this patient; null for anybody else's.</summary>
    public async Task<Note?> Find(Id<Patient> patient, Id<Note> id, CancellationToken cancel)
    {
        if (await db.Set<NoteRow>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id && row.PatientId == patient, cancel) is not { } row)
            return null;
        return row.AsNote(
            await db.Set<NoteVersionRow>().AsNoTracking().Where(version => version.NoteId == id).ToListAsync(cancel),
            await db.Set<NoteStepRow>().AsNoTracking().Where(step => step.NoteId == id).ToListAsync(cancel));
    }

    /// <summary>What stands above the fields of a note: of its template, or of what was written where that is no longer there.</summary>
    public NoteLayout Layout(Note note) => NoteLayout.Of(note, content, rights);

    /// <summary>Begins a note: NOT201 no such kind, NOT203 not theirs, NOT204 no such session, STO105, WEB150. The same id twice is one note.</summary>
    /// <param name="session">The visit of the session, as chosen from the list; nothing where the note is about none.</param>
    public async Task<Outcome<Note>> Begin(Id<Patient> patient, Id<Note> id, string? template, string? session, CancellationToken cancel)
    {
        if (db.Unless(Right.WriteNotes) is { } notTheirs)
            return notTheirs;
        if (content.Template(template) is not { } laid)
            return new Refusal("NOT201", "Choose which kind of note it is.", "template");
        if (NoteDecisions.AgainstWriter(db.Acting(), laid.By, Name) is { } refused)
            return refused;
        var about = string.IsNullOrWhiteSpace(session) ? null : (await sessions.Of(patient, cancel)).FirstOrDefault(one => string.Equals(one.Visit.ToString(), session.Trim(), StringComparison.OrdinalIgnoreCase));
        if (about is null && !string.IsNullOrWhiteSpace(session))
            return new Refusal("NOT204", $"“{Short(session)}” is no session of this patient’s plans. Choose one from the list, or none.", "session");
        var kept = content.Kept($"notes/{laid.Id}.yaml");
        return await Open(patient, id, new(laid.Kind, laid.Id, laid.Version, kept.Hash, laid.Title.En) { Session = about, AtTheChair = laid.AtTheChair }, kept.Text, null, cancel);
    }

    /// <summary>Signs what was typed as the next version; it asks for what <see cref="NoteDecisions.Sign"/> asks for, and NOT202 for no such note.</summary>
    public Task<Outcome<Note>> Sign(Id<Patient> patient, Id<Note> id, NoteSigning signing, CancellationToken cancel) => Sign(patient, id, signing, MostTries, cancel);

    private async Task<Outcome<Note>> Sign(Id<Patient> patient, Id<Note> id, NoteSigning signing, int tries, CancellationToken cancel)
    {
        if (db.Unless(Right.WriteNotes) is { } notTheirs)
            return notTheirs;
        if (await Find(patient, id, cancel) is not { } note)
            return NoSuchNote;
        var layout = Layout(note);
        if (AgainstWriter(layout) is { } refused)
            return refused;
        // Sent twice: the same words of the same writer are signed once.
        if (note.Signed is { } last && last.By.Id == db.Acting().Id && signing.BasedOn == last.Number - 1 && last.Text.Says(signing.Text))
            return note;
        var signed = NoteDecisions.Sign(note, signing, layout.Sections, db.Acting(), clock.GetUtcNow());
        if (!signed.IsDone)
            return Outcome<Note>.Refuse(signed.Refusals);
        db.Add(new NoteVersionRow { NoteId = id, Number = signed.Value.Number, PatientId = patient, What = signed.Value });
        await End(id, cancel);
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException) when (tries > 1)
        {
            // A colleague signed in the same moment, or the own page still saved: what stands now is asked again.
            db.ChangeTracker.Clear();
            return await Sign(patient, id, signing, tries - 1, cancel);
        }

        return (await Find(patient, id, cancel))!;
    }

    /// <summary>Puts a draft away that was begun in error: NOT202, NOT203, NOT217, NOT218. What was typed stays kept.</summary>
    public async Task<Outcome<Note>> Discard(Id<Patient> patient, Id<Note> id, string? because, CancellationToken cancel)
    {
        if (db.Unless(Right.WriteNotes) is { } notTheirs)
            return notTheirs;
        if (await Find(patient, id, cancel) is not { } note)
            return NoSuchNote;
        if (AgainstWriter(Layout(note)) is { } refused)
            return refused;
        var step = NoteDecisions.Discard(note, because, db.Acting(), clock.GetUtcNow());
        if (!step.IsDone)
            return Outcome<Note>.Refuse(step.Refusals);
        db.AddStep(note, step.Value);
        await End(id, cancel);
        await db.SaveChangesAsync(cancel);
        return (await Find(patient, id, cancel))!;
    }

    /// <summary>NOT203 unless it is theirs to write.</summary>
    internal Refusal? AgainstWriter(NoteLayout layout) => NoteDecisions.AgainstWriter(db.Acting(), layout.By, Name);

    internal static Refusal NoSuchNote { get; } = new("NOT202", "There is no such note of this patient.");

    /// <summary>Adds a note that was laid out already, with what stands in it from the beginning.</summary>
    internal async Task<Outcome<Note>> Open(Id<Patient> patient, Id<Note> id, NoteHead head, string layout, NoteText? first, CancellationToken cancel)
    {
        if (!await db.Set<PatientRow>().AnyAsync(row => row.Id == patient, cancel))
            return new Refusal("STO105", "There is no such patient in this clinic.");
        var (by, now) = (db.Acting(), clock.GetUtcNow());
        return await ChosenId.Once(db,
            () => ChosenId.Kept<NoteRow, Note>(db, row => row.Id == id, row => row.PatientId == patient && row.BegunBy.Id == by.Id && row.Head.Template == head.Template && row.Head.Session == head.Session, row => row.AsNote([], []), cancel),
            async () =>
            {
                var row = new NoteRow { Id = id, PatientId = patient, Kind = head.Kind, BegunAt = now, BegunBy = by, Head = head };
                db.Add(row);
                if (first is not null)
                    db.Add(new NoteDraftRow { NoteId = id, AuthorId = by.Id, PatientId = patient, By = by, Text = first, Page = Guid.Empty, SavedAt = now });
                await db.Keep(head.Hash, head.Template, layout, now, cancel);
                await db.SaveChangesAsync(cancel);
                return row.AsNote([], []);
            });
    }

    private async Task End(Id<Note> id, CancellationToken cancel)
    {
        var me = db.Acting().Id;
        foreach (var draft in await db.Set<NoteDraftRow>().Where(row => row.NoteId == id && row.AuthorId == me).ToListAsync(cancel))
            (draft.IsDone, draft.SavedAt) = (true, draft.SavedAt + TimeSpan.FromTicks(1));
    }

    private static string Short(string typed) => typed.Trim() is { Length: > MostShown } all ? $"{all[..MostShown]}…" : typed.Trim();

    private string Name(Role role) => rights.Terms.First(term => term.Role == role).Name;
}
