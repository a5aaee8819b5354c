using Mooring.Clinical;
using Mooring.Clinical.Notes;
using Mooring.Clinical.Patients;
using Mooring.Content.Library;
using Mooring.Practice.Notes;
using Mooring.Practice.Settings;

namespace Mooring.Practice.Tasks;

/// <summary>Notes on the timeline, drafts that wait for their signature, and notes that wait for a colleague's.</summary>
internal sealed class NotesPart(NoteDesk notes, NoteContent content, CurrentClinic current) : ChartPart
{
    // Of what a note says, so much stands on the timeline.
    private const int MostLetters = 240;

    public override async Task<IReadOnlyList<TimelineEntry>> Entries(Id<Patient> patient, CancellationToken cancel) =>
    [
        .. from note in await notes.Of(patient, cancel)
           where note.Signed is not null
           select new TimelineEntry(note.At, "note", $"{note.Head.Title}{(note.Head.Session is { } session ? $", session {session.Number}" : "")}", Short(note.Signed!.Text), ChartPlace.Notes, note.Id.Value),
    ];

    internal override async Task<IReadOnlyList<Wait>> Waiting(Id<Patient> patient, CancellationToken cancel)
    {
        var clinic = (await current.Find(cancel))!;
        List<Wait> waits = [];
        foreach (var note in await notes.Of(patient, cancel))
        {
            if (note.IsDraft)
                waits.Add(new(TaskKind.UnsignedNote, note.Id.Value, $"Sign: {note.Head.Title}, {Wait.Name}", $"A draft by {note.BegunBy.Name}. Until it is signed it is no part of the record.", note.BegunBy.Roles)
                {
                    Since = note.BegunAt,
                    Named = note.BegunBy.Id,
                    Due = clinic.DayOf(note.BegunAt + content.Terms.SignWithin),
                });
            else if (note.AwaitsCoSignature is { } asked)
                waits.Add(new(TaskKind.CoSignNote, note.Id.Value, $"Co-sign: {note.Head.Title}, {Wait.Name}", $"{asked.By.Name} asks you to read and co-sign it.", asked.Whom!.Roles)
                {
                    Since = asked.At,
                    Named = asked.Whom.Id,
                    Due = clinic.DayOf(asked.At + content.Terms.CoSignWithin),
                });
        }

        return waits;
    }

    private static string? Short(NoteText text) => text.Parts.FirstOrDefault(part => part.Text.Length > 0)?.Text is not { } first ? null
        : first.Length <= MostLetters ? first : $"{first[..MostLetters].TrimEnd()} …";
}
