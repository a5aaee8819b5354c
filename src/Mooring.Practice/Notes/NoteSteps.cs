using Mooring.Clinical.Notes;
using Mooring.Storage;

namespace Mooring.Practice.Notes;

/// <summary>Adds what happened to a note to the pending save.</summary>
internal static class NoteSteps
{
    public static void AddStep(this MooringDb db, Note note, NoteStep step) =>
        db.Add(new NoteStepRow { Id = Guid.CreateVersion7(step.At), NoteId = note.Id, PatientId = note.Patient, At = step.At, What = step });
}
