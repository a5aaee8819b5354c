using Mooring.Clinical;
using Mooring.Clinical.Notes;
using Mooring.Clinical.Patients;
using Mooring.Practice.Notes;
using Mooring.Practice.Plans;

namespace Mooring.Demo;

/// <summary>Notes of the demo, written and signed as people do.</summary>
public static class DemoNotes
{
    /// <summary>What a therapist writes the day after a session.</summary>
    /// <param name="number">Of the session, from 0.</param>
    public static Task<Note> Integrate(DemoStage stage, Id<Patient> patient, PlannedVisit visit, int number, DateTimeOffset at) => Write(stage, Role.Therapist, at, patient, "integration", visit.Id.ToString(), ("came-up", number == 0
        ? "Spoke of the image of a door standing open. Wants to write to a brother this week."
        : "The letter to the brother is written, and lies on the table. Sleep is easier."), ("step", "One walk a day before breakfast."));

    /// <summary>Begins a note and signs it.</summary>
    /// <param name="session">The visit it is about; null for none.</param>
    public static async Task<Note> Write(DemoStage stage, Role role, DateTimeOffset at, Id<Patient> patient, string template, string? session, params IReadOnlyList<(string Section, string Says)> parts)
    {
        ArgumentNullException.ThrowIfNull(stage);
        var note = await stage.Do(role, at, (NoteDesk desk) => desk.Begin(patient, Id<Note>.New(at), template, session, default));
        var text = await stage.Ask(role, at, (NoteDraftDesk desk) => desk.Typed(note, new() { Parts = parts.ToDictionary(part => part.Section, part => part.Says, StringComparer.Ordinal) }, default));
        return await stage.Do(role, at + TimeSpan.FromMinutes(1), (NoteDesk desk) => desk.Sign(patient, note.Id, new(text, 0, null), default));
    }
}
