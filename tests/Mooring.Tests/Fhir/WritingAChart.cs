using System.Text;
using Hl7.Fhir.Model;
using Hl7.Fhir.Serialization;
using Microsoft.Extensions.DependencyInjection;
using Mooring.Clinical;
using Mooring.Clinical.Notes;
using Mooring.Clinical.Sessions.Charting;
using Mooring.Clinical.Vitals;
using Mooring.Fhir.Writing;
using Mooring.Practice.Bedside;
using Mooring.Practice.Documents;
using Mooring.Practice.Notes;
using Mooring.Practice.Questionnaires;
using Mooring.Tests.Practice;
using Person = Mooring.Clinical.Patients.Patient;
using Task = System.Threading.Tasks.Task;

namespace Mooring.Tests.Fhir;

/// <summary>Notes, documents, answers and pressures leave a chart as a FHIR bundle that another system can read.</summary>
public sealed class WritingAChart
{
    private const string Kept = "What was said in confidence.";

    [Fact]
    public async Task Holds_each_version_of_a_signed_note_with_who_when_and_why()
    {
        await using var clinic = await ClinicInMemory.Open();
        var patient = await ChairInMemory.TakenIn(clinic);
        await Noted(clinic, patient, amended: true);

        var notes = (await Written(clinic, patient)).Of<DocumentReference>();

        Assert.Equal([DocumentReferenceStatus.Superseded, DocumentReferenceStatus.Current], notes.Select(note => note.Status!.Value));
        Assert.Equal($"urn:uuid:{notes[0].Id}", notes[1].RelatesTo.Single().Target!.Reference);
        Assert.Equal(("Amended: The day was wrong.", "Nurse Rowan"), (notes[1].Description, notes[1].Author.Single().Display));
        Assert.Contains("Asked for Thursday.", Text(notes[1]), StringComparison.Ordinal);
        Assert.Contains("Asked for a new day.", Text(notes[0]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Leaves_psychotherapy_notes_and_drafts_out()
    {
        await using var clinic = await ClinicInMemory.Open();
        var patient = await ChairInMemory.TakenIn(clinic);
        await clinic.As(Role.Therapist, (TherapyNoteDesk desk) => desk.WritePsychotherapy(patient, new(Guid.CreateVersion7()), Kept, default));
        var draft = (await clinic.As(Role.Nurse, (NoteDesk desk) => desk.Begin(patient, new(Guid.CreateVersion7()), "phone", null, default))).Value!;
        await clinic.As(Role.Nurse, (NoteDraftDesk desk) => desk.Save(patient, draft.Id, new() { Parts = new Dictionary<string, string>(StringComparer.Ordinal) { ["said"] = Kept } }, default));

        var written = await Bytes(clinic, patient);

        Assert.DoesNotContain(Kept, Encoding.UTF8.GetString(written), StringComparison.Ordinal);
        Assert.DoesNotContain(Convert.ToBase64String(Encoding.UTF8.GetBytes(Kept)), Encoding.UTF8.GetString(written), StringComparison.Ordinal);
        Assert.Empty(Read(written).Of<DocumentReference>());
    }

    [Fact]
    public async Task Holds_a_document_with_the_very_bytes_and_says_what_is_in_error()
    {
        await using var clinic = await ClinicInMemory.Open();
        var patient = await ChairInMemory.TakenIn(clinic);
        var file = InventedFiles.Pdf();
        var document = (await clinic.As(Role.Nurse, (DocumentDesk desk) => desk.Add(patient, new(Guid.CreateVersion7()), new() { Type = "ecg", Title = "ECG before", On = new(2026, 2, 27) }, file, default))).Value!;
        var before = (await Written(clinic, patient)).Of<DocumentReference>().Single();
        await clinic.As(Role.Nurse, (DocumentDesk desk) => desk.MarkError(patient, document.Id, "Somebody else’s", default));

        var after = (await Written(clinic, patient)).Of<DocumentReference>().Single();

        Assert.Equal((DocumentReferenceStatus.Current, "application/pdf"), (before.Status, before.Content[0].Attachment!.ContentType));
        Assert.Equal(file, before.Content[0].Attachment!.Data);
        Assert.Equal(DocumentReferenceStatus.EnteredInError, after.Status);
    }

    [Fact]
    public async Task Holds_what_was_answered_and_pressures_with_position_and_cuff()
    {
        await using var clinic = await ClinicInMemory.Open();
        var chair = await ChairInMemory.Arriving(clinic);
        await chair.Do(Role.Nurse, (ArrivingDesk desk) => desk.CheckIn(chair.Session, new() { Chair = chair.Chair.Value, Name = true, BirthDate = true }, chair.Stamp(), default));
        await chair.Do(Role.Nurse, (ChartingDesk desk) => desk.Chart(
            chair.Session,
            new() { Values = [new() { Of = VitalSign.Systolic.Code, Value = "128" }, new() { Of = VitalSign.Diastolic.Code, Value = "78" }], Position = Position.Seated, Site = CuffSite.LeftArm },
            chair.Stamp(),
            default));
        await clinic.As(Role.Nurse, (QuestionnaireDesk desk) => desk.Enter(chair.Patient, new(Guid.CreateVersion7()), "phq-2", [1, 2], "by-staff", clinic.Clock.GetUtcNow(), false, default));

        var written = await Written(clinic, chair.Patient);

        var pressure = written.Of<Observation>().Single();
        Assert.Equal(["8480-6 128", "8462-4 78"], pressure.Component.Select(one => $"{one.Code!.Coding[0].Code} {((Quantity)one.Value!).Value}"));
        Assert.Equal(("368208006", "left arm"), (pressure.BodySite!.Coding[0].Code, pressure.BodySite.Text));
        Assert.Equal("33586001", ((CodeableConcept)pressure.Extension.Single().Value!).Coding[0].Code);
        Assert.Equal(3m, ((FhirDecimal)written.Of<QuestionnaireResponse>().Single().Item.Single(item => item.LinkId == "total").Answer[0].Value!).Value);
    }

    private static async Task Noted(ClinicInMemory clinic, Id<Person> patient, bool amended)
    {
        var note = (await clinic.As(Role.Nurse, (NoteDesk desk) => desk.Begin(patient, new(Guid.CreateVersion7()), "phone", null, default))).Value!;
        NoteText first = new([new("who", "Who", "The patient."), new("said", "Said", "Asked for a new day."), new("done", "Done", "Booked.")]);
        await clinic.As(Role.Nurse, (NoteDesk desk) => desk.Sign(patient, note.Id, new(first, 0, null), default));
        if (amended)
            await clinic.As(Role.Nurse, (NoteDesk desk) => desk.Sign(patient, note.Id, new(new([first.Parts[0], new("said", "Said", "Asked for Thursday."), first.Parts[2]]), 1, "The day was wrong."), default));
    }

    private static async Task<ReadBundle> Written(ClinicInMemory clinic, Id<Person> patient) => Read(await Bytes(clinic, patient));

    private static async Task<byte[]> Bytes(ClinicInMemory clinic, Id<Person> patient) =>
        (await clinic.As(Role.Prescriber, (IServiceProvider services) => ActivatorUtilities.CreateInstance<ChartBundle>(services).Write(patient, "a colleague", default)))!.Value!.Bytes;

    private static ReadBundle Read(byte[] written) => new((Bundle)new FhirJsonDeserializer().DeserializeResource(Encoding.UTF8.GetString(written)));

    private static string Text(DocumentReference note) => Encoding.UTF8.GetString(note.Content[0].Attachment!.Data!);

    private sealed record ReadBundle(Bundle Bundle)
    {
        public IReadOnlyList<T> Of<T>()
            where T : Resource => [.. Bundle.Entry.Select(entry => entry.Resource).OfType<T>()];
    }
}
