using System.Globalization;
using System.Text.Json;
using Hl7.Fhir.Serialization;
using Mooring.Clinical;
using Mooring.Clinical.Patients;
using Mooring.Practice.Access;
using Mooring.Practice.Bedside;
using Mooring.Practice.Documents;
using Mooring.Practice.Education;
using Mooring.Practice.Notes;
using Mooring.Practice.Patients;
using Mooring.Practice.Questionnaires;
using Mooring.Practice.Sessions;
using R4 = Hl7.Fhir.Model;

namespace Mooring.Fhir.Writing;

/// <summary>
/// A chart as a FHIR R4 collection: the person, signed notes and letters with every version, documents with their bytes, what was
/// answered, and blood pressures by hand or device with position and cuff. Psychotherapy notes and drafts are no part of it.
/// </summary>
public sealed class ChartBundle(
    PatientDesk patients, NoteDesk notes, TherapyNoteDesk earlier, DocumentDesk documents, QuestionnaireDesk questionnaires, TeachBackDesk teachBacks, SessionDesk sessions, SessionJournal journal, StaffDesk staff, TimeProvider clock)
{
    private static readonly JsonSerializerOptions Written = new JsonSerializerOptions { WriteIndented = true }.ForFhir(R4.ModelInfo.ModelInspector);

    /// <summary>Null when there is no such patient in this clinic; refused with what a document could not be opened for.</summary>
    public async Task<Outcome<byte[]>?> Write(Id<Patient> id, CancellationToken cancel)
    {
        if (await patients.Find(id, cancel) is not { } patient)
            return null;
        var clinic = (await staff.Clinic(cancel))!;
        var subject = new R4.ResourceReference(Urn(id.Value), patient.Number);
        List<R4.DomainResource> all = [Person(patient)];
        all.AddRange((await notes.Of(id, cancel)).SelectMany(note => NoteDocuments.Of(note, clinic, subject)));
        all.AddRange((await earlier.Integration(id, cancel)).Select(note => NoteDocuments.Of(note, subject)));
        foreach (var document in await documents.Of(id, cancel))
        {
            var bytes = await documents.Open(id, document.Id, cancel);
            if (!bytes.IsDone)
                return Outcome<byte[]>.Refuse(bytes.Refusals);
            all.Add(PaperDocuments.Of(document, documents.Terms, bytes.Value, subject));
        }

        foreach (var sheet in (await questionnaires.Of(id, cancel)).Where(sheet => sheet.FinishedAt is not null))
            all.Add(Responses.Of(sheet, await questionnaires.AsAsked(sheet, cancel), subject));
        all.AddRange((await teachBacks.Of(id, patient.Language, cancel)).SelectMany(text => text.Tries).Select(one => Responses.Of(one, subject)));
        foreach (var session in await sessions.Of(id, cancel))
            all.AddRange(Pressures.Of((await journal.Load(session, cancel))!, subject));
        return JsonSerializer.SerializeToUtf8Bytes(Bundle(all, clock.GetUtcNow(), clinic), Written);
    }

    internal static string Urn(Guid id) => $"urn:uuid:{id}";

    private static R4.Bundle Bundle(IReadOnlyList<R4.DomainResource> all, DateTimeOffset now, Clinic clinic) => new()
    {
        Type = R4.Bundle.BundleType.Collection,
        Timestamp = now,
        Meta = new() { Source = Urn(clinic.Id.Value) },
        Entry = [.. all.Select(resource => new R4.Bundle.EntryComponent { FullUrl = $"urn:uuid:{resource.Id}", Resource = resource })],
    };

    private static R4.Patient Person(Patient patient) => new()
    {
        Id = patient.Id.Value.ToString(),
        Identifier = [new() { Use = R4.Identifier.IdentifierUse.Usual, Value = patient.Number }],
        Name = [new() { Use = R4.HumanName.NameUse.Official, Family = patient.FamilyName.Length > 0 ? patient.FamilyName : null, Given = patient.GivenName.Length > 0 ? [patient.GivenName] : [] }],
        BirthDate = patient.BirthDate.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
    };
}
