using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Clinical.Patients;
using Mooring.Practice.Patients;
using Mooring.Storage;
using Mooring.Storage.Audit;
using Mooring.Storage.Secrets;

namespace Mooring.Practice.Notes;

/// <summary>Psychotherapy notes, sealed and apart; and the integration notes of before there were notes of other kinds.</summary>
public sealed class TherapyNoteDesk(MooringDb db, Seal seal, AccessLog log, TimeProvider clock)
{
    /// <summary>Letters of a psychotherapy note.</summary>
    public const int LongestNote = 20_000;

    /// <summary>Sealed before it is kept. NOT101 for an empty text, NOT102 for anyone but a therapist, NOT104 for too long a one, STO105. The same note twice is kept once; STO401 for another note under its id.</summary>
    public async Task<Outcome<Id<PsychotherapyNote>>> WritePsychotherapy(
        Id<Patient> patient, Id<PsychotherapyNote> id, string? text, CancellationToken cancel)
    {
        if (await Refusals(patient, text, cancel) is { Count: > 0 } refusals)
            return Outcome<Id<PsychotherapyNote>>.Refuse(refusals);
        var note = text!.Trim();
        return await ChosenId.Once(db,
            () => ChosenId.Kept<PsychotherapyNoteRow, Id<PsychotherapyNote>>(
                db, row => row.Id == id, row => row.PatientId == patient && row.By.Id == db.Acting().Id && Opened(row) == note, _ => id, cancel),
            async () =>
            {
                db.Add(new PsychotherapyNoteRow { Id = id, PatientId = patient, At = clock.GetUtcNow(), By = db.Acting(), Text = seal.Close(note, Bound(patient, id)) });
                await db.SaveChangesAsync(cancel);
                return id;
            });
    }

    /// <summary>Those of before, newest first: they are read, and written as notes now.</summary>
    public async Task<IReadOnlyList<IntegrationNote>> Integration(Id<Patient> patient, CancellationToken cancel) =>
        [.. (await db.Set<IntegrationNoteRow>().AsNoTracking().Where(row => row.PatientId == patient)
            .OrderByDescending(row => row.At).ToListAsync(cancel)).Select(row => row.What)];

    /// <summary>
    /// Newest first; with their text for the therapist who wrote it, for whom it was handed over to, and for whom two opened it
    /// for a while; for everyone else that they exist. What somebody else reads is written down each time.
    /// </summary>
    public async Task<IReadOnlyList<PsychotherapyNote>> Psychotherapy(Id<Patient> patient, CancellationToken cancel)
    {
        var reader = db.Acting();
        var rows = await db.Set<PsychotherapyNoteRow>().AsNoTracking().Where(row => row.PatientId == patient)
            .OrderByDescending(row => row.At).ToListAsync(cancel);
        var now = clock.GetUtcNow();
        var open = (await db.Set<NoteOpeningRow>().AsNoTracking().Where(row => row.PatientId == patient && row.ReaderId == reader.Id).ToListAsync(cancel)).Where(row => row.IsOpen(now)).Select(row => row.NoteId).ToHashSet();
        foreach (var note in rows.Where(row => row.By.Id != reader.Id && open.Contains(row.Id)))
            await log.Note(db.Clinic, new("viewed", "psychotherapy note of somebody else") { By = reader, SubjectId = note.Id.ToString(), Patient = patient.Value }, cancel);
        return [.. rows.Select(row => new PsychotherapyNote(row.Id, row.By, row.At,
            (reader.May(Right.ReadTherapyNotes) && reader.Id == row.By.Id) || open.Contains(row.Id) ? Opened(row) : null))];
    }

    // Sealed with another key, or changed: that it exists is still to be seen, and the page about everything else.
    private string Opened(PsychotherapyNoteRow row)
    {
        try
        {
            return seal.Open(row.Text, Bound(row.PatientId, row.Id));
        }
        catch (CryptographicException)
        {
            return "This note can not be opened: it was sealed with another key than the one in this data folder. Put the key back that was there when it was written.";
        }
    }

    private async Task<List<Refusal>> Refusals(Id<Patient> patient, string? text, CancellationToken cancel)
    {
        List<Refusal> refusals = [];
        if (string.IsNullOrWhiteSpace(text))
            refusals.Add(new("NOT101", "Write the note first.", "text"));
        if (text?.Length > LongestNote)
            refusals.Add(new("NOT104", $"The note has {text.Length} letters; {LongestNote} fit. Seal it in two.", "text"));
        if (!db.Acting().May(Right.WriteTherapyNotes))
            refusals.Add(new("NOT102", "These notes are written by a therapist."));
        if (!await db.Set<PatientRow>().AnyAsync(row => row.Id == patient, cancel))
            refusals.Add(new("STO105", "There is no such patient in this clinic."));
        return refusals;
    }

    internal static string Bound(Id<Patient> patient, Id<PsychotherapyNote> note) => $"psychotherapy/{patient}/{note}";
}
