using Mooring.Clinical;
using Mooring.Clinical.Patients;
using Mooring.Practice.Notes;
using Mooring.Practice.Tasks;

namespace Mooring.Tests.Practice;

/// <summary>A psychotherapy note is opened to somebody else by its author, or by two; never by one.</summary>
public class OpeningSealedNotes
{
    private const string Secret = "the harbor under the willow";

    [Fact]
    public async Task Takes_two_people_for_a_named_reader_and_a_while_and_the_author_is_told()
    {
        await using var clinic = await ClinicInMemory.Open();
        var (patient, note) = await Written(clinic);
        var reader = ClinicInMemory.Person(Role.Prescriber).Id;

        var asked = await clinic.As(Role.MedicalDirector, (SealedNoteDesk desk) => desk.Ask(patient, note, reader, SealedReason.CourtOrder, "Order of the county court.", default));
        var (alone, early) = (await clinic.As(Role.MedicalDirector, (SealedNoteDesk desk) => desk.Agree(asked.Value, default)), await Read(clinic, Role.Prescriber, patient));
        var agreed = await clinic.As(Role.PrivacyOfficer, (SealedNoteDesk desk) => desk.Agree(asked.Value, default));
        var (open, others) = (await Read(clinic, Role.Prescriber, patient), await Read(clinic, Role.MedicalDirector, patient));
        await clinic.As(Role.Therapist, async (TaskRecount recount) => { await recount.Settled(); return true; });
        var told = await clinic.As(Role.Therapist, (WaitingDesk desk) => desk.All(ClinicInMemory.Person(Role.Therapist), default));
        clinic.Clock.Pass(1 * 60);

        Assert.Equal("PRV197", Assert.Single(alone.Refusals).Code);
        Assert.Null(early);
        Assert.True(agreed.IsDone);
        Assert.Equal((Secret, null), (open, others));
        Assert.Contains(told, task => task.Kind == TaskKind.NoteOpenedByTwo);
        Assert.Null(await Read(clinic, Role.Prescriber, patient));
    }

    [Fact]
    public async Task Is_done_by_its_author_for_another_therapist_alone()
    {
        await using var clinic = await ClinicInMemory.Open();
        var (patient, note) = await Written(clinic);

        var toNurse = await clinic.As(Role.Therapist, (SealedNoteDesk desk) => desk.HandOver(patient, note, ClinicInMemory.Person(Role.Nurse).Id, default));
        var byOther = await clinic.As(Role.Prescriber, (SealedNoteDesk desk) => desk.HandOver(patient, note, ClinicInMemory.Person(Role.Therapist).Id, default));

        Assert.Equal(("PRV190", "WEB150"), (toNurse.Refusals[0].Code, byOther.Refusals[0].Code));
    }

    private static async Task<(Id<Patient>, Id<PsychotherapyNote>)> Written(ClinicInMemory clinic)
    {
        var patient = await ChairInMemory.TakenIn(clinic);
        var note = Id<PsychotherapyNote>.New(clinic.Clock.GetUtcNow());
        Assert.True((await clinic.As(Role.Therapist, (TherapyNoteDesk desk) => desk.WritePsychotherapy(patient, note, Secret, default))).IsDone);
        return (patient, note);
    }

    private static async Task<string?> Read(ClinicInMemory clinic, Role role, Id<Patient> patient) =>
        Assert.Single(await clinic.As(role, (TherapyNoteDesk desk) => desk.Psychotherapy(patient, default))).Text;
}
