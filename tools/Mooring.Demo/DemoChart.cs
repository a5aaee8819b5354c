using Mooring.Clinical;
using Mooring.Clinical.Documents;
using Mooring.Clinical.Notes;
using Mooring.Clinical.Patients;
using Mooring.Practice.Documents;
using Mooring.Practice.Goals;
using Mooring.Practice.Histories;
using Mooring.Practice.Letters;
using Mooring.Practice.Notes;

namespace Mooring.Demo;

/// <summary>What stands in a chart besides sessions: notes of each kind, goals, papers and a letter.</summary>
public static class DemoChart
{
    /// <summary>Of somebody in a course, since this day.</summary>
    public static async Task Fill(DemoStage stage, Id<Patient> patient, DateTimeOffset begun, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(stage);
        const string Goal = "Walk before breakfast";
        await stage.Do(Role.Nurse, begun, (HistoryDesk desk) => desk.Change(patient, new GoalReported(Goal), default));
        await stage.Do(Role.Therapist, begun, (GoalDesk desk) => desk.Rate(patient, Id<GoalRating>.New(begun), Goal, 2, "Twice in a month.", default));
        await stage.Do(Role.Therapist, now, (GoalDesk desk) => desk.Rate(patient, Id<GoalRating>.New(now), Goal, 6, "Most days.", default));
        await DemoNotes.Write(stage, Role.Prescriber, begun, patient, "evaluation", null,
            ("reason", "“Nothing has color any more.”"), ("history", "Low mood for two years, worse since the winter. Two adequate trials did not help."),
            ("mental-status", "Calm, slowed speech, mood low, affect narrow, thought ordered, no psychosis."), ("risk", "No thoughts of suicide now; a passive wish two years ago."),
            ("assessment", "Major depression, recurrent, moderate to severe."), ("plan", "Screening for ketamine; the present medicine goes on."));
        await DemoNotes.Write(stage, Role.Nurse, begun + TimeSpan.FromDays(1), patient, "phone", null,
            ("who", "The patient called; known by name and birth date."), ("said", "Asked whether a cold is a reason to move the visit."), ("done", "Calls again the day before; the visit stands."));
        await DemoNotes.Write(stage, Role.Prescriber, begun + TimeSpan.FromDays(2), patient, "medication", null, ("taken", "As listed, each morning; none left out."), ("changes", "None."));
        await DemoNotes.Write(stage, Role.Prescriber, now, patient, "progress", null, ("since", "Sleeps through, sees friends again."), ("assessment", "Better, not yet well."), ("plan", "Goes on as planned."));
        await Add(stage, patient, begun, "laboratory", "Liver and kidney values", DemoPapers.Pdf("Invented laboratory report", "ALT 22 U/L", "Creatinine 0.9 mg/dL"));
        await Add(stage, patient, begun, "ecg", "ECG before the first session", DemoPapers.Strip());
        await Letter(stage, patient, now);
    }

    private static NoteText Decided(NoteText text) => text with { Parts = [.. text.Parts.Select(part => part.Section == "decision" ? part with { Text = "We decided on a course of ketamine by vein, six sessions in three weeks." } : part)] };

    private static Task<Document> Add(DemoStage stage, Id<Patient> patient, DateTimeOffset at, string type, string title, byte[] file) => stage.Do(Role.FrontDesk, at, (DocumentDesk desk) =>
        desk.Add(patient, Id<Document>.New(at), new() { Type = type, Title = title, On = stage.Clinic.DayOf(at) }, file, default));

    private static async Task Letter(DemoStage stage, Id<Patient> patient, DateTimeOffset at)
    {
        var letter = await stage.Do(Role.Prescriber, at, (LetterDesk desk) => desk.Begin(patient, Id<Note>.New(at), "decision", "en", "Dr. Fern\n12 Harbor Street", default));
        var draft = await stage.Ask(Role.Prescriber, at, (NoteDraftDesk desk) => desk.Mine(letter.Id, default));
        await stage.Do(Role.Prescriber, at, (NoteDesk desk) => desk.Sign(patient, letter.Id, new(Decided(draft!.Text), 0, null), default));
        await stage.Do(Role.Prescriber, at, (LetterDesk desk) => desk.Sent(patient, letter.Id, stage.Clinic.DayOf(at), "mail", default));
    }
}
