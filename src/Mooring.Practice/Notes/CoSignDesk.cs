using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Clinical.Notes;
using Mooring.Clinical.Patients;
using Mooring.Storage;
using Mooring.Storage.Accounts;

namespace Mooring.Practice.Notes;

/// <summary>Co-signatures: asked of a named colleague, whose task it is until it is given or somebody else is asked.</summary>
public sealed class CoSignDesk(MooringDb db, NoteDesk notes, RoleRights rights, TimeProvider clock)
{
    /// <summary>Who can be asked: whoever may co-sign, but not the writer.</summary>
    public async Task<IReadOnlyList<Actor>> Colleagues(Guid writer, CancellationToken cancel) =>
        [.. (await Staff(cancel)).Where(person => person.Id != writer && person.May(Right.CoSignNotes)).OrderBy(person => person.Name, StringComparer.Ordinal)];

    /// <summary>Asks a colleague; whoever was asked before is asked no more. NOT202, NOT213 to NOT215, WEB150.</summary>
    public async Task<Outcome<Note>> Ask(Id<Patient> patient, Id<Note> id, Guid whom, CancellationToken cancel)
    {
        if (db.Unless(Right.WriteNotes) is { } notTheirs)
            return notTheirs;
        var colleague = (await Staff(cancel)).FirstOrDefault(person => person.Id == whom);
        return await Step(patient, id, note => note.AwaitsCoSignature is { } asked && asked.Whom!.Id == whom && asked.Version == note.Number
            ? Outcome<NoteStep>.Done(asked) : NoteDecisions.AskCoSignature(note, colleague, db.Acting(), clock.GetUtcNow()), cancel);
    }

    /// <summary>Co-signs the version that was read. NOT202, NOT213, NOT214, NOT216, WEB150.</summary>
    public async Task<Outcome<Note>> CoSign(Id<Patient> patient, Id<Note> id, int read, CancellationToken cancel)
    {
        if (db.Unless(Right.CoSignNotes) is { } notTheirs)
            return notTheirs;
        return await Step(patient, id, note => note.CoSignaturesOf(read).FirstOrDefault(step => step.By.Id == db.Acting().Id) is { } given && read == note.Number
            ? Outcome<NoteStep>.Done(given) : NoteDecisions.CoSign(note, read, db.Acting(), clock.GetUtcNow()), cancel);
    }

    private async Task<Outcome<Note>> Step(Id<Patient> patient, Id<Note> id, Func<Note, Outcome<NoteStep>> decide, CancellationToken cancel)
    {
        if (await notes.Find(patient, id, cancel) is not { } note)
            return NoteDesk.NoSuchNote;
        var step = decide(note);
        if (!step.IsDone)
            return Outcome<Note>.Refuse(step.Refusals);
        // Asked or given before: nothing is added.
        if (note.Steps.Contains(step.Value))
            return note;
        db.AddStep(note, step.Value);
        await db.SaveChangesAsync(cancel);
        return (await notes.Find(patient, id, cancel))!;
    }

    private async Task<IReadOnlyList<Actor>> Staff(CancellationToken cancel)
    {
        var clinic = db.Clinic;
        var rows = await db.Set<StaffRow>().AsNoTracking().Where(row => row.ClinicId == clinic && !row.IsDisabled).ToListAsync(cancel);
        return [.. rows.Select(row => row.AsActor(rights))];
    }
}
