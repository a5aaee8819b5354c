using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Clinical.Notes;
using Mooring.Clinical.Patients;
using Mooring.Practice.Notes;
using Mooring.Practice.Patients;
using Mooring.Storage;

namespace Mooring.Practice.Letters;

/// <summary>A signed letter that nobody marked as sent, by what stands on its envelope: of what it says, nothing.</summary>
/// <param name="To">Name and address, as they stand at its head.</param>
public sealed record OutgoingLetter(Id<Note> Id, Id<Patient> Patient, string PatientName, string Title, string To, Actor SignedBy, DateTimeOffset SignedAt);

/// <summary>Letters that are signed and wait to be sent, for whoever brings them to the mail.</summary>
public sealed class OutgoingDesk(MooringDb db)
{
    /// <summary>All of the clinic, the one that waits longest first; none for whoever may not send letters.</summary>
    public async Task<IReadOnlyList<OutgoingLetter>> Waiting(CancellationToken cancel)
    {
        if (db.Unless(Right.SendLetters) is not null)
            return [];
        var letters = db.Set<NoteRow>().AsNoTracking().Where(row => row.Kind == NoteKind.Letter);
        var signed = await (
            from version in db.Set<NoteVersionRow>().AsNoTracking()
            where letters.Any(row => row.Id == version.NoteId)
            group version.Number by version.NoteId into numbers
            select new { Note = numbers.Key, Number = numbers.Max() }).ToDictionaryAsync(one => one.Note, one => one.Number, cancel);
        var steps = await db.Set<NoteStepRow>().AsNoTracking().Where(step => letters.Any(row => row.Id == step.NoteId)).ToListAsync(cancel);
        var sent = steps.Where(step => step.What.Kind == NoteStepKind.Sent && signed.TryGetValue(step.NoteId, out var number) && step.What.Version == number).Select(step => step.NoteId).ToHashSet();
        Id<Note>[] waiting = [.. signed.Keys.Where(note => !sent.Contains(note))];
        var rows = await letters.Where(row => waiting.Contains(row.Id)).ToListAsync(cancel);
        var versions = await db.Set<NoteVersionRow>().AsNoTracking().Where(row => waiting.Contains(row.NoteId)).ToListAsync(cancel);
        Id<Patient>[] whose = [.. rows.Select(row => row.PatientId).Distinct()];
        var names = (await db.Set<PatientRow>().AsNoTracking().Where(row => whose.Contains(row.Id)).ToListAsync(cancel)).ToDictionary(row => row.Id, row => row.AsPatient().ShortName);
        return
        [
            .. from row in rows
               let last = versions.Single(version => version.NoteId == row.Id && version.Number == signed[row.Id]).What
               orderby last.At
               select new OutgoingLetter(row.Id, row.PatientId, names[row.PatientId], row.Head.Title, row.Head.Letter!.To, last.By, last.At),
        ];
    }
}
