using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Clinical.Patients;
using Mooring.Storage.Access;
using Mooring.Storage.Chart;

namespace Mooring.Storage.Courses;

/// <summary>Notes of the therapist: integration for all who treat, psychotherapy sealed and apart.</summary>
public sealed class NoteDesk(MooringDb db, Seal seal, TimeProvider clock)
{
    /// <summary>NOT101 for an empty text, NOT102 for anyone but a therapist, STO105. The same id twice is kept once.</summary>
    public async Task<Outcome<Id<IntegrationNote>>> WriteIntegration(
        Id<Patient> patient, Id<IntegrationNote> id, string? text, int? session, CancellationToken cancel)
    {
        if (await Refusals(patient, text, cancel) is { Count: > 0 } refusals)
            return Outcome<Id<IntegrationNote>>.Refuse(refusals);
        if (await db.Set<IntegrationNoteRow>().AnyAsync(row => row.Id == id, cancel))
            return id;

        var now = clock.GetUtcNow();
        db.Add(new IntegrationNoteRow { Id = id, PatientId = patient, At = now, What = new(id, text!.Trim(), session, db.Acting(), now) });
        await db.SaveChangesAsync(cancel);
        return id;
    }

    /// <summary>The same refusals; the text is sealed before it is kept.</summary>
    public async Task<Outcome<Id<PsychotherapyNote>>> WritePsychotherapy(
        Id<Patient> patient, Id<PsychotherapyNote> id, string? text, CancellationToken cancel)
    {
        if (await Refusals(patient, text, cancel) is { Count: > 0 } refusals)
            return Outcome<Id<PsychotherapyNote>>.Refuse(refusals);
        if (await db.Set<PsychotherapyNoteRow>().AnyAsync(row => row.Id == id, cancel))
            return id;

        db.Add(new PsychotherapyNoteRow
        {
            Id = id,
            PatientId = patient,
            At = clock.GetUtcNow(),
            By = db.Acting(),
            Text = seal.Close(text!.Trim(), Bound(patient, id)),
        });
        await db.SaveChangesAsync(cancel);
        return id;
    }

    /// <summary>Newest first.</summary>
    public async Task<IReadOnlyList<IntegrationNote>> Integration(Id<Patient> patient, CancellationToken cancel) =>
        [.. (await db.Set<IntegrationNoteRow>().AsNoTracking().Where(row => row.PatientId == patient)
            .OrderByDescending(row => row.At).ToListAsync(cancel)).Select(row => row.What)];

    /// <summary>Newest first; with their text for the therapist who wrote it, for everyone else that they exist.</summary>
    public async Task<IReadOnlyList<PsychotherapyNote>> Psychotherapy(Id<Patient> patient, CancellationToken cancel)
    {
        var reader = db.Acting();
        var rows = await db.Set<PsychotherapyNoteRow>().AsNoTracking().Where(row => row.PatientId == patient)
            .OrderByDescending(row => row.At).ToListAsync(cancel);
        return [.. rows.Select(row => new PsychotherapyNote(row.Id, row.By, row.At,
            reader.Role == Role.Therapist && reader.Id == row.By.Id ? seal.Open(row.Text, Bound(patient, row.Id)) : null))];
    }

    private async Task<List<Refusal>> Refusals(Id<Patient> patient, string? text, CancellationToken cancel)
    {
        List<Refusal> refusals = [];
        if (string.IsNullOrWhiteSpace(text))
            refusals.Add(new("NOT101", "Write the note first.", "text"));
        if (db.Acting().Role != Role.Therapist)
            refusals.Add(new("NOT102", "These notes are written by a therapist."));
        if (!await db.Set<PatientRow>().AnyAsync(row => row.Id == patient, cancel))
            refusals.Add(new("STO105", "There is no such patient in this clinic."));
        return refusals;
    }

    private static string Bound(Id<Patient> patient, Id<PsychotherapyNote> note) => $"psychotherapy/{patient}/{note}";
}
